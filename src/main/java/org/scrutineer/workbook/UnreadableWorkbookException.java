package org.scrutineer.workbook;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a workbook, or not to its end; the other files go on. */
public class UnreadableWorkbookException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    UnreadableWorkbookException(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.sentence(), cause);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
