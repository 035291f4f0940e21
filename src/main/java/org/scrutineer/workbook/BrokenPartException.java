package org.scrutineer.workbook;

import java.io.IOException;

/** Carries a refusal through streams and the XML parser, which let nothing but an {@link IOException} pass. */
final class BrokenPartException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    BrokenPartException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
