package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

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

        assertThat(Reading.AS_OFFERED.of(file).events()).isEqualTo(toldByPoi(file));
    }

    static List<Integer> manySeeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("agreement.seeds", 100))
                .boxed()
                .toList();
    }

    /** Run more of them by {@code -Dagreement.seeds=1000}. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("manySeeds")
    void onWorkbooksAsProgramsOfAllKindsWriteThem(int seed) throws Exception {
        GeneratedWorkbook generated = new GeneratedWorkbook(seed);
        Path file = generated.in(folder);
        Reading.Read read = Reading.AS_OFFERED.of(file);

        assertThat(read.refusal()).isNull();
        assertThat(read.events()).isEqualTo(toldByPoi(file));
        assertThat(read.facts()).isEqualTo(factsOfPoi(file));
        assertThat(read).isEqualTo(Reading.OF_XML.of(file));
        if (!generated.isOdd()) {
            assertThat(read).isEqualTo(Reading.OF_BYTES.of(file));
        }
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
            Set<Long> elsewhere = new HashSet<>();
            for (Row row : workbook.getSheetAt(0)) {
                told.add("row " + (row.getRowNum() + 1) + (row.getZeroHeight() ? " hidden" : ""));
                for (Cell cell : row) {
                    String address = cell.getAddress().formatAsString();
                    if (cell.getCellType() == CellType.FORMULA) {
                        told.add(address + " calculated");
                    }
                    if (looksElsewhere(((XSSFCell) cell).getCTCell().getF(), elsewhere)) {
                        told.add(address + " from another workbook");
                    }
                    String value = value(cell, workbook.isDate1904());
                    if (!value.isEmpty()) {
                        told.add(address + " " + value);
                    }
                }
            }
        }
        return told;
    }

    /** @param shared numbers of the formulas that look elsewhere, and are shared by cells still to come */
    private static boolean looksElsewhere(@Nullable CTCellFormula formula, Set<Long> shared) {
        if (formula == null) {
            return false;
        }
        boolean elsewhere = formula.getStringValue().matches("'?\\[[12]].*")
                || (formula.getStringValue().isEmpty() && shared.contains(formula.getSi()));
        if (elsewhere && formula.isSetSi()) {
            shared.add(formula.getSi());
        }
        return elsewhere;
    }

    private static SheetFacts factsOfPoi(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            CTWorksheet sheet = workbook.getSheetAt(0).getCTWorksheet();
            List<SheetFacts.Columns> hidden = sheet.getColsList().stream()
                    .flatMap(columns -> columns.getColList().stream())
                    .filter(CTCol::getHidden)
                    .map(column -> new SheetFacts.Columns((int) column.getMin(), (int) column.getMax()))
                    .toList();
            List<String> merged = workbook.getSheetAt(0).getMergedRegions().stream()
                    .map(CellRangeAddress::formatAsString)
                    .toList();
            return new SheetFacts(
                    hidden,
                    merged,
                    sheet.isSetAutoFilter() ? sheet.getAutoFilter().getRef() : null);
        }
    }

    private static String value(Cell cell, boolean from1904) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        if (formula && !((XSSFCell) cell).getCTCell().isSetV()) {
            return "no result";
        }
        return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case STRING -> cell.getStringCellValue().isEmpty() ? "" : "text \"" + cell.getStringCellValue() + "\"";
            case BOOLEAN -> "bool " + cell.getBooleanCellValue();
            case ERROR ->
                "error " + FormulaError.forInt(cell.getErrorCellValue()).getString();
            case NUMERIC -> isDate(cell, from1904) ? date(cell, from1904) : "number " + cell.getNumericCellValue();
            default -> "";
        };
    }

    /** POI counts elapsed time, 29 February 1900 and what is after the year 9999 as dates; here they are numbers. */
    private static boolean isDate(Cell cell, boolean from1904) {
        return DateUtil.isCellDateFormatted(cell)
                && !cell.getCellStyle().getDataFormatString().contains("[h]")
                && (from1904 || Math.floor(cell.getNumericCellValue()) != 60)
                && cell.getNumericCellValue() < (from1904 ? 2_957_004 : 2_958_466);
    }

    private static String date(Cell cell, boolean from1904) {
        LocalDateTime moment = DateUtil.getLocalDateTime(cell.getNumericCellValue(), from1904, true);
        LocalTime time = moment.toLocalTime();
        return "date " + moment.toLocalDate() + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time.withNano(0));
    }
}
