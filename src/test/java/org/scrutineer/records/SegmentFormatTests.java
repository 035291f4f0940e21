package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.records.StagedColumn.Kind;

/** The engine reads of a segment what was staged, to the last bit and by the same types. */
class SegmentFormatTests {

    private static final String NAMES = "abcd";

    /** The most digits a decimal has. */
    private static final long MOST_UNSCALED = 999_999_999_999_999_999L;

    private static final long FAR_SECONDS = 9_000_000_000_000L;
    private static final int FAR_DAYS = 2_000_000_000;

    @TempDir
    Path folder;

    private Engine engine;
    private StagedRowsFunction function;

    @BeforeEach
    void teachesAnEngine() throws SQLException {
        engine = Engine.open(
                RecordsProperties.defaults(folder.toString()).forSmallTables(),
                aCatalogue().catalogue().calendar());
        function = StagedRowsFunction.teach(engine);
    }

    @AfterEach
    void closesIt() throws SQLException {
        engine.close();
    }

    /** Around the sizes at which groups, parts of blocks, blocks and the engine's vectors end. */
    static Stream<Integer> sizes() {
        return Stream.of(
                0, 1, 2, 7, 8, 9, 16, 31, 32, 33, 34, 64, 65, 127, 128, 129, 130, 257, 2_047, 2_048, 2_049, 5_003);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyColumnComesBackAsItWent(int size) throws Exception {
        for (int seed = 0; seed < 2; seed++) {
            StagedRows rows = random(new Random(31L * size + seed), size);

            assertComesBack(rows, Set.of());
        }
    }

    @Test
    void soDoTheRowsThatAreNotRefused() throws Exception {
        var random = new Random(7);
        StagedRows rows = random(random, 3_000);

        assertComesBack(rows, random.ints(1_500, 0, 4_000).boxed().collect(Collectors.toSet()));
        assertComesBack(rows, IntStream.rangeClosed(1, 3_000).boxed().toList());
    }

    @Test
    void extremesComeBack() throws Exception {
        var integers = new StagedColumn("integers", Kind.INTEGER);
        var days = new StagedColumn("days", Kind.DATE);
        var moments = new StagedColumn("moments", Kind.DATE_TIME);
        var decimals = new StagedColumn("decimals", Kind.DECIMAL);
        var money = new StagedColumn("money", Kind.MONEY);
        var texts = new StagedColumn("texts", Kind.TEXT);
        var sheetRows = new StagedColumn("sheet_row", Kind.ROW);
        var rows = new StagedRows(List.of(integers, days, moments, decimals, money, texts, sheetRows));
        long[] signs = {-1, 1, 1, -1, -1, 0, 1, 0};
        String[] extremes = {"", " ", "\0", "é\uD83D\uDC66", "x".repeat(32_767), "'\"\\\n", "", "\uFFFD"};
        for (int i = 0; i < signs.length; i++) {
            integers.number(Kind.INTEGER, signs[i] < 0 ? Long.MIN_VALUE : signs[i] > 0 ? Long.MAX_VALUE : 0);
            days.number(Kind.DATE, signs[i] * FAR_DAYS);
            moments.number(Kind.DATE_TIME, signs[i] * FAR_SECONDS);
            decimals.decimal(signs[i] * MOST_UNSCALED);
            money.decimal(-signs[i] * MOST_UNSCALED);
            texts.text(extremes[i]);
            sheetRows.number(Kind.ROW, i % 2 == 0 ? Integer.MAX_VALUE : 1);
            rows.endRow();
        }

        assertComesBack(rows, Set.of());
    }

    @Test
    void repeatedTextsStandInTheSegmentOnce() throws IOException {
        var repeated = new StagedColumn("team", Kind.TEXT);
        var sheetRows = new StagedColumn("sheet_row", Kind.ROW);
        var rows = new StagedRows(List.of(repeated, sheetRows));
        for (int i = 0; i < 10_000; i++) {
            repeated.text("a team of many words, number " + i / 1_000);
            sheetRows.number(Kind.ROW, i + 2);
            rows.endRow();
        }

        rows.write(Set.of(), file());

        assertThat(Files.size(file())).isLessThan(2_000);
    }

    /** Every kind of column with few and with many different values, and with no, some and only blanks. */
    private static StagedRows random(Random random, int size) {
        var columns = new ArrayList<StagedColumn>();
        var kinds = new ArrayList<Kind>();
        columns.add(new StagedColumn("sheet_row", Kind.ROW));
        kinds.add(Kind.ROW);
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.ROW))) {
            for (int i = 0; i < NAMES.length(); i++) {
                columns.add(new StagedColumn(kind + "_" + NAMES.charAt(i), kind));
                kinds.add(kind);
            }
        }
        columns.add(new StagedColumn(RuleSql.UNREADABLE, Kind.TEXT));
        kinds.add(Kind.TEXT);
        int[] blanksOfAThousand = {0, 0, 1, 20, 500, 980, 1_000};
        int[] different = {1, 2, 3, 9, 300, 100_000};
        var shapes = new int[columns.size()][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = new int[] {
                blanksOfAThousand[random.nextInt(blanksOfAThousand.length)],
                different[random.nextInt(different.length)],
                random.nextInt(20)
            };
        }
        var rows = new StagedRows(columns);
        int row = 1;
        for (int i = 0; i < size; i++) {
            columns.get(0).number(Kind.ROW, row);
            row += 1 + random.nextInt(2);
            for (int j = 1; j < columns.size(); j++) {
                if (random.nextInt(1_000) < shapes[j][0]) {
                    columns.get(j).blank();
                } else {
                    // Now and then the same value for a while.
                    boolean again = shapes[j][2] > 12 && i % 50 > 5;
                    add(columns.get(j), kinds.get(j), again ? 5 : random.nextInt(shapes[j][1]), shapes[j][2]);
                }
            }
            rows.endRow();
        }
        return rows;
    }

    private static void add(StagedColumn column, Kind kind, int value, int shape) {
        long spread = new Random(value).nextLong();
        switch (kind) {
            case TEXT -> column.text(shape % 2 == 0 ? Integer.toString(value) : "é".repeat(value % 40) + value);
            case INTEGER -> column.number(kind, shape % 2 == 0 ? value - 40 : spread >> shape % 8 * 8);
            case DATE -> column.number(kind, shape % 2 == 0 ? 18_000 + value : spread % FAR_DAYS);
            case DATE_TIME -> column.number(kind, spread % FAR_SECONDS);
            case YES_NO -> column.number(kind, value & 1);
            case DECIMAL, MONEY -> column.decimal(shape % 2 == 0 ? value * 5_000L : spread % MOST_UNSCALED);
            case ROW -> throw new IllegalArgumentException("only one column has the rows' numbers");
        }
    }

    private void assertComesBack(StagedRows rows, Collection<Integer> refused) throws SQLException, IOException {
        long written = rows.write(refused, file());
        String kept = refused.isEmpty()
                ? "true"
                : "sheet_row not in (" + refused.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        boolean hasUnreadable =
                rows.columns().stream().anyMatch(column -> column.name().equals(RuleSql.UNREADABLE));
        String staged = "(select *" + (hasUnreadable ? " exclude (" + RuleSql.UNREADABLE + ")" : "") + " from "
                + function.name("rows", rows) + " where " + kept + ")";
        String sealed = "(select * from read_parquet(" + Engine.literal(file().toString()) + "))";

        assertThat(asked("select column_name || ' ' || column_type from (describe " + sealed + ")"))
                .isEqualTo(asked("select column_name || ' ' || column_type from (describe " + staged + ")"));
        assertThat(asked("select count(*) from " + sealed)).containsExactly(Long.toString(written));
        assertThat(asked("select count(*) from " + staged)).containsExactly(Long.toString(written));
        assertThat(asked("select staged::varchar || ' became ' || sealed::varchar from " + staged
                        + " as staged positional join " + sealed
                        + " as sealed where staged is distinct from sealed limit 3"))
                .isEmpty();
    }

    private Path file() {
        return folder.resolve("segment.parquet");
    }

    private List<String> asked(String sql) throws SQLException {
        try (var connection = engine.connect()) {
            return Rows.of(connection, sql, "a question", row -> row.getString(1));
        }
    }
}
