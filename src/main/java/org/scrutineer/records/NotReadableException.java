package org.scrutineer.records;

/** A piece of the catalogue's SQL is beyond what {@link Formula} and {@link Query} can say. */
public final class NotReadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;

    NotReadableException(String what) {
        super(what);
        this.what = what;
    }

    /** What it is, as a noun. */
    public String what() {
        return what;
    }
}
