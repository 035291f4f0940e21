package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.Scrutineer;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.trace.CellTrace;
import org.scrutineer.trace.CellTracer;
import org.scrutineer.trace.FigureTrace;
import org.scrutineer.trace.FigureTracer;
import org.scrutineer.trace.NotTraceableException;
import org.scrutineer.trace.TracedRow;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures of the sample returns followed to their cells, and cells to the figures they feed. */
class TraceTests {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final int SAMPLED_FIGURES = 3;

    @TempDir
    static Path folder;

    private static Installation installation;
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void runOnce() throws IOException {
        installation = Installation.afterSampleReturns(folder).installation();
        context = new Workplace(
                        Scrutineer.class,
                        () -> "officer",
                        Map.of(
                                "folders.input", installation.input().toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new java.io.PrintWriter(System.err))
                .open();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    @Tag("long")
    void everyFigureIsWhatTheRowsBehindItSumTo() throws IOException {
        assertThat(context.getBean(FigureTracer.class)
                        .check(context.getBean(Runs.class)
                                .newest(ReportingPeriod.of(2021, 12))
                                .orElseThrow()))
                .isNotEmpty()
                .noneMatch(checked -> checked.agreement() == FigureTrace.Agreement.DIFFERS)
                .anyMatch(checked -> checked.agreement() == FigureTrace.Agreement.AGREES);
    }

    @Test
    void ofAThousandFiguresTheOneThatItsRowsDoNotSumToIsToldAndEndsInFailure() {
        var ledger = context.getBean(JdbcClient.class);
        String tamper = "update indicator_value set numerator = numerator + ? where run = 1 and indicator = 'AS01'"
                + " and organisation = 'first-response-1' and timing = 'month'";
        ledger.sql(tamper).param(1).update();
        try {
            var answer = installation.command("trace", "--period", "2018-12");

            assertThat(answer.exitCode()).isEqualTo(3);
            assertThat(answer.out())
                    .containsPattern(
                            "AS01, First Response Team 1, month: the rows sum to \\d+ of \\d+, but the figure is"
                                    + " \\d+ of \\d+\\.")
                    .containsPattern("of [\\d,]+ figures, \\d+,\\d{3} are what the rows behind them sum to")
                    .contains(", 1 differ.");
        } finally {
            ledger.sql(tamper).param(-1).update();
        }
    }

    @Test
    void aFigureIsFollowedToTheCellsOfTheFileItCameFrom() throws IOException {
        JsonNode trace = figure("--indicator", "AS01", "--organisation", "First Response Team 1");

        assertThat(trace.path("figure").path("definition").path("numerator").asString())
                .contains("working_days");
        assertThat(sum(trace, "to_numerator"))
                .isEqualByComparingTo(trace.path("figure").path("numerator").asString());
        assertThat(sum(trace, "to_denominator"))
                .isEqualByComparingTo(trace.path("figure").path("denominator").asString());
        assertThat(rows(trace))
                .extracting(row -> row.path("role").asString())
                .contains("numerator", "denominator", "not-counted");
        for (JsonNode row : rows(trace)) {
            assertThat(row.path("file").asString()).isEqualTo("2018-12/FRT1 Dec 18.xlsx");
            assertThat(row.path("sha256").asString()).hasSize(64);
            if (row.path("role").asString().equals("not-counted")) {
                assertThat(row.path("why").asString()).isEqualTo("does not meet: authorised between :start and :end");
            }
        }
        try (var workbook = open("2018-12/FRT1 Dec 18.xlsx")) {
            for (JsonNode row : rows(trace)) {
                for (JsonNode cell : row.path("cells")) {
                    if (!cell.path("raw").asString().equals("masked")) {
                        assertThat(cell.path("raw").asString())
                                .isEqualTo(shown(
                                        workbook,
                                        row.path("sheet").asString(),
                                        cell.path("cell").asString()));
                    }
                }
            }
        }
    }

    @Test
    void aRowOfAViewIsFollowedToAllTheRowsItWasMadeOf() {
        JsonNode trace = figure("--indicator", "WF05", "--organisation", "first-response");

        JsonNode worker = rows(trace).get(0);
        assertThat(worker.path("role").asString()).isEqualTo("numerator");
        assertThat(worker.path("to_numerator").asString()).isEqualTo("1");
        assertThat(worker.path("also").size()).isGreaterThanOrEqualTo(50);
        assertThat(worker.path("also").get(0).path("sheet").asString()).isEqualTo("Assessments");
    }

    @Test
    void whatIsOfAPersonIsMaskedUnlessAskedForWithAReasonWhichIsKept() throws IOException {
        String child;
        try (var workbook = open("2018-12/FRT1 Dec 18.xlsx")) {
            child = shown(workbook, "Assessments", "A10");
        }
        String[] question = {
            "trace", "--period", "2018-12", "--indicator", "AS01", "--organisation", "first-response-1", "--json"
        };

        assertThat(installation.command(question).out()).doesNotContain(child).contains("masked");

        var personal = new ArrayList<>(List.of(question));
        personal.addAll(List.of("--personal", "--reason", "complaint 17"));
        assertThat(installation.command(personal.toArray(String[]::new)).out()).contains(child);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select who, subject, reason from trace_log")
                        .query((row, number) -> row.getString(1) + ": " + row.getString(2) + ": " + row.getString(3))
                        .list())
                .containsExactly("officer: figure AS01 of 2018-12, run 1, first-response-1: complaint 17");
    }

    /** What a figure says of its cells, and what the cells say of the figure, is the same. */
    @Test
    void aCellFeedsTheFiguresThatAreFollowedToIt() throws NotTraceableException, IOException {
        Run run =
                context.getBean(Runs.class).newest(ReportingPeriod.of(2018, 12)).orElseThrow();
        List<IndicatorValue> given = context.getBean(IndicatorValues.class).of(run.number()).stream()
                .filter(value -> value.numerator() != null)
                .filter(value -> value.numerator().signum() != 0)
                .toList();
        var dice = new Random(4);
        for (int i = 0; i < SAMPLED_FIGURES; i++) {
            IndicatorValue value = given.get(dice.nextInt(given.size()));
            FigureTrace trace = context.getBean(FigureTracer.class)
                    .trace(new FigureTrace.Question(
                            run, value.indicator(), value.organisation(), value.authority(), value.timing(), false));
            if (trace.agreement() == FigureTrace.Agreement.NOT_FROM_ROWS) {
                // A year is added up from the months of the history return, so no row of these files feeds it.
                assertThat(value.timing()).isNotIn(Timing.MONTH, Timing.SNAPSHOT);
                continue;
            }
            assertThat(trace.agreement()).as(value.toString()).isEqualTo(FigureTrace.Agreement.AGREES);
            TracedRow row = trace.rows().get(dice.nextInt(trace.rows().size()));
            TracedRow.Origin origin =
                    row.origins().get(dice.nextInt(row.origins().size()));
            // The last column is one the definition uses; the first may be there to tell the row by alone.
            CellAsRead cell = origin.cells().get(origin.cells().size() - 1);

            CellTrace back = context.getBean(CellTracer.class)
                    .trace(origin.submission().fileHash(), origin.sheet() + "!" + cell.cell(), false);

            Role role = row.row().role();
            assertThat(back.feeds().stream()
                            .filter(feed -> feed.indicator().id().equals(value.indicator())
                                    && feed.timing() == value.timing()
                                    && feed.organisation().equals(value.organisation())
                                    && feed.authority().equals(value.authority()))
                            .map(CellTrace.Feed::role))
                    .as(value + " and " + cell)
                    .isEqualTo(role == Role.NOT_COUNTED ? List.of() : List.of(role));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRT2 Dec 18.xlsx        | Assessments!C14        | The return counts no more: 2018-12/FRT2 Dec 18 CORRECTED.xlsx, prepared later, has taken its place.
            SG West Dec18 v2.xlsx   | Child protection!F15   | The row was kept out. 2018-12/SG West Dec18 v2.xlsx, sheet Child protection, cell F15, also cell B15: expected otherwise: the plan ends before it starts. Correct whichever date is wrong, in the case management system too.
            FRT1 Dec 18.xlsx        | Assessments!C1         | Row 1 holds no record: it is the header or above it, blank, a total, a note, or below the last one.
            """)
    void aCellThatFeedsNoFigureSaysWhy(String file, String cell, String why) throws Exception {
        assertThat(context.getBean(CellTracer.class).trace(file, cell, false).why())
                .containsExactly(why);
    }

    @Test
    void aColumnOrSheetThatNobodyAskedForSaysWhichWereRead() throws Exception {
        var tracer = context.getBean(CellTracer.class);

        assertThat(tracer.trace("FRT1 Dec 18.xlsx", "Assessments!$ZZ$14", false).why())
                .singleElement()
                .asString()
                .startsWith(
                        "The column is not asked for, and was not read. Those that were on this sheet are A (Child ID)");
        assertThat(tracer.trace("FRT1 Dec 18.xlsx", "Return!B4", false).why())
                .singleElement()
                .asString()
                .startsWith("Sheet Return was not read for rows; those that were are ")
                .endsWith("The sheet Return says whose return it is and for which period, and feeds every figure so.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AS1  |                  |     | month    | There is no indicator "AS1" in December 2018. Did you mean AS01?
            AS01 | First Respons    |     | month    | There is no team or service "First Respons". Did you mean First Response?
            AS01 |                  |     | snapshot | Run 1 has no figure AS01 for the timing snapshot, only for month, year-to-date, rolling-12-months.
            AS01 |                  | XXX | month    | Run 1 has no figure AS01 for Northamptonshire children's services, neither authority; authorities are told apart for the organisation as a whole, by the codes NCC, NEITHER.
            """)
    void aFigureThatThereIsNotSaysWhichThereAre(
            String indicator, String organisation, String authority, String timing, String said) {
        Run run =
                context.getBean(Runs.class).newest(ReportingPeriod.of(2018, 12)).orElseThrow();
        var question = new FigureTrace.Question(
                run, indicator, organisation, authority == null ? "" : authority, Timing.of(timing), false);

        assertThatThrownBy(() -> context.getBean(FigureTracer.class).trace(question))
                .isInstanceOf(NotTraceableException.class)
                .hasMessage(said);
    }

    @Test
    void aFileThatWasNotReceivedAndWhatIsNoCellAreTold() {
        var tracer = context.getBean(CellTracer.class);

        assertThatThrownBy(() -> tracer.trace("FRT1 Dec 19.xlsx", "Assessments!B7", false))
                .hasMessageStartingWith("No return \"FRT1 Dec 19.xlsx\" was received.");
        assertThatThrownBy(() -> tracer.trace("FRT1 Dec 18.xlsx", "B7", false))
                .hasMessage("\"B7\" is no cell; write it with its sheet, as Assessments!B7.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --indicator AS01                              | What is to be traced? Give --period and --indicator for a figure, --period alone for all figures of a run, or --file and --cell for a cell.
            --period 2018-12 --indicator AS01 --personal  | Values of personal columns are shown with a reason only: give --reason "…".
            --period 2018-12 --indicator AS01 --reason x  | A --reason is given with --personal only.
            --period 2018-12 --indicator AS01 --run 2     | Run 2 is of December 2021, not of December 2018.
            """)
    void aQuestionThatIsNotOneIsToldBeforeAnythingIsDone(String question, String said) {
        var words = new ArrayList<>(List.of("trace"));
        words.addAll(List.of(question.strip().split(" +")));
        var answer = installation.command(words.toArray(String[]::new));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo(said);
    }

    private static JsonNode figure(String... question) {
        var words = new ArrayList<>(List.of("trace", "--json", "--period", "2018-12"));
        words.addAll(List.of(question));
        var answer = installation.command(words.toArray(String[]::new));
        assertThat(answer.err()).isEmpty();
        return JsonMapper.shared().readTree(answer.out());
    }

    private static List<JsonNode> rows(JsonNode trace) {
        return StreamSupport.stream(trace.path("rows").spliterator(), false).toList();
    }

    private static BigDecimal sum(JsonNode trace, String what) {
        return rows(trace).stream()
                .map(row -> new BigDecimal(row.path(what).asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static XSSFWorkbook open(String file) throws IOException {
        try (InputStream in = Files.newInputStream(installation.input().resolve(file))) {
            return new XSSFWorkbook(in);
        }
    }

    /** As a person reads it in Excel, a date in the one way that traces write dates. */
    private static String shown(XSSFWorkbook workbook, String sheet, String address) {
        var place = new CellReference(address);
        var row = workbook.getSheet(sheet).getRow(place.getRow());
        Cell cell = row == null ? null : row.getCell(place.getCol());
        if (cell == null) {
            return "";
        }
        return cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)
                ? cell.getLocalDateTimeCellValue().toLocalDate().format(DAY)
                : new DataFormatter(Locale.UK).formatCellValue(cell);
    }
}
