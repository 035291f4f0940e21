package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;
import static org.scrutineer.records.SealedReturns.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;

class SealingTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    private static final String ALL = "child, started, authorised, seen, closed, contacts, hours, cost, council";

    private final Catalogue catalogue = aCatalogue().catalogue();
    private final Dataset assessments = SealedReturns.dataset(catalogue, "assessments");

    @TempDir
    Path temporary;

    private Path folder;
    private RecordStore store;

    @BeforeEach
    void opensAStoreInAFolderWithAnAwkwardName() {
        folder = temporary.resolve("the trust's [2018], \"records\" {é}");
        store = new RecordStore(catalogue, RecordsProperties.defaults(folder.toString()));
    }

    @AfterEach
    void closesIt() {
        store.close();
    }

    @Test
    void everyTypeComesBackAsItWent() throws IOException {
        Segment segment = sealed(
                Set.of(),
                "O'Neill, \"Ann\"; é \uD83D\uDC66 | 2018-12-03 | 2018-12-31 | 2018-12-04T09:30:01 | yes | 9007199254740993"
                        + " | 99999999999999.9999 | -0.01 | WNC",
                "| | | | | | | |",
                "' or 1=1 -- | 1900-01-01 | 2018-12-31 | 2018-12-04T00:00 | no | -3 | 0.0001 | 9999999999999999.99 | NNC");

        assertThat(segment.rows()).isEqualTo(3);
        try (RecordSet records = selected(segment)) {
            assertThat(rows(records, "assessments", "team, sheet_row, period, submission, " + ALL))
                    .containsExactly(
                            "north | 2 | 2018-12 | 7 | O'Neill, \"Ann\"; é \uD83D\uDC66 | 2018-12-03 | 2018-12-31"
                                    + " | 2018-12-04 09:30:01.0 | true | 9007199254740993 | 99999999999999.9999 | -0.01"
                                    + " | WNC",
                            "north | 3 | 2018-12 | 7 |  |  |  |  |  |  |  |  | ",
                            "north | 4 | 2018-12 | 7 | ' or 1=1 -- | 1900-01-01 | 2018-12-31 | 2018-12-04 00:00:00.0"
                                    + " | false | -3 | 0.0001 | 9999999999999999.99 | NNC");
        }
    }

    @Test
    void refusedRowsAreLeftOut() throws IOException {
        Segment segment = sealed(
                Set.of(3, 5),
                "A | 2018-12-03 | | | | | | |",
                "B | 2018-12-03 | | | | | | |",
                "C | 2018-12-03 | | | | | | |",
                "D | 2018-12-03 | | | | | | |");

        assertThat(segment.rows()).isEqualTo(2);
        try (RecordSet records = selected(segment)) {
            assertThat(rows(records, "assessments", "child, sheet_row")).containsExactly("A | 2", "C | 4");
        }
    }

    @Test
    void aSegmentMayHaveNoRows() throws IOException {
        Segment segment = sealed(Set.of(2), "A | 2018-12-03 | | | | | | |");

        assertThat(segment.rows()).isZero();
        try (RecordSet records = selected(segment)) {
            assertThat(rows(records, "assessments", "child")).isEmpty();
        }
    }

    @Test
    void theSameRowsGiveTheSameBytesInPlaceOfThoseThere() throws Exception {
        String[] rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "C" + i % 977 + " | 2018-12-03 | | | | " + i + " | | |")
                .toArray(String[]::new);
        Segment first = sealed(Set.of(17), rows);
        byte[] bytes = Files.readAllBytes(file(first));

        Segment second = sealed(Set.of(17), rows);

        assertThat(second).isEqualTo(first);
        assertThat(file(second)).hasBinaryContent(bytes);
        assertThat(first.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @Test
    void oneStagedReturnCanBeSealedTwice() throws IOException {
        try (StagedReturn staged = store.stage(DECEMBER)) {
            SealedReturns.write(staged, assessments, "north", "A | | | | | | | |", "B | | | | | | | |");

            Segment whole = staged.seal(assessments, Set.of(), "a.parquet");
            Segment half = staged.seal(assessments, Set.of(2), "a.parquet");

            assertThat(List.of(whole.rows(), half.rows())).containsExactly(2L, 1L);
            assertThat(store.holds(whole)).isFalse();
            assertThat(store.holds(half)).isTrue();
        }
    }

    @Test
    void nothingIsLeftBesideTheSegments() throws IOException {
        Segment segment = sealed(Set.of(), "A | 2018-12-03 | | | | | | |");
        try (StagedReturn unsealed = store.stage(DECEMBER)) {
            SealedReturns.write(unsealed, assessments, "north", "A | | | | | | | |");
        }
        selected(segment).close();

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(file(segment));
        }
    }

    @Test
    void aSegmentThatIsMissingOrChangedIsNotHeld() throws IOException {
        Segment segment = sealed(Set.of(), "A | 2018-12-03 | | | | | | |");
        assertThat(store.holds(segment)).isTrue();

        byte[] bytes = Files.readAllBytes(file(segment));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(segment), bytes);
        assertThat(store.holds(segment)).isFalse();

        Files.delete(file(segment));
        assertThat(store.holds(segment)).isFalse();
    }

    private Segment sealed(Set<Integer> refused, String... rows) throws IOException {
        try (StagedReturn staged = store.stage(DECEMBER)) {
            SealedReturns.write(staged, assessments, "north", rows);
            return staged.seal(assessments, refused, "a.parquet");
        }
    }

    private RecordSet selected(Segment segment) {
        return store.select(List.of(new SelectedSegment(segment, DECEMBER, LocalDate.of(2019, 1, 7), 7)), DECEMBER);
    }

    private Path file(Segment segment) {
        return folder.resolve("assessments").resolve(segment.fileName());
    }
}
