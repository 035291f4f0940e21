package org.scrutineer.commentary;

/** Somebody else has explained the figure since its page was opened; nothing was kept. */
public final class OvertakenWriterException extends Exception {

    private static final long serialVersionUID = 1L;

    OvertakenWriterException(String message) {
        super(message);
    }
}
