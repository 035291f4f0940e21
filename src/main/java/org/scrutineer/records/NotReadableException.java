package org.scrutineer.records;

/** A piece of the catalogue's SQL is beyond what {@link Formula} and {@link Query} can say; the message names it. */
public final class NotReadableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotReadableException(String message) {
        super(message);
    }
}
