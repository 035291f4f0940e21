package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;

class ListWriterTests {

    @TempDir
    Path folder;

    @SafeVarargs
    private static ListWorkbook list(List<Cell>... rows) {
        return new ListWorkbook(
                "Findings & questions",
                "Shire Trust",
                "Findings",
                List.of("One table."),
                "findings",
                List.of(new Header("Found", 30), new Header("Months", 10), new Header("Day", 12)),
                List.of(rows));
    }

    private static List<Cell> row(Cell first) {
        return List.of(first, new Cell.Number(new BigDecimal("2.50"), 2), new Cell.Day(LocalDate.of(2018, 12, 31)));
    }

    @Test
    void writesWhatOtherProgramsReadAsATable() throws Exception {
        String awkward = " <b>&\"=1+1 \u00e9\ud83d\ude00 _x0041_ \u0001\nend ";
        Path file = folder.resolve("list.xlsx");

        int rows = ListWriter.write(
                list(
                        row(new Cell.Text("=HYPERLINK(\"x\")")),
                        row(new Cell.Text(awkward)),
                        List.of(new Cell.Empty(), new Cell.Empty(), new Cell.Empty())),
                file);

        assertThat(rows).isEqualTo(3);
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            XSSFSheet sheet = workbook.getSheet("Findings");
            var formatter = new DataFormatter(java.util.Locale.UK);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Findings & questions");
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("Months");
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(2.5);
            assertThat(formatter.formatCellValue(sheet.getRow(3).getCell(2))).isEqualTo("31/12/2018");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo(awkward.replace('\u0001', '\ufffd'));
            assertThat(sheet.getTables())
                    .singleElement()
                    .satisfies(table -> assertThat(table.getCTTable().getRef()).isEqualTo("A3:C6"));
            assertThat(workbook.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Shire Trust");
        }
    }

    @Test
    void cutsTextThatExcelDoesNotHold() throws Exception {
        Path file = folder.resolve("list.xlsx");

        ListWriter.write(list(row(new Cell.Text("x".repeat(40_000)))), file);

        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("x\u2026");
        }
    }

    @Test
    void givesTheSameBytesEachTimeAndNeverOverwrites() throws IOException {
        Path first = folder.resolve("first.xlsx");
        Path second = folder.resolve("second.xlsx");
        ListWriter.write(list(row(new Cell.Text("a"))), first);
        ListWriter.write(list(row(new Cell.Text("a"))), second);

        assertThat(second).hasSameBinaryContentAs(first);
        org.assertj.core.api.Assertions.assertThatExceptionOfType(java.nio.file.FileAlreadyExistsException.class)
                .isThrownBy(() -> ListWriter.write(list(), first));
    }

    @Test
    void leavesNoFileWhereTheListDoesNotFit() {
        Path file = folder.resolve("list.xlsx");
        var tooLong = new ListWorkbook(
                "T",
                "A",
                "S",
                List.of(),
                "list",
                List.of(new Header("A", 9)),
                Collections.nCopies(ListWriter.MOST_ROWS, List.<Cell>of(new Cell.Empty())));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListWriter.write(tooLong, file))
                .withMessageStartingWith("list list, row 1048575: 1 cells under 1 columns, at most 1048576 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListWriter.write(list(List.of(new Cell.Empty())), file))
                .withMessageStartingWith("list findings, row 1: 1 cells under 3 columns");
        assertThat(Files.exists(folder.resolve("list.xlsx.tmp"))).isFalse();
        assertThat(folder).isEmptyDirectory();
    }
}
