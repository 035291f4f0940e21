package org.scrutineer.web.returns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.web.Tag;

/**
 * What is shown of a return.
 *
 * @param outcome what its state means, as a sentence
 * @param settled whether a run has settled it
 * @param toCorrect what there is to correct or confirm, sheet by sheet
 * @param information what is worth knowing only, sheet by sheet
 * @param sinceLastTime how it differs from the attempt before, in sentences
 * @param attempts at the same return, newest first
 * @param answered whether there is a receipt or a marked workbook to download
 * @param mayTrace whether whoever looks may see which figures a cell feeds
 * @param mayChange whether whoever looks may have it read differently
 */
record ReturnPage(
        Heading heading,
        Submission submission,
        Submissions.Receipt receipt,
        Tag state,
        String outcome,
        boolean settled,
        List<Counts> counts,
        List<SheetFindings> toCorrect,
        List<SheetFindings> information,
        List<String> sinceLastTime,
        List<Amendment> amendments,
        List<Attempt> attempts,
        boolean answered,
        boolean mayTrace,
        boolean mayChange) {

    private static final int SHORT_HASH = 12;

    private static final int KILOBYTE = 1024;

    /**
     * Which return it is.
     *
     * @param type name of its type
     * @param sender name of the team, or of who else sent it
     * @param file without folders
     * @param path of its page
     */
    record Heading(String type, String sender, ReportingPeriod period, String file, String path) {

        /** E.g. {@code Finance return of Team North, December 2018}. */
        public String title() {
            return type + " of " + sender + ", " + period.title();
        }
    }

    /** What became of the rows and cells of a dataset's sheet. */
    record Counts(String dataset, RowCount rows, CellCount cells) {

        public String read() {
            return number(rows.read());
        }

        public String accepted() {
            return number(rows.accepted());
        }

        public String refused() {
            return number(rows.refused());
        }

        public String blank() {
            return number(rows.blank());
        }

        public String allCells() {
            return number(cells.cells());
        }

        public String usedCells() {
            return number(cells.used());
        }

        public String otherCells() {
            return number(cells.notAskedFor());
        }

        public String unreadableCells() {
            return number(cells.unreadable());
        }

        private static String number(long number) {
            return String.format(Locale.UK, "%,d", number);
        }
    }

    /** The findings of a sheet, of which so many are shown; the marked workbook has all. */
    record SheetFindings(String sheet, List<FindingRow> all) {

        private static final int SHOWN = 100;

        public List<FindingRow> shown() {
            return all.subList(0, Math.min(SHOWN, all.size()));
        }

        public int more() {
            return all.size() - shown().size();
        }

        /** Whether any of them says what the attempt before had. */
        public boolean compared() {
            return all.stream().anyMatch(row -> !row.since().isEmpty());
        }
    }

    /**
     * A finding.
     *
     * @param cell it is about; null where it is about more or less than one
     * @param mayAmend whether the cell may be amended because of it
     */
    record FindingRow(
            Tag severity,
            String place,
            String found,
            String expected,
            String remedy,
            String since,
            @Nullable String cell,
            boolean mayAmend) {}

    /** @param current whether it is the one shown */
    record Attempt(String file, Submission submission, Instant receivedAt, Tag state, String path, boolean current) {}

    /** The first letters of the hash, enough to tell files apart. */
    public String shortHash() {
        return submission
                .fileHash()
                .substring(0, Math.min(SHORT_HASH, submission.fileHash().length()));
    }

    /** E.g. {@code 41 KB}; at least one. */
    public String size() {
        return String.format(Locale.UK, "%,d KB", Math.max(1, (receipt.size() + KILOBYTE - 1) / KILOBYTE));
    }

    public int things() {
        return toCorrect.stream().mapToInt(sheet -> sheet.all().size()).sum();
    }
}
