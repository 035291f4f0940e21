package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.samples.ExpectedFigure;
import org.scrutineer.samples.ExpectedFigures;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole job on the sample returns, by what it leaves behind. */
class SampleReturnsRunTests {

    @TempDir
    static Path folder;

    private static Installation installation;
    private static Installation.Answer firstRun;
    private static Map<String, byte[]> published;

    @BeforeAll
    static void runOnce() {
        Installation.AfterRun afterRun = Installation.afterSampleReturns(folder);
        installation = afterRun.installation();
        firstRun = afterRun.answer();
        published = installation.publications();
    }

    @Test
    void endsWellAndSaysWhatAPersonWantsToKnow() {
        assertThat(firstRun.err()).isEmpty();
        assertThat(firstRun.exitCode()).isZero();
        assertThat(firstRun.out())
                .contains("31 files in the input folder, 31 of them new.")
                .contains("December 2018 (run 1)")
                .contains(
                        "Returns     14 of 15 expected received; 8 accepted, 7 accepted with findings, 1 superseded by"
                                + " a newer one")
                .contains("missing: Leaving Care Team West (team-performance)")
                .contains("Rows        13,980 read = 13,849 accepted + 11 refused + 120 blank")
                .contains("December 2021 (run 2)")
                .contains("performance-2018-12-commissioner.xlsx")
                .contains("Safeguarding Team West, 12 findings, the first: 2018-12/SG West Dec18 v2.xlsx, sheet Child"
                        + " protection, cell F15, also cell B15: found \"Child protection plan end date 14 Jun 2018, Child protection"
                        + " plan start date 11 Dec 2018\"; expected otherwise: the plan ends before it starts. Correct"
                        + " whichever date is wrong, in the case management system too.");
    }

