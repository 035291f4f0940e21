package org.scrutineer.persons;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.persons.PersonNumber.Match;

/**
 * Every place in which a person's number stands.
 *
 * @param files those that were received, by name
 * @param quoted places of the ledger
 * @param besides files of the output and the drop folder that nobody received
 * @param backups those that hold one of the files
 * @param notSearched files in which nobody can look, with the reason
 */
public record HeldAbout(
        List<ReceivedFile> files,
        List<Quote> quoted,
        List<Path> besides,
        List<Path> backups,
        List<String> notSearched) {

    public HeldAbout {
        files = List.copyOf(files);
        quoted = List.copyOf(quoted);
        besides = List.copyOf(besides);
        backups = List.copyOf(backups);
        notSearched = List.copyOf(notSearched);
    }

    /**
     * A file that was received.
     *
     * @param team who sent it, by name; null where nobody can tell
     * @param state its verdict, or that it was superseded
     * @param runs the runs whose figures are made from rows of it
     * @param copies the same bytes in the drop folder, and what went back to the team of them
     */
    public record ReceivedFile(
            String name,
            String sha256,
            @Nullable String team,
            @Nullable ReportingPeriod period,
            String state,
            List<HeldCell> cells,
            List<Integer> runs,
            List<Path> copies) {

        public ReceivedFile {
            cells = List.copyOf(cells);
            runs = List.copyOf(runs);
            copies = List.copyOf(copies);
        }
    }

    /**
     * A cell.
     *
     * @param column the dataset and the column it was read as, e.g. {@code visits, child}; null where it was not read
     * @param counts whether its row is among those that were accepted
     */
    public record HeldCell(
            String sheet, String cell, @Nullable String column, Match match, boolean counts) {}

    /** @param where e.g. {@code finding of north.xlsx, sheet Visits, cell B4} */
    public record Quote(String where, Match match) {}

    /** Whether nothing is held. */
    public boolean isEmpty() {
        return files.isEmpty() && quoted.isEmpty() && besides.isEmpty();
    }
}
