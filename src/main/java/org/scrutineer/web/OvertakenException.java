package org.scrutineer.web;

/** Somebody else was faster, or it was done already: the page says so, and nothing was done. */
public final class OvertakenException extends RuntimeException {

    /** @param sentence what happened meanwhile and what to do, for people */
    public OvertakenException(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
