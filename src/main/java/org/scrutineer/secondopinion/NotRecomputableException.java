package org.scrutineer.secondopinion;

/** A figure uses something that cannot be worked out without the engine. */
final class NotRecomputableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    NotRecomputableException(String what) {
        super(what);
        this.what = what;
    }

    /** What it is, as a noun. */
    String what() {
        return what;
    }
}
