package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RecordedCells.rowsOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two readers that know nothing of each other tell the same. */
class PoiAgreementTests {

    private static final String[] TEXTS = {
        "North", " blank ", "n/a", "=1+1", "Zoë Łuczak", "two\nlines", "_x0041_", "<&>", "😀"
    };
    private static final String[] FORMATS = {
        "General", "0.00", "dd/mm/yyyy", "h:mm", "[h]:mm", "d mmm yy;@", "0 \"days\""
    };

    @TempDir
    Path folder;

    static List<Integer> seeds() {
        return IntStream.rangeClosed(1, 30).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onGeneratedWorkbooks(int seed) throws Exception {
        Random random = new Random(seed);
        Path file = folder.resolve("generated.xlsx");
        try (Workbook workbook = seed % 3 == 0 ? new SXSSFWorkbook(10) : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook, random);
            workbook.write(out);
        }

        assertThat(rowsOf(file)).isEqualTo(toldByPoi(file));
    }

    private static void fill(Workbook workbook, Random random) {
        var sheet = workbook.createSheet("Data");
        List<CellStyle> styles = new ArrayList<>();
        for (String format : FORMATS) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            styles.add(style);
        }
        for (int r = random.nextInt(5); r < 60; r += 1 + random.nextInt(3)) {
            Row row = sheet.createRow(r);
            row.setZeroHeight(random.nextInt(8) == 0);
            for (int c = random.nextInt(3); c < 12; c += 1 + random.nextInt(4)) {
                fill(row.createCell(c), random, styles);
            }
        }
    }

    private static void fill(Cell cell, Random random, List<CellStyle> styles) {
        switch (random.nextInt(8)) {
            case 0 -> cell.setCellValue(TEXTS[random.nextInt(TEXTS.length)]);
            case 1 -> cell.setCellValue(random.nextInt(2000) - 1000);
            case 2 -> cell.setCellValue(random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10));
            case 3 -> cell.setCellValue(random.nextBoolean());
            case 4 -> cell.setCellErrorValue(FormulaError.values()[1 + random.nextInt(7)].getCode());
            case 5 -> cell.setBlank();
            case 6 -> {
                cell.setCellFormula("A1&\"x\"");
                cell.setCellValue(TEXTS[random.nextInt(TEXTS.length)]);
            }
            default -> {
                cell.setCellValue(61 + random.nextInt(60_000) + random.nextInt(86_400) / 86_400.0);
                cell.setCellStyle(styles.get(random.nextInt(styles.size())));
            }
        }
    }

    private static List<String> toldByPoi(Path file) throws IOException {
        List<String> told = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Row row : workbook.getSheetAt(0)) {
                told.add("row " + (row.getRowNum() + 1) + (row.getZeroHeight() ? " hidden" : ""));
                for (Cell cell : row) {
                    String value = value(cell);
                    if (!value.isEmpty()) {
                        told.add(cell.getAddress().formatAsString() + " " + value);
                    }
                }
            }
        }
        return told;
    }

    private static String value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> "text \"" + cell.getStringCellValue() + "\"";
            case BOOLEAN -> "bool " + cell.getBooleanCellValue();
            case ERROR ->
                "error " + FormulaError.forInt(cell.getErrorCellValue()).getString();
            case NUMERIC -> isDate(cell) ? date(cell) : "number " + cell.getNumericCellValue();
            default -> "";
        };
    }

    /** POI counts elapsed time as a date; here it is a number. */
    private static boolean isDate(Cell cell) {
        return DateUtil.isCellDateFormatted(cell)
                && !cell.getCellStyle().getDataFormatString().contains("[h]");
    }

    private static String date(Cell cell) {
        LocalDateTime moment = DateUtil.getLocalDateTime(cell.getNumericCellValue(), false, true);
        LocalTime time = moment.toLocalTime();
        return "date " + moment.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time.withNano(0));
    }
}
