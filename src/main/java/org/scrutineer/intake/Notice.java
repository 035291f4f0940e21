package org.scrutineer.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know about a file in the drop folder that is no matter of its content.
 *
 * @param file its name, relative to the folder, with forward slashes
 * @param detail what more there is to say, put before the sentence; null where there is nothing
 */
public record Notice(String file, What what, @Nullable String detail) {

    public Notice(String file, What what) {
        this(file, what, null);
    }

    /** What there is to know. */
    public enum What {
        CANNOT_BE_OPENED("could not be opened, and is tried again by the next start"),
        STILL_ARRIVING("still arriving, and is looked at again by the next start"),
        CANNOT_BE_ANSWERED(
                "in a folder that could not be written to, so that it was not answered; it is tried again by the next start"),
        OPEN_IN_EXCEL("taken in as it was last saved, though somebody has it open in Excel"),
        DELETED("not read again; take it out of the folder"),
        LINK("a link, which is not followed; put the file itself into the folder"),
        NOT_A_FILE("neither a file nor a folder, and was left alone");

        private final String sentence;

        What(String sentence) {
            this.sentence = sentence;
        }

        /** In lower case letters and hyphens, e.g. {@code still-arriving}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** E.g. {@code still arriving, and is looked at again by the next start: 2018-12/north.xlsx}. */
    public String sentence() {
        return (detail == null ? "" : detail + ", and ") + what.sentence + ": " + file;
    }
}
