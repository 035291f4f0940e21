package org.scrutineer.console;

/** A command that cannot be carried out as it was given, in words for whoever gave it. */
final class WrongCommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongCommandException(String message) {
        super(message);
    }
}
