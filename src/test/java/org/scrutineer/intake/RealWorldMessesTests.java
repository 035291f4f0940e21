package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.records.SelectedSegment;
import org.scrutineer.records.Window;
import org.scrutineer.validation.CheckedReturn;
import org.scrutineer.validation.ReturnChecker;
import org.scrutineer.validation.TestChecker;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.TestWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;

/**
 * Each kept workbook is read and checked as a return is. The text beside it says what becomes of it: verdict, counts of
 * rows and cells, accepted rows, and each finding's rule and full sentence.
 */
class RealWorldMessesTests {

    private static final Path MESSES = Path.of("src/test/resources/messes");
    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);
    private static final LocalDate PREPARED_ON = LocalDate.of(2019, 1, 8);

    private static Catalogue catalogue;
    private static RecordStore records;
    private static ReturnChecker checker;

    @BeforeAll
    static void open(@TempDir Path folder) {
        catalogue = aCatalogue()
                .changing("organisation.yaml", "[visits, cases]", "[visits, meetings, sessions, cases]")
                .with("returns/visits.yaml", """
                id: visits
                name: Visits return
                template-versions: ["2", "1"]
                datasets:
                  visits:
                    name: Visits
                    sheet: Visits
                    key: [child, visited]
                    kind: flow
                    event-date: visited
                    columns:
                      child: {header: [Child ID, Child Unique ID], type: text, required: true, personal: true}
                      visited: {header: [Date of visit], type: date, required: true}
                      hours: {header: [Hours], type: decimal, min: 0, max: 24.5}
                      remarks: {header: [Remarks], type: text}
                  meetings:
                    name: Meetings
                    sheet: Meetings
                    key: [child, met]
                    kind: flow
                    event-date: met
                    columns:
                      child: {header: [Child ID, Child Unique ID], type: text, required: true, personal: true}
                      met: {header: [Date of meeting], type: date, required: true}
                      started: {header: [Start time], type: datetime}
                      worker: {header: [Allocated worker], type: text, blank: unallocated, personal: true}
                  sessions:
                    name: Sessions
                    sheet: Sessions
                    key: [child, held]
                    kind: flow
                    event-date: held
                    columns:
                      child: {header: [Child ID, Child Unique ID], type: text, required: true, personal: true}
                      held: {header: [Date of session], type: date, required: true}
                      hours: {header: [Hours], type: decimal, min: 0, max: 24.5}
                      attended: {header: [Attendance], type: decimal, min: 0, max: 1}
                      cost: {header: [Cost], type: money}
                      alone: {header: ["Child seen alone?"], type: yes-no}
                      outcome: {header: [Outcome], type: code, codes: {OK: [Satisfactory], CONCERN: [Concern]}}
                  cases:
                    name: Cases
                    sheet: Cases
                    key: [child]
                    kind: snapshot
                    team-column: works_in
                    columns:
                      child: {header: [Child ID], type: text}
                      works_in: {header: [Team], type: text, blank: unallocated}
                      authority: {header: [Council], type: code, codes: home-council}
                      reference: {header: [Reference], type: text, pattern: "[A-Z]{2}[0-9]{4}", pattern-words: two capital letters and four digits}
                      month: {header: [Month], type: month}
                """)
                .catalogue();
        records = new RecordStore(catalogue, RecordsProperties.defaults(folder.toString()));
        checker = TestChecker.of(catalogue, records);
    }

    @AfterAll
    static void close() {
        records.close();
    }

    static List<String> messes() throws IOException {
        try (Stream<Path> files = Files.list(MESSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.xls[xm]"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messes")
    void becomesWhatIsWrittenBesideIt(String mess) throws IOException {
        assertThat(told(mess)).isEqualTo(Files.readString(expectation(mess)));
    }

    /** How a text is built is for the catalogue to say, see {@link PatternCellsTests}. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PATTERN_EXPECTED")
    void oneOfThemHasTheFullSentenceOfEachRule(ReadingRule rule) throws IOException {
        assertThat(messes())
                .anySatisfy(mess -> assertThat(Files.readString(expectation(mess)))
                        .containsPattern("(?m)^[A-Z]+ " + rule.id() + ": " + mess));
    }

    @Test
    void areAtLeastTwentyFive() throws IOException {
        assertThat(messes()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static Path expectation(String mess) {
        return MESSES.resolve(mess.replaceFirst("\\.xls[xm]$", ".txt"));
    }

    private static String told(String mess) throws IOException {
        var submission = new Submission(
                1, "hash of " + mess, mess, "visits", team(mess), DECEMBER, PREPARED_ON, nothingToReport(mess));
        CheckedReturn checked = checker.check(submission, MESSES.resolve(mess), List.of());
        var lines = new ArrayList<String>();
        lines.add(checked.verdict().id());
        for (RowCount count : checked.counts()) {
            lines.add(count.dataset() + ": " + count.read() + " rows = " + count.accepted() + " accepted + "
                    + count.refused() + " refused + " + count.blank() + " blank");
        }
        for (DatasetReading reading : checked.readings()) {
            CellCount cells = reading.cells();
            lines.add(reading.dataset().id() + ": " + cells.cells() + " cells = " + cells.used() + " used + "
                    + cells.notAskedFor() + " not asked for + " + cells.unreadable() + " unreadable");
        }
        checked.segments().stream()
                .flatMap(segment -> rows(checked, segment.dataset()).stream())
                .forEach(lines::add);
        checked.findings().stream()
                .map(finding -> finding.severity() + " " + finding.rule() + ": " + finding.sentence())
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String team(String mess) {
        return mess.startsWith("of-the-whole-trust") ? "trust" : "north";
    }

    /** The datasets without a sheet, as the sheet Return says. */
    private static Set<String> nothingToReport(String mess) throws IOException {
        try (var workbook = TestWorkbooks.sourceWorkbooks().open(MESSES.resolve(mess), mess)) {
            Set<String> sheets =
                    workbook.sheets().stream().map(SourceSheet::name).collect(Collectors.toSet());
            return catalogue.datasets().stream()
                    .filter(dataset -> !sheets.contains(dataset.name()))
                    .map(Dataset::id)
                    .collect(Collectors.toSet());
        } catch (UnreadableWorkbookException e) {
            throw new AssertionError(mess, e);
        }
    }

    /** The accepted rows with the values they have, texts cut short with their length. */
    private static List<String> rows(CheckedReturn checked, String id) {
        Dataset dataset = catalogue.datasets().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<SelectedSegment> segments = checked.segments().stream()
                .map(segment -> new SelectedSegment(segment, DECEMBER, PREPARED_ON, 1))
                .toList();
        try (RecordSet set = records.select(segments, DECEMBER)) {
            return set.query("select * from " + id + " order by sheet_row", Window.of(DECEMBER), row -> {
                var values = new StringJoiner(", ", id + " row " + row.getInt("sheet_row") + ": ", "");
                for (Column column : dataset.columns()) {
                    String value = row.getString(column.name());
                    if (value != null) {
                        values.add(column.name() + " " + shortened(value));
                    }
                }
                return values.toString();
            });
        }
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 20) + "… (" + value.length() + " characters)";
    }

    /** Writes what becomes of each anew, to be read and kept if it is right. */
    public static void main(String[] arguments) throws IOException {
        open(Files.createTempDirectory("messes"));
        for (String mess : messes()) {
            try {
                Files.writeString(expectation(mess), told(mess));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        close();
    }
}
