package org.scrutineer.distribution;

/** Something is not approved, issued, withdrawn or sent. Its message is for the person who asked for it. */
public final class NotReleasedException extends Exception {

    private static final long serialVersionUID = 1;

    public NotReleasedException(String message) {
        super(message);
    }

    static NotReleasedException notAsShown(Release seen) {
        return new NotReleasedException(seen.title() + " is not any more as it was shown.");
    }
}