    @Test
    void calculatesEveryPublishedFigureFromTheRows() throws IOException {
        List<CSVRecord> figures = csv("2018-12/run-0001");
        figures.addAll(csv("2021-12/run-0002"));

        assertThat(ExpectedFigures.all()).hasSizeGreaterThan(40).allSatisfy(expected -> {
            CSVRecord found = trustFigure(figures, expected);
            assertThat(new BigDecimal(found.get("numerator"))).isEqualByComparingTo(expected.numerator());
            if (expected.denominator() != null) {
                assertThat(new BigDecimal(found.get("denominator"))).isEqualByComparingTo(expected.denominator());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2018-12/run-0001, AS01, month, 65",
        "2018-12/run-0001, AS02, snapshot, 1024",
        "2018-12/run-0001, AS04, snapshot, 192",
        "2018-12/run-0001, CN02, snapshot, 35",
        "2018-12/run-0001, CP06, snapshot, 59",
        "2018-12/run-0001, WF15, snapshot, 328",
        "2018-12/run-0001, WF21, snapshot, 34",
        "2018-12/run-0001, WF20, snapshot, 23",
        "2018-12/run-0001, WF19, snapshot, 25",
        "2018-12/run-0001, WF13, snapshot, 18",
        "2018-12/run-0001, WF02, snapshot, 30.5",
        "2018-12/run-0001, WF01, snapshot, 43.0",
        "2021-12/run-0002, WF16, snapshot, 528",
        "2021-12/run-0002, WF17, snapshot, 380",
        "2021-12/run-0002, WF13, snapshot, 22.5",
        "2021-12/run-0002, WF01, snapshot, 28.0",
        "2021-12/run-0002, WF02, snapshot, 16.6",
        "2021-12/run-0002, WF22, rolling-12-months, 15",
        "2021-12/run-0002, WF18, rolling-12-months, 48",
        "2021-12/run-0002, WF10, rolling-12-months, 47",
        "2021-12/run-0002, LA08D, year-to-date, 47",
    })
    void givesTheValueThatWasPublished(String run, String indicator, String timing, BigDecimal value)
            throws IOException {
        CSVRecord found = csv(run).stream()
                .filter(figure -> isTrustFigure(figure, indicator, timing))
                .findFirst()
                .orElseThrow();

        assertThat(new BigDecimal(found.get("value")).setScale(value.scale(), java.math.RoundingMode.HALF_UP))
                .isEqualTo(value);
    }

    @Test
    void showsANetLossOverTwelveMonthsAndMoreStartersOverTheLastThree() throws IOException {
        List<CSVRecord> figures = csv("2021-12/run-0002");

        assertThat(value(figures, "WF09", "rolling-12-months")).isNegative();
        assertThat(value(figures, "WF09", "rolling-3-months")).isPositive();
    }

    @Test
    void findsWorkersWithMoreThanFiftyCasesAndATeamWithoutPermanentSocialWorkersInFirstResponse() throws IOException {
        List<CSVRecord> firstResponse = csv("2018-12/run-0001").stream()
                .filter(figure -> figure.get("organisation").equals("first-response"))
                .toList();

        assertThat(firstResponse)
                .filteredOn(figure -> List.of("WF05", "WF14").contains(figure.get("indicator")))
                .extracting(figure -> figure.get("indicator") + " " + figure.get("value"))
                .containsExactly("WF05 4", "WF14 1");
    }

    @Test
    void neverTakesAMissingTeamForZero() throws IOException {
        assertThat(csv("2018-12/run-0001"))
                .filteredOn(figure -> figure.get("indicator").equals("CL01")
                        && figure.get("authority").isEmpty()
                        && !figure.get("organisation").equals("leaving-care-north"))
                .isNotEmpty()
                .allSatisfy(figure ->
                        assertThat(figure.get("value") + figure.get("status")).isEqualTo("x"));
    }

    @Test
    void linesByAuthoritySumToTheWhole() throws IOException {
        List<CSVRecord> figures = csv("2021-12/run-0002").stream()
                .filter(figure -> figure.get("indicator").equals("CN02")
                        && figure.get("level").equals("trust"))
                .toList();

        BigDecimal whole = figures.stream()
                .filter(figure -> figure.get("authority").isEmpty())
                .map(figure -> new BigDecimal(figure.get("denominator")))
                .findFirst()
                .orElseThrow();
        BigDecimal parts = figures.stream()
                .filter(figure -> !figure.get("authority").isEmpty())
                .map(figure -> new BigDecimal(figure.get("denominator")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(figures).extracting(figure -> figure.get("authority")).containsExactly("", "WNC", "NNC", "NEITHER");
        assertThat(parts).isEqualByComparingTo(whole);
    }

    @Test
    void writesTheScorecardCellByCell() throws IOException {
        Map<String, List<String>> scorecard = scorecard("2018-12/run-0001", "2018-12");

        assertThat(scorecard.get("Code"))
                .startsWith("Indicator", "Theme", "Good is", "Unit", "Timing", "Numerator", "Denominator", "Value");
        assertThat(scorecard.get("AS01"))
                .startsWith(
                        "Assessments completed within 45 working days",
                        "Front door and assessment",
                        "High",
                        "per cent",
                        "Month",
                        "260",
                        "400",
                        "65.0")
                .contains("90", "85", "Red", "5 of 5");
        assertThat(scorecard.get("CL01")).contains("[x]", "1 of 2");
        assertThat(scorecard.get("LA22")).contains("71.4", "[p]", "4 of 5");
    }

    @Test
    void givesEachAudienceItsFolder() {
        assertThat(published.keySet())
                .filteredOn(file -> file.endsWith("indicators.csv"))
                .containsExactly(
                        "2018-12/run-0001/commissioner/data/indicators.csv",
                        "2018-12/run-0001/committee/data/indicators.csv",
                        "2018-12/run-0001/trust/data/indicators.csv",
                        "2021-12/run-0002/commissioner/data/indicators.csv",
                        "2021-12/run-0002/committee/data/indicators.csv",
                        "2021-12/run-0002/north/data/indicators.csv",
                        "2021-12/run-0002/trust/data/indicators.csv",
                        "2021-12/run-0002/west/data/indicators.csv");
    }

    /** Ids of children and workers, and names of those who prepared returns, as the sample returns have them. */
    @Test
    void givesNoAudienceAPersonalValue() throws IOException {
        var personal = Pattern.compile("\\b(C\\d{6}|W\\d{4})\\b|Ruari Penhallow");
        assertThat(AudienceFolder.text(Files.readAllBytes(Path.of("input/2021-12/SG West Dec21.xlsx"))))
                .containsPattern("\\bC\\d{6}\\b");

        for (Map.Entry<String, byte[]> file : published.entrySet()) {
            assertThat(AudienceFolder.text(file.getValue())).as(file.getKey()).doesNotContainPattern(personal);
        }
    }

    /** Numbers of one council that no figure of the other has, looked for in every part of every file of the other's. */
    @Test
    void givesNoCouncilAFigureOfTheOther() throws IOException {
        List<CSVRecord> all = csv("2021-12/run-0002", "trust");
        for (List<String> pair : List.of(List.of("west", "WNC", "NNC"), List.of("north", "NNC", "WNC"))) {
            AudienceFolder folder = AudienceFolder.of(published, "2021-12/run-0002/" + pair.get(0) + "/");
            Set<String> others = AudienceFolder.canaries(all, Set.of(pair.get(2), "NEITHER"));
            Set<String> own = AudienceFolder.canaries(csv("2021-12/run-0002", pair.get(0)), Set.of(pair.get(1), ""));
            others.removeAll(own);

            assertThat(others).hasSizeGreaterThan(50);
            assertThat(own).hasSizeGreaterThan(50);
            assertThat(folder.numbers()).containsAll(own).doesNotContainAnyElementsOf(others);
        }
    }

    @Test
    void hidesSmallNumbersOfPeopleFromThePublic() throws IOException {
        for (String run : List.of("2018-12/run-0001", "2021-12/run-0002")) {
            Map<String, CSVRecord> told = AudienceFolder.byFigure(csv(run, "trust"));
            List<CSVRecord> committee = csv(run, "committee");

            assertThat(committee).hasSizeBetween(15, 20);
            for (CSVRecord figure : committee) {
                CSVRecord full = told.get(AudienceFolder.key(figure));
                if (figure.get("status").equals("c")) {
                    assertThat(figure.get("value") + figure.get("rag") + figure.get("change") + figure.get("direction"))
                            .isEmpty();
                } else {
                    assertThat(figure.get("value")).isEqualTo(full.get("value"));
                }
            }
        }
    }

    @Test
    void noFileHasPartsThatNobodySees() throws IOException {
        for (Map.Entry<String, byte[]> file : published.entrySet()) {
            String text = AudienceFolder.text(file.getValue());
            assertThat(text.lines())
                    .as(file.getKey())
                    .noneMatch(
                            part -> part.matches(
                                    "(?:xl|word|ppt|customXml|docProps)/.*(?i:comments|externalLink"
                                            + "|connections|queryTable|pivotCache|vba|printerSettings|custom\\.xml|thumbnail|people).*"));
            assertThat(text)
                    .as(file.getKey())
                    .doesNotContainPattern(
                            "state=\"(?:hidden|veryHidden)\"| hidden=\"(?:1|true)\"|<w:vanish|<w:del |<w:ins ");
            Pattern.compile("<definedName name=\"([^\"]*)\"")
                    .matcher(text)
                    .results()
                    .forEach(name -> assertThat(name.group(1)).as(file.getKey()).startsWith("_xlnm.Print_"));
            Pattern.compile("<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<")
                    .matcher(text)
                    .results()
                    .forEach(name -> assertThat(name.group(1))
                            .as(file.getKey())
                            .isEqualTo("Northamptonshire children's services"));
        }
    }

    @Test
    void givesTheSameFigureToWhoeverGetsIt() throws IOException {
        Map<String, CSVRecord> told = AudienceFolder.byFigure(csv("2021-12/run-0002", "trust"));
        for (String audience : List.of("commissioner", "west", "north")) {
            List<CSVRecord> figures = csv("2021-12/run-0002", audience);

            assertThat(figures)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(figure -> assertThat(figure.toList())
                            .isEqualTo(told.get(AudienceFolder.key(figure)).toList()));
        }
    }

    @Test
    void closesTheRowsInTheManifest() {
        JsonNode manifest = JsonMapper.shared()
                .readTree(new String(published.get("2018-12/run-0001/manifest.json"), StandardCharsets.UTF_8));

        assertThat(manifest.findValue("read").asLong())
                .isEqualTo(manifest.findValue("accepted").asLong()
                        + manifest.findValue("refused").asLong()
                        + manifest.findValue("blank").asLong())
                .isPositive();
    }

    @Test
    void doesNothingTwice() {
        Installation.Answer second = installation.command("run");

        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .contains("31 files in the input folder, none of them new.")
                .contains("There was nothing new to do; nothing was read or published twice.")
                .contains("December 2018: 14 of 15 expected received");
        assertThat(installation.publications()).containsExactlyEntriesOf(published);
    }

    @Test
    void writesTheSameBytesInAnotherPlaceTimeZoneAndLocale(@TempDir Path elsewhere) throws IOException {
        Installation other = Installation.empty(elsewhere, Path.of("config/catalogue"));
        FileSystemUtils.copyRecursively(Path.of("input/2018-12"), other.input().resolve("2018-12"));
        Map<String, byte[]> expected = installation.publicationsWhenever();
        expected.keySet().removeIf(file -> !file.startsWith("2018-12/"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            other.command("run");

            assertThat(expected).hasSizeGreaterThan(10);
            assertThat(other.publicationsWhenever()).containsExactlyEntriesOf(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<CSVRecord> csv(String run) throws IOException {
        return csv(run, "commissioner");
    }

    private static List<CSVRecord> csv(String run, String audience) throws IOException {
        byte[] bytes = published.get(run + "/" + audience + "/data/indicators.csv");
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        }
    }

    private static CSVRecord trustFigure(List<CSVRecord> figures, ExpectedFigure expected) {
        return figures.stream()
                .filter(figure -> figure.get("period").equals(expected.period().toString()))
                .filter(figure -> isTrustFigure(figure, expected.indicator(), expected.timing()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + expected));
    }

    private static boolean isTrustFigure(CSVRecord figure, String indicator, String timing) {
        return figure.get("level").equals("trust")
                && figure.get("authority").isEmpty()
                && figure.get("indicator").equals(indicator)
                && figure.get("timing").equals(timing);
    }

    private static BigDecimal value(List<CSVRecord> figures, String indicator, String timing) {
        return figures.stream()
                .filter(figure -> isTrustFigure(figure, indicator, timing))
                .map(figure -> new BigDecimal(figure.get("value")))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of the sheet Scorecard by the code in them, without the code, as a reader sees them. */
    private static Map<String, List<String>> scorecard(String run, String period) throws IOException {
        Path file = installation
                .output()
                .resolve("publications/" + run + "/commissioner/performance-" + period + "-commissioner.xlsx");
        var format = new DataFormatter(Locale.UK);
        format.setUseCachedValuesForFormulaCells(true);
        var rows = new java.util.HashMap<String, List<String>>();
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            XSSFSheet sheet = workbook.getSheet("Scorecard");
            for (Row row : sheet) {
                if (row.getLastCellNum() > 5) {
                    var cells = new java.util.ArrayList<String>();
                    row.forEach(cell -> cells.add(format.formatCellValue(cell)));
                    rows.put(cells.remove(1), cells);
                }
            }
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
        return rows;
    }
}
