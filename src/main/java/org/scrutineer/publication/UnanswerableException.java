package org.scrutineer.publication;

/** A question that is not answered. The message tells a person why and what to ask instead, in whole sentences. */
public final class UnanswerableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnanswerableException(String message) {
        super(message);
    }
}
