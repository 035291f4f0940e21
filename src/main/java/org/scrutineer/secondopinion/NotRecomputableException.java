package org.scrutineer.secondopinion;

/** A figure uses something that cannot be worked out without the engine. */
final class NotRecomputableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final boolean isPlaced;

    NotRecomputableException(String what) {
        this(what, false);
    }

    private NotRecomputableException(String what, boolean isPlaced) {
        super(what);
        this.what = what;
        this.isPlaced = isPlaced;
    }

    /** The same, saying which view's query it stands in; of views upon views it is the innermost. */
    NotRecomputableException in(String view) {
        return isPlaced ? this : new NotRecomputableException(what + " in the view " + view, true);
    }

    /** What it is, as a noun. */
    String what() {
        return what;
    }
}
