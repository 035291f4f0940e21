package org.scrutineer.retention;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as somebody uploaded it, of which the ledger alone holds something.
 *
 * @param place among the files of the upload, from 0
 */
record UploadedFile(long upload, int place) {

    private static final Pattern SUBJECT = Pattern.compile("upload ([0-9]+), file ([0-9]+)");

    /** As {@link Due#subject}, e.g. {@code upload 12, file 1}. */
    String subject() {
        return "upload " + upload + ", file " + (place + 1);
    }

    /** The one a subject is of; none where it is of something else. */
    static Optional<UploadedFile> of(String subject) {
        Matcher said = SUBJECT.matcher(subject);
        return said.matches()
                ? Optional.of(new UploadedFile(Long.parseLong(said.group(1)), Integer.parseInt(said.group(2)) - 1))
                : Optional.empty();
    }
}
