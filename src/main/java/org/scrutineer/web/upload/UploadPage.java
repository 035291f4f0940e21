package org.scrutineer.web.upload;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.Tag;

/**
 * What became of an upload, as far as is known.
 *
 * @param reading whether any of its files is still to be read
 */
record UploadPage(long number, Instant at, List<Row> files, boolean reading) {

    /**
     * A file.
     *
     * @param place in the upload, from 0
     * @param isRead whether it is known what became of it
     * @param isRefused whether it was not kept
     * @param path of its return's page; null where there is none
     */
    record Row(
            int place,
            String name,
            Tag state,
            String sentence,
            boolean isRead,
            boolean isRefused,
            @Nullable String path) {}

    /** E.g. {@code 1 of 2 files looked at so far.}. */
    public String progress() {
        long read = files.stream().filter(Row::isRead).count();
        return reading
                ? read + " of " + files.size() + (files.size() == 1 ? " file" : " files") + " looked at so far."
                : files.size() == 1
                        ? "The file has been looked at."
                        : "All " + files.size() + " files have been looked at.";
    }

    /** What was not taken, for the top of the page; null where all was. */
    @Nullable
    Mistakes mistakes() {
        var mistakes = new Mistakes();
        files.stream()
                .filter(Row::isRefused)
                .forEach(row -> mistakes.add("file-" + row.place(), row.name() + ": " + row.sentence()));
        return mistakes.isEmpty() ? null : mistakes;
    }
}
