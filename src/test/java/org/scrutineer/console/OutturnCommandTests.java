package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body whose years begin in January, and whose returns of assessments tell of twelve months. */
class OutturnCommandTests {

    @TempDir
    Path folder;

    @Test
    void aFrozenYearIsPrintedAsItWasWhateverArrivesLater() throws IOException {
        Installation installation = afterRun();
        String before = figure(installation, 1);

        assertThat(installation.command("outturn", "--year", "2018", "--name", "As reported", "--period", "2018-12"))
                .satisfies(answer -> assertThat(answer.exitCode()).isZero())
                .satisfies(answer -> assertThat(answer.out())
                        .startsWith("The year 2018 is frozen as run 1 has it, under the name \"As reported\": ")
                        .endsWith(" figures of 1 indicator. Run 2 and those after it print it so."
                                + System.lineSeparator()));

        installation.receiving("2018-12/FRT2 Dec 18 CORRECTED.xlsx").command("run");

        assertThat(before).contains(",year,");
        assertThat(figure(installation, 2)).isEqualTo(before);
        assertThat(remark(installation))
                .containsPattern(
                        "Year 2018: [0-9.]+ per cent \\([0-9]+ of [0-9]+ assessments\\) \\[p\\]\\. Year 2018 is frozen"
                                + " as \"As reported\"; calculated now it would be [0-9.]+\\.");
    }

    @Test
    void saysWhyAYearCannotBeFrozen() {
        Installation installation = afterRun();

        assertThat(refused(installation, "--year", "2018-19", "--run", "1"))
                .isEqualTo("\"2018-19\" is no year; write one as 2018, as years begin in January.");
        assertThat(refused(installation, "--year", "2017", "--run", "1"))
                .isEqualTo(
                        "Run 1 is of December 2018: the last whole year in it is 2018, not 2017. Name a run of a month"
                                + " from December 2017 to November 2018.");
        assertThat(refused(installation, "--year", "2018", "--run", "7"))
                .isEqualTo("There is no finished run 7; status lists the runs of each period.");
        assertThat(refused(installation, "--year", "2018", "--period", "2018-11"))
                .isEqualTo("There are neither returns nor runs of November 2018; there are of December 2018. Did you"
                        + " mean 2018-12?");
        assertThat(refused(installation, "--year", "2018"))
                .isEqualTo("Say which figures are meant: either --run NUMBER or --period PERIOD.");
        installation.command("outturn", "--year", "2018", "--run", "1");
        assertThat(refused(installation, "--year", "2018", "--run", "1"))
                .isEqualTo("The year 2018 is frozen already, as run 1 has it, under the name \"Outturn 2018\". A frozen"
                        + " year is not frozen again.");
    }

    private static String refused(Installation installation, String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "outturn";
        System.arraycopy(options, 0, words, 1, options.length);
        Installation.Answer answer = installation.command(words);
        assertThat(answer.exitCode()).isEqualTo(2);
        return answer.err().strip();
    }

    private Installation afterRun() {
        return Installation.afterRun(
                        folder,
                        "of a body whose years begin in January",
                        made -> installation(made)
                                .receiving(
                                        "2018-12/FRT1 Dec 18.xlsx",
                                        "2018-12/First Response 3 - Dec 2018.xlsx",
                                        "2018-12/FRT 4 monthly return december.xlsx",
                                        "2018-12/DCT Dec-18.xlsx"))
                .installation();
    }

    private static Installation installation(Path made) throws IOException {
        Installation installation = Installation.empty(made);
        change(
                installation.catalogue().resolve("calendar.yaml"),
                "deadline-working-days: 10",
                "deadline-working-days: 10\nyear-starts-in: January");
        change(
                installation.catalogue().resolve("returns/team-performance.yaml"),
                "event-date: authorised\n    alike-last-month: 95",
                "event-date: authorised\n    months-covered: 12");
        Path indicators = installation.catalogue().resolve("indicators/1-front-door-and-assessment.yaml");
        String text = Files.readString(indicators);
        int definition = text.indexOf("- id: AS01");
        Files.writeString(
                indicators,
                text.substring(0, definition)
                        + text.substring(definition)
                                .replaceFirst("also: \\[rolling-12-months, year-to-date]", "also: [year]"));
        return installation;
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    /** The line of the data about the whole organisation's year. */
    private static String figure(Installation installation, int run) {
        byte[] data = installation.publications().get("2018-12/run-000" + run + "/commissioner/data/indicators.csv");
        return new String(data, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(",trust,,AS01,") && line.contains(",year,"))
                .findFirst()
                .map(line -> line.replaceFirst(",[^,]*,[^,]*,[^,]*$", ""))
                .orElseThrow();
    }

    private static String remark(Installation installation) throws IOException {
        byte[] published =
                installation.publications().get("2018-12/run-0002/commissioner/performance-2018-12-commissioner.xlsx");
        var format = new DataFormatter(Locale.UK);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(published))) {
            Row row = StreamSupport.stream(workbook.getSheet("Scorecard").spliterator(), false)
                    .filter(one -> format.formatCellValue(one.getCell(1)).equals("AS01"))
                    .findFirst()
                    .orElseThrow();
            return format.formatCellValue(row.getCell(row.getLastCellNum() - 1));
        }
    }
}
