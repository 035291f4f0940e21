package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.AnswerSheet.Cell;
import org.scrutineer.workbook.AnswerSheet.Column;
import org.scrutineer.workbook.AnswerSheet.Table;

/** What a workbook looks like once it is marked, to POI as to its sender, and that nothing else in it has changed. */
class MarkedWorkbookTests {

    private static final String NOTE = "found \"soon\"; expected a date such as 31/12/2018. Type the date.";

    @TempDir
    Path folder;

    /** A workbook with everything that marking has to get past. */
    static Path everything(Path file, XSSFWorkbookType type) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(type)) {
            XSSFSheet cases = workbook.createSheet("Cases");
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 3; column++) {
                    cases.createRow(row * 3 + column).createCell(column).setCellValue("Case " + row + column);
                }
            }
            XSSFSheet visits = workbook.createSheet("Team's visits & more");
            visits.createRow(0).createCell(0).setCellValue("Child");
            visits.getRow(0).createCell(1).setCellValue("Date");
            visits.createRow(1).createCell(0).setCellValue("c1");
            visits.getRow(1).createCell(1).setCellValue("soon");
            visits.createRow(2).createCell(0).setCellFormula("A2");
            comment(visits, "B1", "Ask the duty desk.");
            comment(visits, "A2", "Known to us.");
            int picture = workbook.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG);
            ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
            anchor.setCol1(5);
            anchor.setRow1(5);
            visits.createDrawingPatriarch().createPicture(anchor, picture);
            XSSFTable table = visits.createTable(new AreaReference(
                    new CellReference("A1"), new CellReference("B2"), org.apache.poi.ss.SpreadsheetVersion.EXCEL2007));
            table.setName("what_to_correct");
            table.setDisplayName("what_to_correct");
            DataValidationHelper validations = visits.getDataValidationHelper();
            DataValidation list = validations.createValidation(
                    validations.createExplicitListConstraint(new String[] {"Yes", "No"}),
                    new CellRangeAddressList(1, 9, 2, 2));
            visits.addValidationData(list);
            visits.getSheetConditionalFormatting()
                    .addConditionalFormatting(
                            new CellRangeAddress[] {CellRangeAddress.valueOf("A1:A9")},
                            visits.getSheetConditionalFormatting().createConditionalFormattingRule("A1=\"c1\""));
            visits.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            cases.setSelected(false);
            workbook.setActiveSheet(1);
            workbook.setSelectedTab(1);
            if (type == XSSFWorkbookType.XLSM) {
                workbook.setVBAProject(new java.io.ByteArrayInputStream(new byte[] {9, 8, 7}));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return file;
    }

    private static void comment(XSSFSheet sheet, String cell, String text) {
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        Comment comment = sheet.createDrawingPatriarch().createCellComment(helper.createClientAnchor());
        comment.setString(helper.createRichTextString(text));
        comment.setAuthor("A. Manager");
        comment.setAddress(new CellAddress(cell));
    }

    static List<AnswerSheet> sheets() {
        Table table = new Table(
                "what_to_correct",
                null,
                List.of(new Column("Cell", 12), new Column("Found", 20), new Column("Your answer", 30)),
                List.of(List.of(
                        new Cell.Link("B2", "Team's visits & more", "B2"),
                        new Cell.Text("=soon"),
                        new Cell.Answer(""))));
        return List.of(
                new AnswerSheet("What to correct", "What to correct", List.of("One thing."), List.of(table)),
                new AnswerSheet("How we read your file", "How we read your file", List.of(), List.of()));
    }

    private static List<CellNote> notes(String... cells) {
        return List.of(cells).stream()
                .map(cell -> new CellNote("Team's visits & more", cell, NOTE))
                .toList();
    }

    /** A workbook of one sheet with a content type for each part, as POI will read it. */
    private Path oneSheet(String xml) {
        String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return RawWorkbook.rawWorkbook()
                .part(
                        "[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='rels' ContentType='"
                                + "application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Override PartName='/xl/workbook.xml' ContentType='" + main + "sheet.main+xml'/>"
                                + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + main
                                + "worksheet+xml'/></Types>")
                .sheet("Team&apos;s visits &amp; more", "", "worksheet", xml)
                .in(folder);
    }

    private Path marked(Path original, String name, String... cells) throws Exception {
        Path marked = folder.resolve(name);
        MarkedWorkbook.mark(original, sheets(), notes(cells), marked);
        return marked;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void theAnswerStandsInFrontAndIsWhatOpens() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);

        try (XSSFWorkbook workbook = open(marked(original, "marked.xlsx", "B2"))) {
            assertThat(workbook.sheetIterator())
                    .toIterable()
                    .extracting(org.apache.poi.ss.usermodel.Sheet::getSheetName)
                    .containsExactly("What to correct", "How we read your file", "Cases", "Team's visits & more");
            assertThat(workbook.getActiveSheetIndex()).isZero();
            assertThat(workbook.sheetIterator())
                    .toIterable()
                    .extracting(org.apache.poi.ss.usermodel.Sheet::isSelected)
                    .containsExactly(true, false, false, false);
            assertThat(workbook.getSheetAt(0)
                            .getHyperlink(new CellAddress("A4"))
                            .getLocation())
                    .isEqualTo("'Team''s visits & more'!B2");
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(1).getStringCellValue())
                    .isEqualTo("=soon");
            assertThat(workbook.getSheetAt(0).getProtect()).isTrue();
            assertThat(workbook.getSheetAt(0)
                            .getRow(3)
                            .getCell(1)
                            .getCellStyle()
                            .getLocked())
                    .isTrue();
            assertThat(workbook.getSheetAt(0)
                            .getRow(3)
                            .getCell(2)
                            .getCellStyle()
                            .getLocked())
                    .isFalse();
            assertThat(workbook.getSheetAt(3).getRepeatingRows().formatAsString())
                    .isEqualTo("1:1");
        }
    }

    @Test
    void eachCellConcernedHasACommentAndAMark() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);

        try (XSSFWorkbook workbook = open(marked(original, "marked.xlsx", "B2", "B3", "XFD9"))) {
            XSSFSheet visits = workbook.getSheet("Team's visits & more");
            assertThat(visits.getCellComment(new CellAddress("B2")).getString().getString())
                    .isEqualTo("To correct (Scrutineer)\n" + NOTE);
            assertThat(visits.getCellComment(new CellAddress("XFD9"))).isNotNull();
            XSSFConditionalFormatting mark =
                    visits.getSheetConditionalFormatting().getConditionalFormattingAt(1);
            assertThat(mark.getFormattingRanges())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactly("B2:B3", "XFD9");
            assertThat(mark.getRule(0).getPatternFormatting().getFillPattern())
                    .isEqualTo(org.apache.poi.ss.usermodel.FillPatternType.THIN_FORWARD_DIAG.getCode());
            assertThat(workbook.getSheet("Cases")
                            .getSheetConditionalFormatting()
                            .getNumConditionalFormattings())
                    .isZero();
        }
    }

    @Test
    void aCommentOfTheSendersStaysAndOursStandsBelowIt() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);

        try (XSSFWorkbook workbook = open(marked(original, "marked.xlsx", "A2"))) {
            XSSFSheet visits = workbook.getSheet("Team's visits & more");
            assertThat(visits.getCellComment(new CellAddress("A2")).getString().getString())
                    .isEqualTo("Known to us.\n\nTo correct (Scrutineer)\n" + NOTE);
            assertThat(visits.getCellComment(new CellAddress("A2")).getAuthor()).isEqualTo("A. Manager");
            assertThat(visits.getCellComment(new CellAddress("B1")).getString().getString())
                    .isEqualTo("Ask the duty desk.");
        }
    }

    @Test
    void everythingElseStaysByteForByte() throws Exception {
        Path original = everything(folder.resolve("return.xlsm"), XSSFWorkbookType.XLSM);

        Map<String, byte[]> before = parts(original);
        Map<String, byte[]> after = parts(marked(original, "marked.xlsm", "B2"));

        assertThat(before.keySet().stream().filter(part -> !java.util.Arrays.equals(before.get(part), after.get(part))))
                .containsExactly(
                        "[Content_Types].xml",
                        "docProps/app.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/comments2.xml",
                        "xl/drawings/vmlDrawing0.vml",
                        "xl/styles.xml",
                        "xl/workbook.xml",
                        "xl/worksheets/sheet2.xml");
        assertThat(after.get("xl/vbaProject.bin")).containsExactly(9, 8, 7);
        assertThat(text(after, "[Content_Types].xml")).contains("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    }

    @Test
    void theCellsOfAMarkedSheetStayByteForByte() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);

        String before = text(parts(original), "xl/worksheets/sheet2.xml");
        String after = text(parts(marked(original, "marked.xlsx", "B2")), "xl/worksheets/sheet2.xml");

        assertThat(after)
                .isEqualTo(before.replace(" tabSelected=\"true\"", "")
                        .replace(
                                "<dataValidations",
                                "<conditionalFormatting sqref=\"B2\"><cfRule type=\"expression\" dxfId=\"0\""
                                        + " priority=\"100000\"><formula>\"Scrutineer\"=\"Scrutineer\"</formula>"
                                        + "</cfRule></conditionalFormatting><dataValidations"));
    }

    @Test
    void aMarkedWorkbookThatComesBackIsMarkedAfresh() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);
        Path once = marked(original, "once.xlsx", "B2", "A2");

        try (XSSFWorkbook workbook = open(marked(once, "twice.xlsx", "B3"))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            XSSFSheet visits = workbook.getSheet("Team's visits & more");
            assertThat(visits.getCellComments().keySet())
                    .extracting(CellAddress::formatAsString)
                    .containsExactlyInAnyOrder("B1", "A2", "B3");
            assertThat(visits.getCellComment(new CellAddress("A2")).getString().getString())
                    .isEqualTo("Known to us.");
            assertThat(visits.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(2);
            assertThat(visits.getSheetConditionalFormatting()
                            .getConditionalFormattingAt(1)
                            .getFormattingRanges())
                    .extracting(CellRangeAddress::formatAsString)
                    .containsExactly("B3");
            assertThat(visits.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        }
    }

    @Test
    void whatExcelMakesOfTheAnswerCanBeMarkedAgain() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);
        Path saved = folder.resolve("saved.xlsx");
        try (XSSFWorkbook workbook = open(marked(original, "once.xlsx", "B2"));
                OutputStream out = Files.newOutputStream(saved)) {
            workbook.write(out);
        }

        try (XSSFWorkbook workbook = open(marked(saved, "twice.xlsx"))) {
            XSSFSheet visits = workbook.getSheet("Team's visits & more");
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            assertThat(visits.getCellComments().keySet())
                    .extracting(CellAddress::formatAsString)
                    .containsExactlyInAnyOrder("B1", "A2");
            assertThat(visits.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(1);
        }
    }

    @Test
    void theSameWorkbookIsMarkedWithTheSameBytesAnywhere() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);
        Path here = marked(original, "here.xlsx", "B2", "A2");
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(marked(original, "there.xlsx", "B2", "A2")).hasSameBinaryContentAs(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aSheetWhoseElementsBearAPrefixIsMarked() throws Exception {
        Path original =
                oneSheet("<x:worksheet xmlns:x='MAIN'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c></x:row>"
                        + "</x:sheetData><x:pageMargins left='1' right='1' top='1' bottom='1' header='1' footer='1'/>"
                        + "</x:worksheet>");

        try (XSSFWorkbook workbook = open(marked(original, "marked.xlsx", "A1"))) {
            XSSFSheet visits = workbook.getSheet("Team's visits & more");
            assertThat(visits.getCellComment(new CellAddress("A1"))).isNotNull();
            assertThat(visits.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isEqualTo(1);
        }
    }

    @Test
    void aWorkbookWithoutAnySheetDataOrStylesIsMarked() throws Exception {
        Path original = oneSheet("<worksheet xmlns='MAIN'><sheetData/></worksheet>");

        try (XSSFWorkbook workbook = open(marked(original, "marked.xlsx", "7"))) {
            assertThat(workbook.getSheet("Team's visits & more").getCellComment(new CellAddress("A7")))
                    .isNotNull();
        }
    }

    @Test
    void aWorkbookInTheStrictFormIsNotMarked() throws Exception {
        Path original = RawWorkbook.cells("<c r='A1'><v>1</v></c>").strict().in(folder);

        assertThatThrownBy(() -> marked(original, "marked.xlsx", "A1")).isInstanceOf(UnmarkableWorkbookException.class);
        assertThat(folder.resolve("marked.xlsx")).doesNotExist();
    }

    @Test
    void aSignedWorkbookIsNotMarked() throws Exception {
        Path original = RawWorkbook.cells("<c r='A1'><v>1</v></c>")
                .part("_xmlsignatures/origin.sigs", "")
                .in(folder);

        assertThatThrownBy(() -> marked(original, "marked.xlsx", "A1")).isInstanceOf(UnmarkableWorkbookException.class);
    }

    @Test
    void aSheetInSixteenBitCharactersIsNotMarked() throws Exception {
        String sheet = "<?xml version='1.0' encoding='UTF-16'?><worksheet xmlns='"
                + "http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData/></worksheet>";
        Path original = RawWorkbook.rows("")
                .part("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_16))
                .in(folder);

        assertThatThrownBy(() -> MarkedWorkbook.mark(
                        original, sheets(), List.of(new CellNote("Sheet1", "A1", NOTE)), folder.resolve("marked.xlsx")))
                .isInstanceOf(UnmarkableWorkbookException.class);
        assertThat(folder.resolve("marked.xlsx")).doesNotExist();
    }

    @Test
    void onASheetWithThousandsOfFindingsAllAreMarkedAndTheFirstThousandHaveComments() throws Exception {
        Path original = everything(folder.resolve("return.xlsx"), XSSFWorkbookType.XLSX);
        String[] cells = new String[3_000];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "D" + (2 * i + 1);
        }

        try (XSSFWorkbook workbook = open(marked(original, "marked.xlsx", cells))) {
            XSSFSheet visits = workbook.getSheet("Team's visits & more");
            assertThat(visits.getCellComments()).hasSize(2 + MarkedWorkbook.MOST_COMMENTS);
            int marks = 0;
            for (int i = 1; i < visits.getSheetConditionalFormatting().getNumConditionalFormattings(); i++) {
                marks += visits.getSheetConditionalFormatting()
                        .getConditionalFormattingAt(i)
                        .getFormattingRanges()
                        .length;
            }
            assertThat(marks).isEqualTo(3_000);
        }
    }

    @Test
    void anAnswerCanStandAlone() throws Exception {
        Path alone = folder.resolve("alone.xlsx");

        MarkedWorkbook.alone(sheets(), "What to correct: return.xls", "The Trust", alone);

        try (XSSFWorkbook workbook = open(alone)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
            assertThat(workbook.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("What to correct: return.xls");
            assertThat(workbook.getSheetAt(0).getTables())
                    .extracting(XSSFTable::getName)
                    .containsExactly("what_to_correct");
        }
    }

    private static String text(Map<String, byte[]> parts, String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }
}
