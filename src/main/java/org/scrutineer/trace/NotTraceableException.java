package org.scrutineer.trace;

/** There is no such figure, file or cell. The message tells a person what there is, in whole sentences. */
public final class NotTraceableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotTraceableException(String message) {
        super(message);
    }
}
