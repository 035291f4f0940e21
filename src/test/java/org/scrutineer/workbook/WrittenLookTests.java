package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** What a published workbook looks like to Excel, as the rules for accessible workbooks want it. */
class WrittenLookTests {

    @TempDir
    Path folder;

    @Test
    void declaresRealTablesWithoutFilterButtonsOrMergedCells() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            XSSFSheet sheet = workbook.getSheet("Scorecard");
            XSSFTable table = sheet.getTables().get(0);
            assertThat(table.getName()).isEqualTo("scorecard");
            assertThat(table.getDisplayName()).isEqualTo("scorecard");
            assertThat(table.getArea().formatAsString()).isEqualTo("A5:H9");
            assertThat(table.getColumns())
                    .extracting(column -> column.getName())
                    .startsWith("Indicator", "Numerator");
            assertThat(table.getCTTable().isSetAutoFilter()).isFalse();
            assertThat(sheet.getMergedRegions()).isEmpty();
            assertThat(workbook.getSheet("Actions").getTables())
                    .extracting(XSSFTable::getName)
                    .containsExactly("open_actions", "closed_actions");
        }
    }

    @Test
    void opensOnA1OfTheFirstSheetWithNothingFrozen() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            assertThat(workbook.getActiveSheetIndex()).isZero();
            workbook.forEach(sheet -> {
                assertThat(sheet.getActiveCell()).isEqualTo(CellAddress.A1);
                assertThat(sheet.isDisplayGridlines()).isFalse();
                assertThat(sheet.getPaneInformation()).isNull();
                assertThat(sheet.isSelected()).isEqualTo(sheet.getSheetName().equals("Cover"));
            });
        }
    }

    @Test
    void printsOnA4AcrossOnePageWithTheHeaderOnEach() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            XSSFSheet sheet = workbook.getSheet("Scorecard");
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("5:5");
            assertThat(workbook.getSheet("Actions").getRepeatingRows()).isNull();
        }
    }

    @Test
    void printsATableTooWideForA4OnA3() throws Exception {
        var wide = new OutputWorkbook.Table(
                "wide",
                null,
                List.of(new OutputWorkbook.Header("Indicator", 90), new OutputWorkbook.Header("Note", 90)),
                List.of(List.of(new OutputWorkbook.Cell.Text("AS01"), new OutputWorkbook.Cell.Text("none"))));
        var sheet = new OutputWorkbook.Sheet("Wide", "Wide", List.of(), List.of(wide));
        var content = new OutputWorkbook("Wide", "Trust", "Width", "width", LocalDate.of(2018, 12, 31), List.of(sheet));

        try (XSSFWorkbook workbook = written(content)) {
            assertThat(workbook.getSheet("Wide").getPrintSetup().getPaperSize()).isEqualTo((short) 8);
        }
    }

    /** What its readers want otherwise than the guidance does. */
    @Test
    void hasFrozenHeadersFiltersPaperAndPlainRatingsWhereItsReadersWantThem() throws Exception {
        var table = new OutputWorkbook.Table(
                "ratings",
                null,
                List.of(new OutputWorkbook.Header("Indicator", 20), new OutputWorkbook.Header("RAG", 9)),
                List.of(List.of(
                        new OutputWorkbook.Cell.Text("AS01"),
                        new OutputWorkbook.Cell.Rating("Red", OutputWorkbook.Tone.BAD))));
        var content = new OutputWorkbook(
                "Look",
                "Trust",
                "Look",
                "look",
                LocalDate.of(2018, 12, 31),
                new OutputWorkbook.Layout(OutputWorkbook.Paper.A3, true, true, false),
                List.of(new Sheet("Look", "Look", List.of(), List.of(table))));

        try (XSSFWorkbook workbook = written(content)) {
            var sheet = workbook.getSheet("Look");
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(sheet.getTables().get(0).getCTTable().getAutoFilter().getRef())
                    .isEqualTo("A2:B3");
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 8);
            assertThat(cell(workbook, 0, "B3").getStringCellValue()).isEqualTo("Red");
            assertThat(cell(workbook, 0, "B3").getCellStyle().getFillForegroundColorColor())
                    .isNull();
        }
    }

    /** The multiplication comes first, so that 16.15 rounds as it does on paper. */
    @Test
    void holdsAQuotientAsAFormulaWithItsPrintedResult() throws Exception {
        var table = new OutputWorkbook.Table(
                "quotients",
                null,
                List.of(
                        new OutputWorkbook.Header("Numerator", 9),
                        new OutputWorkbook.Header("Denominator", 9),
                        new OutputWorkbook.Header("Value", 9)),
                List.of(
                        List.of(
                                new OutputWorkbook.Cell.Number(BigDecimal.valueOf(323), 0),
                                new OutputWorkbook.Cell.Number(BigDecimal.valueOf(2000), 0),
                                new OutputWorkbook.Cell.Quotient(new BigDecimal("16.2"), 100, 0, 1)),
                        List.of(
                                new OutputWorkbook.Cell.Number(new BigDecimal("7.5"), 1),
                                new OutputWorkbook.Cell.Number(BigDecimal.valueOf(3), 0),
                                new OutputWorkbook.Cell.Quotient(new BigDecimal("3"), 1, 0, 1))));
        try (XSSFWorkbook workbook = written(workbook(new Sheet("Values", "Values", List.of(), List.of(table))))) {
            assertThat(cell(workbook, 0, "C3").getCellFormula()).isEqualTo("ROUND(100*A3/B3,1)");
            assertThat(cell(workbook, 0, "C3").getNumericCellValue()).isEqualTo(16.2);
            assertThat(cell(workbook, 0, "C4").getCellFormula()).isEqualTo("ROUND(A4/B4,0)");
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            assertThat(evaluator.evaluate(cell(workbook, 0, "C3")).getNumberValue())
                    .isEqualTo(16.2);
            assertThat(evaluator.evaluate(cell(workbook, 0, "C4")).getNumberValue())
                    .isEqualTo(3);
        }
    }

    @Test
    void describesItselfWithoutNamingAPersonOrAMoment() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Children's services performance, December 2018");
            assertThat(core.getCreator()).isEqualTo("Northshire Children's Trust");
            assertThat(core.getLastModifiedByUser()).isEqualTo("Northshire Children's Trust");
            assertThat(core.getSubject()).isEqualTo("Performance figures for the commissioner");
            assertThat(core.getKeywords()).isEqualTo("performance, children's services");
            assertThat(core.getCreated()).isEqualTo(Date.from(Instant.parse("2019-01-21T00:00:00Z")));
            assertThat(core.getModified()).isEqualTo(Date.from(Instant.parse("2019-01-21T00:00:00Z")));
            assertThat(core.getUnderlyingProperties().getLanguageProperty()).contains("en-GB");
        }
    }

    @Test
    void linksToA1OfTheOtherSheet() throws Exception {
        Sheet source =
                new Sheet("Cover", "Cover", List.of(new Line.SheetLink("Where to go", "Children's notes")), List.of());
        Sheet target = new Sheet("Children's notes", "Notes", List.of(), List.of());
        try (XSSFWorkbook workbook = written(workbook(source, target))) {
            XSSFHyperlink link = workbook.getSheetAt(0).getHyperlink(1, 0);
            assertThat(link.getLocation()).isEqualTo("'Children''s notes'!A1");
            assertThat(link.getTooltip()).isEqualTo("Go to sheet Children's notes");
            assertThat(cell(workbook, 0, "A2").getCellStyle().getFont().getUnderline())
                    .isEqualTo((byte) 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "=HYPERLINK(\"http://x.example\",\"x\")",
                "\t=1+1",
                "=\n1",
                "+",
                "-",
                "@",
                "="
            })
    void keepsFormulasThatSomeoneTypedAsText(String payload) throws Exception {
        Table table =
                new Table("payloads", null, List.of(new Header("Text", 20)), List.of(List.of(new Cell.Text(payload))));
        Sheet sheet = new Sheet("Payloads", payload, List.of(new Line.Paragraph("=" + payload)), List.of(table));
        try (XSSFWorkbook workbook = written(workbook(sheet))) {
            for (Row row : workbook.getSheetAt(0)) {
                assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            }
            boolean prefixed = "=+-@".indexOf(payload.charAt(0)) >= 0;
            assertThat(cell(workbook, 0, "A1").getCellStyle().getQuotePrefixed())
                    .isEqualTo(prefixed);
            assertThat(cell(workbook, 0, "A2").getCellStyle().getQuotePrefixed())
                    .isTrue();
        }
    }

    @Test
    void alignsTextLeftAndNumbersRightWithThousandsSeparators() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            assertThat(alignment(workbook, "A6")).isEqualTo(HorizontalAlignment.LEFT);
            assertThat(alignment(workbook, "B5")).isEqualTo(HorizontalAlignment.RIGHT);
            assertThat(alignment(workbook, "B6")).isEqualTo(HorizontalAlignment.RIGHT);
            assertThat(alignment(workbook, "B9")).isEqualTo(HorizontalAlignment.RIGHT);
            assertThat(cell(workbook, 1, "B6").getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0");
            assertThat(cell(workbook, 1, "D6").getCellStyle().getDataFormatString())
                    .isEqualTo("#,##0.0");
        }
    }

    @Test
    void givesEachRowTheHeightItsLongestTextNeeds() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            XSSFSheet sheet = workbook.getSheet("Scorecard");
            assertThat(sheet.getRow(5).getHeightInPoints()).isEqualTo(35.5f);
            assertThat(sheet.getRow(7).getHeightInPoints()).isBetween(60f, 92f);
            assertThat(sheet.getRow(8).getHeightInPoints()).isEqualTo(19.75f);
        }
    }

    @Test
    void putsValuesAtTheTopOfTheirRowsWhereARowIsTall() throws Exception {
        List<Header> headers = List.of(new Header("Term", 10), new Header("Meaning", 20));
        List<Cell> row = List.of(new Cell.Text("Term"), new Cell.Text("word ".repeat(40)));
        Sheet sheet = new Sheet("Terms", "Terms", List.of(), List.of(new Table("terms", null, headers, List.of(row))));
        try (XSSFWorkbook workbook = written(workbook(sheet));
                XSSFWorkbook scorecard = written(ScorecardExample.scorecard())) {
            assertThat(cell(workbook, 0, "A3").getCellStyle().getVerticalAlignment())
                    .isEqualTo(VerticalAlignment.TOP);
            assertThat(cell(scorecard, 1, "A7").getCellStyle().getVerticalAlignment())
                    .isEqualTo(VerticalAlignment.CENTER);
        }
    }

    @Test
    void splitsAParagraphBesideATableIntoRowsAndKeepsItWholeElsewhere() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            assertThat(cell(workbook, 1, "A2").getStringCellValue()).startsWith("This sheet holds one table.");
            assertThat(cell(workbook, 1, "A3").getStringCellValue()).endsWith("as amended on 1 October 2018.");
            assertThat(cell(workbook, 0, "A3").getStringCellValue())
                    .startsWith("This workbook shows")
                    .endsWith("not available.");
        }
    }

    @Test
    void namesTheStylesOfTitlesAndHeadings() throws Exception {
        try (XSSFWorkbook workbook = written(ScorecardExample.scorecard())) {
            var styles = workbook.getStylesSource().getCTStylesheet().getCellStyles();
            assertThat(styles.getCellStyleList())
                    .extracting(style -> style.getName())
                    .containsExactly("Normal", "Title", "Heading 1");
            long title = cell(workbook, 0, "A1").getCellStyle().getCoreXf().getXfId();
            assertThat(styles.getCellStyleArray(1).getXfId()).isEqualTo(title);
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void contrastsTextWithItsBackground(Look look) {
        assertThat(contrast(look.ink, look.fill == null ? "FFFFFF" : look.fill)).isGreaterThan(4.5);
    }

    private static double contrast(String ink, String paper) {
        double one = luminance(ink);
        double other = luminance(paper);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** As WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        double luminance = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            luminance += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }

    private static HorizontalAlignment alignment(XSSFWorkbook workbook, String address) {
        XSSFCellStyle style = cell(workbook, 1, address).getCellStyle();
        return style.getAlignment();
    }

    private static XSSFCell cell(XSSFWorkbook workbook, int sheet, String address) {
        CellReference place = new CellReference(address);
        return workbook.getSheetAt(sheet).getRow(place.getRow()).getCell(place.getCol());
    }

    private static OutputWorkbook workbook(Sheet... sheets) {
        return new OutputWorkbook("Title", "Trust", "", "", LocalDate.of(2019, 1, 21), List.of(sheets));
    }

    private XSSFWorkbook written(OutputWorkbook workbook) throws IOException {
        Path file = Files.createTempDirectory(folder, "written").resolve("written.xlsx");
        new WorkbookWriter().write(workbook, file);
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}
