package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a waived rule does, from the catalogue to the published figures. */
class WaivingTests {

    @TempDir
    Path folder;

    @Test
    void aWaiverStandsBesideTheFiguresItTouchesAndNowhereElse() throws IOException {
        Installation installation =
                Installation.withIndicators(folder, "1-front-door-and-assessment.yaml", "3-children-in-care.yaml");
        Files.writeString(installation.catalogue().resolve("waivers.yaml"), """
                - rule: authorised-after-start
                  team: first-response-2
                  reason: the new form gives the wrong day until it is mended
                  owner: head-of-front-door
                  expires: 2019-03-31
                """);
        sendWithAnAssessmentAuthorisedBeforeItsStart(installation);

        assertThat(installation.command("run").out())
                .contains("1,073 read = 1,073 accepted + 0 refused")
                .doesNotContain("Kept out");

        byte[] published =
                installation.publications().get("2018-12/run-0001/commissioner/performance-2018-12-commissioner.xlsx");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(published))) {
            Map<String, String> waived = column(workbook.getSheet("Notes"), 1, 0);
            String note = waived.get("A rule was waived in returns of First Response Team 2, 1 finding: the date of"
                    + " authorisation is before the start date. Waived until 31 March 2019 by head-of-front-door: the new"
                    + " form gives the wrong day until it is mended.");
            assertThat(note).matches("\\[note \\d+]");
            Map<String, String> remarks = remarks(workbook.getSheet("Scorecard"));
            assertThat(remarks.get("AS01")).endsWith("A rule was waived: " + note + ".");
            assertThat(remarks.get("AS06")).endsWith("A rule was waived: " + note + ".");
            assertThat(remarks.get("FD04")).isNotNull().doesNotContain("waived");
            assertThat(remarks.get("LA03")).isNotNull().doesNotContain("waived");
        }
    }

    private static void sendWithAnAssessmentAuthorisedBeforeItsStart(Installation installation) throws IOException {
        try (var in = Files.newInputStream(Path.of("input/2018-12/FRT2 Dec 18.xlsx"));
                var workbook = new XSSFWorkbook(in);
                var out = Files.newOutputStream(installation.input().resolve("FRT2 Dec 18.xlsx"))) {
            Row assessment = workbook.getSheet("Single assessments").getRow(1);
            LocalDate started =
                    assessment.getCell(1).getLocalDateTimeCellValue().toLocalDate();
            assessment.getCell(2).setCellValue(started.minusDays(1));
            assessment.getCell(2).setCellStyle(assessment.getCell(1).getCellStyle());
            workbook.write(out);
        }
    }

    /** What is remarked of each indicator, by its code: the last column of the scorecard. */
    private static Map<String, String> remarks(XSSFSheet scorecard) {
        for (Row row : scorecard) {
            int last = row.getLastCellNum() - 1;
            if (last > 1 && row.getCell(last).toString().equals("Note")) {
                return column(scorecard, 1, last);
            }
        }
        throw new AssertionError("the scorecard has no column Note");
    }

    /** The texts of a column, by those of another. */
    private static Map<String, String> column(XSSFSheet sheet, int key, int value) {
        var format = new DataFormatter(Locale.UK);
        var texts = new TreeMap<String, String>();
        for (Row row : sheet) {
            texts.put(format.formatCellValue(row.getCell(key)), format.formatCellValue(row.getCell(value)));
        }
        return texts;
    }
}
