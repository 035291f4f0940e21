package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.TestWorkbook.aWorkbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.TestWorkbook;

/** Hospitals, by a catalogue alone: from the wards' returns to the board's workbook. */
class SecondSectorTests {

    private static final Pattern OF_THE_FIRST_SECTOR = Pattern.compile(
            "\\b(child\\w*|councils?|trusts?|social\\W+work\\w*|foster\\w*|ofsted|safeguard\\w*|adopt\\w*"
                    + "|annex a|care leavers?|looked after|missing episodes?|northampton\\w*|england)\\b",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    static Path folder;

    private static Installation installation;
    private static Installation.Answer run;

    @BeforeAll
    static void runOnce() throws IOException {
        installation = Installation.empty(folder, Path.of("src/test/resources/hospitals"));
        Path input = installation.input();
        cover("ward", "Birch Ward")
                .sheet("Stays")
                .row(1, "Stay number", "Patient", "Admitted", "Discharged", "Letter sent", "Board of residence")
                .row(2, "S1", "P1", day(2), day(6), day(9), "East")
                // sent three working days later; P1 is back after ten days
                .row(3, "S2", "P1", day(16), day(18), day(23), "East")
                // two holidays between
                .row(4, "S3", "P2", day(20), day(24), day(27), "West")
                .row(5, "S4", "P3", day(30))
                .row(6, "S9", "P9", day(12), day(11), day(12), "East")
                .sheet("Falls")
                .row(1, "Report number", "Day of the fall", "Harm")
                .row(2, "F1", day(3), "Some harm")
                .row(3, "F2", day(4), "No harm")
                .sheet("Staffing")
                .row(1, "Shift", "Hours planned", "Hours filled")
                .row(2, "Day", 1000, 950)
                .row(3, "Night", 500, 400)
                .saveAs(input.resolve("birch.xlsx"));
        cover("ward", "Cedar Ward")
                .sheet("Stays")
                .row(1, "Stay number", "Patient", "Admitted", "Discharged", "Letter sent", "Board of residence")
                .row(2, "S5", "P4", day(1), day(11), day(13), "Elsewhere")
                .sheet("Falls")
                .row(1, "Report number", "Day of the fall", "Harm")
                .row(2, "F3", day(9), "Some harm")
                .sheet("Staffing")
                .row(1, "Shift", "Hours planned", "Hours filled")
                .row(2, "Day", 800, 800)
                .saveAs(input.resolve("cedar.xlsx"));
        cover("beds", "Bed Office")
                .sheet("Beds")
                .row(1, "Ward", "Bed days")
                .row(2, "Ward 1", 600)
                .row(3, "Cedar Ward", 500)
                .row(4, "Elm Ward", 400)
                .saveAs(input.resolve("beds.xlsx"));
        run = installation.command();
    }

    @Test
    void itsReturnsAreReadByItsOwnCatalogue() {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("3 of 4 expected received")
                .contains("missing: Elm Ward (ward)")
                .contains("sheet Stays, cell D6, also cell C6: found \"Discharged 11 Dec 2024, Admitted 12 Dec 2024\";"
                        + " expected otherwise: the patient leaves before arriving. Correct whichever date is wrong, in the"
                        + " patient record too.");
    }

    /** Each worked out by hand from the rows above. */
    @Test
    void itsFiguresAreThoseOfItsDefinitionsTargetsAndHolidays() throws IOException {
        assertThat(figures())
                .contains(
                        "HO01 hospital-group lothmore  month 20/4 5 p",
                        "HO01 hospital-group lothmore EAST month 6/2 3 p",
                        "HO01 hospital-group lothmore WEST month 4/1 4 p",
                        "HO01 hospital-group lothmore NEITHER month 10/1 10 p",
                        "HO01 service medicine  month 20/4 5 ",
                        "HO01 team birch  month 10/3 3.3333333333 ",
                        "HO01 team elm  month /  x",
                        "HO02 hospital-group lothmore  month 1/4 25 p Red",
                        "HO02 team birch  month 1/3 33.3333333333  Red",
                        "HO03 hospital-group lothmore  month 2/1500 13.3333333333 p",
                        "HO03 team cedar  month 1/500 20 ",
                        "HO04 team birch  snapshot 1350/1500 90  Amber",
                        "HO04 team cedar  snapshot 800/800 100  Green",
                        "HO05 hospital-group lothmore  month 3/4 75 p Red",
                        "HO05 team cedar  month 1/1 100  Green",
                        "HO06 hospital-group lothmore  month /4 4 p");
    }

    @Test
    void itsAudiencesGetWhatItsCatalogueGivesThem() throws IOException {
        Path run = installation.output().resolve("publications/2024-12/run-0001");

        assertThat(Files.readString(run.resolve("east/data/indicators.csv")).lines())
                .filteredOn(line -> line.contains(",HO01,") && line.contains(",month,"))
                .singleElement()
                .asString()
                .startsWith("2024-12,lothmore,Lothmore Hospitals,hospital-group,EAST,HO01,");
        // 1 of 4 stays: too few to be told.
        assertThat(Files.readString(run.resolve("public/data/indicators.csv")).lines())
                .anyMatch(line -> line.contains(",HO02,") && line.contains(",month,,,,c,"))
                .anyMatch(line -> line.contains(",HO04,") && line.contains(",2150,2300,"));
    }

    @Test
    void aFigureIsTracedToItsCells() {
        var trace =
                installation.command("trace", "--period", "2024-12", "--indicator", "HO02", "--organisation", "Ward 1");

        assertThat(trace.err()).isEmpty();
        assertThat(trace.out())
                .contains("The rows sum to the figure: 1 of 3.")
                .contains("birch.xlsx, sheet Stays")
                .contains("C3 Admitted: \"16 Dec 2024\"");
    }

    @Test
    void nothingThatIsPrintedHasAWordOfTheShippedCataloguesSector() throws IOException {
        var printed = new TreeMap<String, String>();
        printed.put("run", run.out());
        for (List<String> command : List.of(
                List.of("status"),
                List.of("findings"),
                List.of("trace", "--period", "2024-12"),
                List.of("trace", "--period", "2024-12", "--indicator", "HO03"),
                List.of("trace", "--file", "birch.xlsx", "--cell", "Stays!D6"),
                List.of("template", "--all", "--period", "2025-01"))) {
            var answer = installation.command(command.toArray(String[]::new));
            assertThat(answer.err()).isEmpty();
            printed.put(String.join(" ", command), answer.out());
        }
        for (String part : List.of("publications", "teams")) {
            for (Map.Entry<String, byte[]> file :
                    Installation.files(installation.output().resolve(part)).entrySet()) {
                printed.put(part + "/" + file.getKey(), text(file));
            }
        }

        assertThat(printed).hasSizeGreaterThan(15);
        var found = new ArrayList<String>();
        printed.forEach((where, text) -> OF_THE_FIRST_SECTOR
                .matcher(text)
                .results()
                .forEach(word -> found.add(where + ": "
                        + text.substring(Math.max(0, word.start() - 60), Math.min(text.length(), word.end() + 40)))));
        assertThat(found).isEmpty();
    }

    private static List<String> figures() throws IOException {
        String csv = Files.readString(
                installation.output().resolve("publications/2024-12/run-0001/board/data/indicators.csv"));
        var lines = new ArrayList<String>();
        for (CSVRecord row : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            lines.add(String.join(
                            " ",
                            row.get("indicator"),
                            row.get("level"),
                            row.get("organisation"),
                            row.get("authority"),
                            row.get("timing"),
                            plain(row.get("numerator")) + "/" + plain(row.get("denominator")),
                            plain(row.get("value")),
                            row.get("status"))
                    + (row.get("rag").isEmpty() ? "" : " " + row.get("rag")));
        }
        return lines;
    }

    private static String plain(String number) {
        if (number.isEmpty()) {
            return "";
        }
        var exact = new BigDecimal(number);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** Of a workbook the text between the tags of its parts. */
    private static String text(Map.Entry<String, byte[]> file) throws IOException {
        if (!file.getKey().endsWith(".xlsx")) {
            return new String(file.getValue(), StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.getValue()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().endsWith(".xml")) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", " "))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static LocalDate day(int ofDecember) {
        return LocalDate.of(2024, 12, ofDecember);
    }

    private static TestWorkbook cover(String type, String team) {
        return aWorkbook()
                .sheet("Return")
                .row(1, "Return type", type)
                .row(2, "Template version", "1")
                .row(3, "Team", team)
                .row(4, "Period", "December 2024")
                .row(5, "Prepared by", "Ward clerk")
                .row(6, "Prepared on", LocalDate.of(2025, 1, 6));
    }
}
