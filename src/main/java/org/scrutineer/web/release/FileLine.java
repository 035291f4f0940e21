package org.scrutineer.web.release;

import java.util.Locale;
import org.scrutineer.distribution.PublicationFiles.PublicationFile;

/**
 * A file of a publication.
 *
 * @param size e.g. {@code 41 kB}; empty where the file is gone
 */
record FileLine(String name, String size) {

    private static final int KILO = 1_000;

    static FileLine of(PublicationFile file) {
        return new FileLine(
                file.name(),
                file.bytes()
                        .map(bytes -> bytes < KILO
                                ? bytes + " bytes"
                                : String.format(Locale.UK, "%,d kB", (bytes + KILO / 2) / KILO))
                        .orElse(""));
    }

    public String kind() {
        String name = name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return "Workbook";
        }
        if (name.endsWith(".docx")) {
            return "Agenda paper";
        }
        return name.endsWith(".pdf") ? "Agenda paper as PDF" : "Data";
    }
}
