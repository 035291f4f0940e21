package org.scrutineer.secondopinion;

/** A figure uses something that cannot be worked out without the engine; the message names it, as a noun. */
final class NotRecomputableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotRecomputableException(String message) {
        super(message);
    }
}
