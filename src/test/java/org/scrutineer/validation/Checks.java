package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.TestReader;
import org.scrutineer.intake.TestReturn;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.records.SelectedSegment;
import org.scrutineer.records.Window;

/** Checks returns of Team North for December 2018, received as north.xlsx, against a small catalogue. */
final class Checks implements AutoCloseable {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    private final Path folder;
    private final RecordStore records;
    private final ReturnChecker checker;

    private Checks(Path folder, Catalogue catalogue) {
        this.folder = folder;
        this.records = new RecordStore(
                catalogue, RecordsProperties.defaults(folder.resolve("records").toString()));
        this.checker = new ReturnChecker(catalogue, records, TestReader.of(catalogue));
    }

    static Checks in(Path folder, SmallCatalogue catalogue) {
        return new Checks(folder, catalogue.catalogue());
    }

    CheckedReturn check(TestReturn sent, String... nothingToReport) throws IOException {
        return check(sent.saveAs(folder.resolve("north.xlsx")), nothingToReport);
    }

    CheckedReturn check(Path file, String... nothingToReport) throws IOException {
        return checker.check(submission(nothingToReport), file, List.of());
    }

    CheckedReturn tryOut(TestReturn sent) throws IOException {
        return checker.tryOut(submission(), sent.saveAs(folder.resolve("north.xlsx")));
    }

    CheckedReturn tryOut(Submission submission, Path file) throws IOException {
        return checker.tryOut(submission, file);
    }

    private static Submission submission(String... nothingToReport) {
        return new Submission(
                1,
                "hash",
                "north.xlsx",
                "visits",
                "north",
                DECEMBER,
                LocalDate.of(2019, 1, 8),
                Set.of(nothingToReport));
    }

    /** The sealed values of a return's first text column of a dataset, in the order of the sheet. */
    List<String> sealed(CheckedReturn checked, String dataset, String column) {
        List<SelectedSegment> segments = checked.segments().stream()
                .map(segment -> new SelectedSegment(segment, DECEMBER, LocalDate.of(2019, 1, 8), 1))
                .toList();
        try (RecordSet set = records.select(segments, DECEMBER)) {
            return set.query(
                    "select " + column + " from " + dataset + " order by sheet_row",
                    Window.of(DECEMBER),
                    row -> row.getString(1));
        }
    }

    /** All files in the records' folder. */
    List<String> files() {
        Path root = folder.resolve("records");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordStore records() {
        return records;
    }

    static List<String> findings(CheckedReturn checked) {
        return checked.findings().stream()
                .map(finding -> finding.severity() + " " + finding.sentence())
                .toList();
    }

    /** That a return was accepted without a word. */
    static void assertAccepted(CheckedReturn checked, RowCount... counts) {
        assertThat(findings(checked)).isEmpty();
        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(checked.counts()).containsExactly(counts);
    }

    @Override
    public void close() {
        records.close();
    }
}
