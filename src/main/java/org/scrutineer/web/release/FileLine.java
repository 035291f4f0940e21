package org.scrutineer.web.release;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.scrutineer.distribution.PublicationFiles.PublicationFile;

/**
 * A file of a publication.
 *
 * @param size e.g. {@code 41 KB}; empty where the file is gone
 */
record FileLine(String name, String size) {

    private static final int KILO = 1_000;

    /** What is read first, first; by how its name ends. */
    private static final List<Kind> KINDS = List.of(
            new Kind(".xlsx", "Workbook"),
            new Kind(".docx", "Agenda paper"),
            new Kind(".pdf", "Agenda paper as PDF"),
            new Kind("", "Data"));

    private record Kind(String ending, String words) {}

    static FileLine of(PublicationFile file) {
        return new FileLine(
                file.name(),
                file.bytes()
                        .map(bytes -> bytes < KILO
                                ? bytes + " bytes"
                                : String.format(Locale.UK, "%,d KB", (bytes + KILO / 2) / KILO))
                        .orElse(""));
    }

    public String kind() {
        return KINDS.get(place()).words();
    }

    /** Where its kind comes among those of a publication. */
    int place() {
        String lower = name().toLowerCase(Locale.ROOT);
        return IntStream.range(0, KINDS.size())
                .filter(kind -> lower.endsWith(KINDS.get(kind).ending()))
                .findFirst()
                .orElseThrow();
    }
}
