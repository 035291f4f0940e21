package org.scrutineer.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.workbook.InspectedWorkbook;
import org.scrutineer.workbook.WorkbookWriter;

class LinterTests {

    @TempDir
    Path folder;

    /** A change to the model workbook that breaks a rule; {@code says} is all that is told of that rule then. */
    private static Arguments breaking(Rule rule, String says, Consumer<XSSFWorkbook> change) {
        return arguments(rule, says, change);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(ofTheWorkbook(), ofSheets(), ofTables(), ofTexts(), ofLooks(), ofFigures())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> ofTheWorkbook() {
        return Stream.of(
                breaking(
                        Rule.TITLE,
                        "the workbook: found none; expected a title among the document's properties. Fill it in under"
                                + " File, Info, Properties.",
                        workbook -> workbook.getProperties().getCoreProperties().setTitle("")),
                breaking(
                        Rule.AUTHOR,
                        "the workbook: found \"Northshire Children's Trust\", last saved by \"Jo Bloggs\"; expected an"
                                + " organisation as the document's author, the same that last saved it. Put the"
                                + " organisation's name under File, Info, Properties.",
                        workbook -> workbook.getProperties().getCoreProperties().setLastModifiedByUser("Jo Bloggs")),
                breaking(
                        Rule.PROPERTIES,
                        "the workbook: found no subject, no keywords; expected a subject, keywords and the language"
                                + " among the document's properties. Fill them in under File, Info, Properties.",
                        workbook -> {
                            workbook.getProperties().getCoreProperties().setSubjectProperty("");
                            workbook.getProperties().getCoreProperties().setKeywords("");
                        }),
                breaking(
                        Rule.SHEET_NAME,
                        "sheet Sheet2: found the name \"Sheet2\"; expected a sheet name that says what the sheet"
                                + " holds. Rename the sheet.",
                        workbook -> workbook.setSheetName(3, "Sheet2")),
                breaking(
                        Rule.BLANK_SHEET,
                        "sheet Spare: found nothing on it; expected no sheet without content. Delete the sheet.",
                        workbook -> workbook.createSheet("Spare")),
                breaking(
                        Rule.HIDDEN_SHEET,
                        "sheet Assessment: found it hidden; expected no hidden sheet. Show it, or delete it: what is"
                                + " hidden is still given to everyone who has the file.",
                        workbook -> workbook.setSheetVisibility(3, SheetVisibility.VERY_HIDDEN)),
                breaking(
                        Rule.MACROS,
                        "the workbook: found macros; expected no macros or controls. Save it as Excel Workbook"
                                + " (.xlsx).",
                        workbook -> quietly(() -> workbook.setVBAProject(new ByteArrayInputStream(new byte[8])))),
                breaking(
                        Rule.OUTSIDE_SOURCES,
                        "the workbook: found the name rate for cells of another workbook; expected no links to other"
                                + " workbooks, data connections, embedded objects or stored pivot data. Break the"
                                + " links and keep the values (Data, Edit Links; Paste Special, Values).",
                        workbook -> {
                            var name = workbook.createName();
                            name.setNameName("rate");
                            name.setRefersToFormula("[1]Rates!$A$1");
                        }),
                breaking(
                        Rule.CHANGING_FORMULA,
                        "sheet Scorecard, cell E6: found the formula \"TODAY()-43000\"; expected no formula whose"
                                + " result depends on the day, on chance or on another file. Keep the value in place"
                                + " of the formula.",
                        workbook -> cell(workbook, "Scorecard", "E6").setCellFormula("TODAY()-43000")),
                breaking(
                        Rule.COVER,
                        "sheet Summary: found it first; expected a cover sheet first, with links to what the workbook"
                                + " holds. Add one.",
                        workbook -> workbook.setSheetName(0, "Summary")),
                breaking(
                        Rule.CONTENTS,
                        "sheet Contents: found no link to More; expected a contents sheet with a link to each other"
                                + " sheet. Add the links.",
                        workbook -> workbook.cloneSheet(0, "More")),
                breaking(
                        Rule.OPENS_AT_START,
                        "the workbook: found another sheet than Cover open; expected the first sheet open, with the"
                                + " cursor in A1. Select it and save again.",
                        workbook -> workbook.setActiveSheet(2)),
                breaking(
                        Rule.CURSOR,
                        "sheet Scorecard: found the cursor in C9; expected the cursor in A1 of each sheet. Select A1"
                                + " on the sheet and save again.",
                        workbook -> workbook.getSheet("Scorecard").setActiveCell(new CellAddress("C9"))),
                breaking(
                        Rule.LINK_TEXT,
                        "sheet Cover, cell A4:A4: found the link \"Click here\"; expected a link whose text says where"
                                + " it leads. Put words in place of the address.",
                        workbook -> cell(workbook, "Cover", "A4").setCellValue("Click here")),
                breaking(
                        Rule.LINK_TARGET,
                        "sheet Cover, cell A3:A3: found a link to \"'Gone'!A1\"; expected a link that leads to a sheet"
                                + " of this workbook or an address. Correct the link.",
                        workbook -> {
                            XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                            link.setAddress("'Gone'!A1");
                            cell(workbook, "Cover", "A3").setHyperlink(link);
                        }),
                breaking(
                        Rule.CHART_TEXT,
                        "sheet Assessment, cell B3: found none for the chart \"Diagramm0\"; expected a chart with"
                                + " alternative text that says what it shows. Add it (right click, View Alt Text).",
                        workbook -> chart(workbook, "Scorecard!$G$6:$G$7", "")),
                breaking(
                        Rule.CHART_DATA,
                        "sheet Assessment, cell B3: found Gone behind the chart \"Diagramm0\"; expected a chart drawn"
                                + " from cells of a sheet that can be seen. Put its data into a table of the workbook.",
                        workbook -> chart(workbook, "Gone!$G$6:$G$7", "Falls from 90 to 9.")),
                breaking(
                        Rule.PICTURE,
                        "sheet Cover, cell B2: found the picture \"logo\"; expected no pictures or logos. Remove it.",
                        workbook -> {
                            int picture = workbook.addPicture(new byte[] {1}, XSSFWorkbook.PICTURE_TYPE_PNG);
                            workbook.getSheet("Cover")
                                    .createDrawingPatriarch()
                                    .createPicture(at(1, 1), picture)
                                    .getCTPicture()
                                    .getNvPicPr()
                                    .getCNvPr()
                                    .setName("logo");
                        }),
                breaking(
                        Rule.FLOATING_TEXT,
                        "sheet Cover, cell C3: found the text box or shape \"remark\"; expected no text boxes or"
                                + " drawings above the cells. Put what they say into the cells.",
                        workbook -> workbook.getSheet("Cover")
                                .createDrawingPatriarch()
                                .createTextbox(at(2, 2))
                                .getCTShape()
                                .getNvSpPr()
                                .getCNvPr()
                                .setName("remark")));
    }

    private static Stream<Arguments> ofSheets() {
        return Stream.of(
                breaking(
                        Rule.SHEET_TITLE,
                        "sheet Notes: found no text in A1; expected the sheet's title in A1, in bold and larger than"
                                + " the rest. Put it there.",
                        workbook -> cell(workbook, "Notes", "A1").setBlank()),
                breaking(
                        Rule.SHEET_LINES,
                        "sheet Notes: found no text in A2 or A3; expected below the title what the sheet holds. Say"
                                + " in A2 or A3 what the sheet holds, in words.",
                        workbook -> {
                            cell(workbook, "Notes", "A2").setBlank();
                            cell(workbook, "Notes", "A3").setBlank();
                        }),
                breaking(
                        Rule.TABLE_START,
                        "sheet Assessment, cell E6:F7: found the table beside; expected a table that starts in column"
                                + " A. Move it.",
                        workbook -> table(workbook.getSheet("Assessment"), "beside", 5, 4)),
                breaking(
                        Rule.BELOW_TABLE,
                        "sheet Notes, cell A6: found \"Source: returns\"; expected nothing below the last table. Move"
                                + " it above the table.",
                        workbook -> cell(workbook, "Notes", "A6").setCellValue("Source: returns")),
                breaking(
                        Rule.SEVERAL_TABLES,
                        "sheet Assessment: found 2 tables, and no line that says so; expected how many tables there"
                                + " are said in column A, and each under a title of its own. Say it above the first"
                                + " table, and give each a title.",
                        workbook -> cell(workbook, "Assessment", "A3").setCellValue("Tables of values.")),
                breaking(
                        Rule.BLANK_ROWS,
                        "sheet Cover: found blank rows 3; expected no blank rows, within a table or between things."
                                + " Delete them; use row heights.",
                        workbook -> cell(workbook, "Cover", "A3").setBlank()),
                breaking(
                        Rule.BLANK_COLUMNS,
                        "sheet Cover: found blank columns 2 to 3; expected no blank columns, within a table or beside"
                                + " it. Delete them; use widths.",
                        workbook -> cell(workbook, "Cover", "D3").setCellValue("draft")),
                breaking(
                        Rule.FREEZE_PANES,
                        "sheet Scorecard: found frozen panes; expected no frozen panes. Unfreeze them (View, Freeze"
                                + " Panes).",
                        workbook -> workbook.getSheet("Scorecard").createFreezePane(1, 5)),
                breaking(
                        Rule.FILTERS,
                        "sheet Notes, cell A4:B5: found filter buttons on the table notes; expected no filter buttons."
                                + " Switch them off (Data, Filter).",
                        workbook -> workbook.getSheet("Notes")
                                .getTables()
                                .get(0)
                                .getCTTable()
                                .addNewAutoFilter()
                                .setRef("A4:B5")),
                breaking(
                        Rule.HIDDEN_CELLS,
                        "sheet Scorecard: found hidden columns 5 to 6; expected no hidden or folded rows and columns."
                                + " Show them, or delete them: what is hidden is still given to everyone who has the"
                                + " file.",
                        workbook -> {
                            workbook.getSheet("Scorecard").setColumnHidden(4, true);
                            workbook.getSheet("Scorecard").setColumnHidden(5, true);
                        }),
                breaking(
                        Rule.PRINTING,
                        "sheet Notes: found not landscape, no header repeated; expected landscape, fitted to the width"
                                + " of a page, the table's header at the top of each. Set it under Page Layout.",
                        workbook -> {
                            workbook.getSheet("Notes").getPrintSetup().setLandscape(false);
                            workbook.getSheet("Notes").setRepeatingRows(null);
                        }),
                breaking(
                        Rule.PAGE_HEADERS,
                        "sheet Notes: found some; expected no page headers or footers, which screen readers pass over."
                                + " Put what they say into the cells.",
                        workbook -> workbook.getSheet("Notes").getFooter().setLeft("Confidential")));
    }

    private static Stream<Arguments> ofTables() {
        return Stream.of(
                breaking(
                        Rule.REAL_TABLE,
                        "sheet Cover: found rows 6 to 7 outside of any table; expected rows of figures in a table of"
                                + " Excel's own. Make it one (Insert, Table).",
                        workbook -> {
                            for (String address : List.of("A6", "B6", "A7", "B7")) {
                                cell(workbook, "Cover", address).setCellValue("value");
                            }
                        }),
                breaking(
                        Rule.TABLE_HEADER,
                        "sheet Notes, cell B4: found \"Note\" for the second time; expected one header row, with a"
                                + " different text in each cell. Join several header rows into one, and name each"
                                + " column.",
                        workbook -> cell(workbook, "Notes", "B4").setCellValue("Note")),
                breaking(
                        Rule.TABLE_NAME,
                        "sheet Notes, cell A4:B5: found the name Table1; expected a table name that says what it"
                                + " holds. Rename it (Table Design, Table Name).",
                        workbook ->
                                workbook.getSheet("Notes").getTables().get(0).setDisplayName("Table1")),
                breaking(
                        Rule.MERGED_CELLS,
                        "sheet Scorecard, cell A1:D1: found merged cells; expected no merged cells. Unmerge them.",
                        workbook -> workbook.getSheet("Scorecard").addMergedRegion(CellRangeAddress.valueOf("A1:D1"))),
                breaking(
                        Rule.CUT_OFF,
                        "sheet Scorecard, cell B6: found \"AS01, which is a long code\" in a cell for about 11"
                                + " characters; expected text that can be read in full. Wrap the text, or make the"
                                + " column wider.",
                        workbook -> {
                            cell(workbook, "Scorecard", "B6").setCellValue("AS01, which is a long code");
                            restyle(workbook, "Scorecard", "B6", (style, font) -> style.setWrapText(false));
                        }),
                breaking(
                        Rule.COLUMN_WIDTH,
                        "sheet Notes: found the column of \"Text\" 140 characters wide; expected columns between 4 and"
                                + " 100 characters wide. Set the width.",
                        workbook -> workbook.getSheet("Notes").setColumnWidth(1, 140 * 256)),
                breaking(
                        Rule.TOTAL_LAST,
                        "sheet Contents, cell A6: found \"Total\" in between; expected a total in the first or last"
                                + " row of its table. Move the row.",
                        workbook -> cell(workbook, "Contents", "A6").setCellValue("Total")),
                breaking(
                        Rule.ALIGNMENT,
                        "sheet Scorecard, cell G6: found a number that is not on the right; expected text on the left,"
                                + " numbers on the right. Align them.",
                        workbook -> restyle(
                                workbook,
                                "Scorecard",
                                "G6",
                                (style, font) -> style.setAlignment(HorizontalAlignment.LEFT))),
                breaking(
                        Rule.NUMBER_FORMAT,
                        "sheet Scorecard, cell E6: found a number from 1,000 on in the format 0; expected numbers with"
                                + " separators between thousands and a digit before the point. Choose such a format.",
                        workbook ->
                                restyle(workbook, "Scorecard", "E6", (style, font) -> style.setDataFormat((short) 1))),
                breaking(
                        Rule.EMPTY_CELL,
                        "sheet Assessment: found empty cells under \"Indicator\" in rows 6; expected no empty cell in"
                                + " a table, unless the lines above it say what one means. Put shorthand such as [x]"
                                + " or [z] there, or say above the table what an empty cell means.",
                        workbook -> cell(workbook, "Assessment", "A6").setBlank()),
                breaking(
                        Rule.HEADER_LOOK,
                        "sheet Notes, cell A4: found \"Note\" in plain letters; expected table headers in bold. Make"
                                + " them bold.",
                        workbook -> restyle(workbook, "Notes", "A4", (style, font) -> font.setBold(false))));
    }

    private static Stream<Arguments> ofTexts() {
        return Stream.of(
                breaking(
                        Rule.NUMBER_AS_TEXT,
                        "sheet Scorecard, cell A6: found \"90 %\"; expected numbers and dates as such, not as text."
                                + " Enter it as a number or date; units go above.",
                        workbook -> cell(workbook, "Scorecard", "A6").setCellValue("90 %")),
                breaking(
                        Rule.NOTE_MARKER,
                        "sheet Cover, cell A3: found [Note 1]; expected notes referred to as [note 1], without raised"
                                + " figures, asterisks or daggers. Write [note 1] in place of it.",
                        workbook -> cell(workbook, "Cover", "A3").setCellValue("What it is [Note 1].")),
                breaking(
                        Rule.NOTE_AT_NUMBER,
                        "sheet Assessment, cell C6: found \"see [note 1]\"; expected no note markers among numbers. Put"
                                + " the marker into the header or a column for notes.",
                        workbook -> cell(workbook, "Assessment", "C6").setCellValue("see [note 1]")),
                breaking(
                        Rule.NOTE_MISSING,
                        "sheet Cover, cell A3: found [note 7]; expected a note for each marker. Add the note, or take"
                                + " the marker away.",
                        workbook -> cell(workbook, "Cover", "A3").setCellValue("What it is [note 7].")),
                breaking(
                        Rule.NOTE_UNUSED,
                        "sheet Notes, cell A5: found [note 1]; expected a marker for each note. Refer to the note where"
                                + " it matters, or delete it.",
                        workbook -> cell(workbook, "Scorecard", "A3").setCellValue("One table: each indicator.")),
                breaking(
                        Rule.NOTES_SHEET,
                        "the workbook: found markers from [note 1] on, and no such sheet; expected a sheet with a table"
                                + " of the notes that are referred to. Add one.",
                        workbook -> workbook.removeSheetAt(4)),
                breaking(
                        Rule.SHORTHAND,
                        "sheet Cover, cell A3: found [p, r]; expected only shorthand of the government statistical"
                                + " service in square brackets, each in its own. Use one of [b], [c], [e], [f], [k],"
                                + " [low], [p], [r], [u], [w], [x], [z], for instance [p][r] for two.",
                        workbook -> cell(workbook, "Cover", "A3").setCellValue("Marked [p, r].")),
                breaking(
                        Rule.SHORTHAND_KEY,
                        "sheet Scorecard: found no line that tells [p]; expected above the table what the shorthand on"
                                + " the sheet means. Say it there, for what is used on this sheet.",
                        workbook -> cell(workbook, "Scorecard", "A4").setCellValue("Shorthand is explained.")),
                breaking(
                        Rule.BANNED_SHORTHAND,
                        "sheet Assessment, cell C6: found \"n/a\"; expected no dashes, dots or abbreviations in place"
                                + " of a value. Use [x] for not available, [z] for not applicable, [c] for"
                                + " confidential, 0 for none.",
                        workbook -> cell(workbook, "Assessment", "C6").setCellValue("n/a")),
                breaking(
                        Rule.PERSONAL_IDENTIFIER,
                        "sheet Cover, cell A3: found what looks like a postcode; expected nothing that looks like the"
                                + " identifier, postcode or date of birth of a person. Remove it before anybody gets"
                                + " the file.",
                        workbook -> cell(workbook, "Cover", "A3").setCellValue("Moved to NN1 5PE.")),
                breaking(
                        Rule.FORMULA_LIKE_TEXT,
                        "sheet Cover, cell A3: found \"=1+1\"; expected no text that Excel would take for a formula"
                                + " once somebody edits it. Put an apostrophe in front of it.",
                        workbook -> cell(workbook, "Cover", "A3").setCellValue("=1+1")),
                breaking(
                        Rule.FORMULA_ERROR,
                        "sheet Assessment, cell C6: found #DIV/0!; expected no formula errors. Correct the formula, or"
                                + " put shorthand in place of it.",
                        workbook -> cell(workbook, "Assessment", "C6").setCellErrorValue((byte) 7)));
    }

    private static Stream<Arguments> ofLooks() {
        return Stream.of(
                breaking(
                        Rule.COLOUR_ALONE,
                        "sheet Assessment, cell D6: found a coloured cell with nothing in it; expected nothing said by"
                                + " colour, bar or icon alone. Say the same in words in the cell or beside it.",
                        workbook -> restyle(workbook, "Assessment", "D6", (style, font) -> {
                            style.setFillForegroundColor(colour(0xC0, 0, 0));
                            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                        })),
                breaking(
                        Rule.CONTRAST,
                        "sheet Cover, cell A3: found 3.5 to 1, 888888 on FFFFFF; expected a contrast of at least 4.5 to"
                                + " 1 between text and its ground. Choose a darker colour.",
                        workbook -> restyle(
                                workbook, "Cover", "A3", (style, font) -> font.setColor(colour(0x88, 0x88, 0x88)))),
                breaking(
                        Rule.FONT,
                        "sheet Cover, cell A3: found Times New Roman, 12 points; expected a font without serifs, of at"
                                + " least 12 points. Use Arial, 12 points.",
                        workbook ->
                                restyle(workbook, "Cover", "A3", (style, font) -> font.setFontName("Times New Roman"))),
                breaking(
                        Rule.EMPHASIS,
                        "sheet Cover, cell A3: found \"What this workbook is.\" underlined; expected no italics, and"
                                + " nothing underlined but links. Take it away.",
                        workbook ->
                                restyle(workbook, "Cover", "A3", (style, font) -> font.setUnderline(Font.U_SINGLE))));
    }

    private static Stream<Arguments> ofFigures() {
        return Stream.of(
                breaking(
                        Rule.STANDING,
                        "sheet Notes: found \"December 2018.\" in A2; expected the period, the day the data stands for,"
                                + " the run, the returns received and the status on each sheet. Put them into the line"
                                + " below the title.",
                        workbook -> cell(workbook, "Notes", "A2").setCellValue("December 2018.")),
                breaking(
                        Rule.PERCENTAGE,
                        "sheet Scorecard, cell G6: found 90 beside 1250 of 1400; expected beside each percentage the"
                                + " numerator and denominator that give it. Add them, or mark the figure as"
                                + " confidential.",
                        workbook -> cell(workbook, "Scorecard", "E6").setCellValue(1250)),
                breaking(
                        Rule.PERCENTAGE_RANGE,
                        "sheet Scorecard, cell G6: found 110; expected percentages between 0 and 100. Correct it, or"
                                + " waive the rule with the reason.",
                        workbook -> {
                            cell(workbook, "Scorecard", "E6").setCellValue(1540);
                            cell(workbook, "Scorecard", "G6").setCellValue(110);
                        }),
                breaking(
                        Rule.RATING,
                        "sheet Scorecard, cell K7: found Amber where Red is given; expected the rating that the printed"
                                + " value and target give. Correct whichever is wrong.",
                        workbook -> cell(workbook, "Scorecard", "J7").setCellValue(8.9)),
                breaking(
                        Rule.DIRECTION,
                        "sheet Assessment, cell B10: found \"Better than expected: it rose.\" where another sheet says"
                                + " \"No significant change\"; expected the same direction of travel for an indicator"
                                + " on each sheet. Correct whichever is wrong.",
                        workbook -> cell(workbook, "Assessment", "B10").setCellValue("Better than expected: it rose.")),
                breaking(
                        Rule.SAME_FIGURE,
                        "sheet Assessment: found no value 90 of AS01, which the scorecard has in G6; expected the same"
                                + " value of a figure on each sheet. Correct whichever is wrong.",
                        workbook -> cell(workbook, "Assessment", "C6").setCellValue(90.1)));
    }

    @Test
    void theModelBreaksNoRule() throws Exception {
        assertThat(Linter.check(model(), List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void tellsWhatBreaksARule(Rule rule, String says, Consumer<XSSFWorkbook> change) throws Exception {
        assertThat(problems(change).stream()
                        .filter(problem -> problem.rule() == rule)
                        .map(Problem::sentence))
                .contains(says);
    }

    @Test
    void everyRuleIsSeenToNotice() {
        Set<Rule> seen = breaches().map(arguments -> (Rule) arguments.get()[0]).collect(Collectors.toSet());
        assertThat(EnumSet.allOf(Rule.class))
                .filteredOn(rule -> !seen.contains(rule))
                .containsExactlyInAnyOrder(Rule.FILE_NAME, Rule.CHART_SHEET);
    }

    @Test
    void aFileNameHasNoBlanksAndADate() throws Exception {
        Path file = Files.copy(model(), folder.resolve("Board report.xlsx"));
        assertThat(Linter.check(file, List.of()))
                .containsExactly(new Problem(Rule.FILE_NAME, null, null, "\"Board report.xlsx\""));
    }

    @Test
    void aSheetOfAChartAloneHasNoTableBesideIt() throws Exception {
        var chart = Linter.check(
                new InspectedWorkbook(
                        "report-2018.xlsx",
                        new InspectedWorkbook.Properties("t", "a", "a", "s", "k", "en-GB"),
                        null,
                        Set.of(),
                        List.of(),
                        0,
                        List.of(),
                        List.of("Chart1")),
                List.of());
        assertThat(chart).containsExactly(new Problem(Rule.CHART_SHEET, "Chart1", null, "a sheet without cells"));
    }

    @Test
    void aWaiverCoversItsRuleOnItsSheetAlone() throws Exception {
        List<Problem> problems = Linter.check(
                changed(workbook -> {
                    workbook.getSheet("Scorecard").createFreezePane(1, 5);
                    workbook.getSheet("Assessment").createFreezePane(1, 5);
                }),
                List.of(
                        new LintWaiver(Rule.FREEZE_PANES, "Scorecard", "officers scroll through it"),
                        new LintWaiver(Rule.FILTERS, null, "not needed")));
        assertThat(problems)
                .extracting(Problem::rule, Problem::sheet)
                .containsExactly(tuple(Rule.FREEZE_PANES, "Assessment"));
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(LookRules.contrast("000000", "FFFFFF")).isEqualTo(21);
        assertThat(LookRules.contrast("777777", "FFFFFF")).isBetween(4.47, 4.48);
    }

    private Path model() throws Exception {
        Path file = folder.resolve("performance-2018-12.xlsx");
        Files.deleteIfExists(file);
        new WorkbookWriter().write(ModelWorkbook.workbook(), file);
        return file;
    }

    private List<Problem> problems(Consumer<XSSFWorkbook> change) throws Exception {
        return Linter.check(changed(change), List.of());
    }

    private Path changed(Consumer<XSSFWorkbook> change) throws Exception {
        Path file = model();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            change.accept(workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return file;
    }

    private static Cell cell(XSSFWorkbook workbook, String sheet, String address) {
        CellReference at = new CellReference(address);
        XSSFSheet found = workbook.getSheet(sheet);
        Row row = found.getRow(at.getRow()) == null ? found.createRow(at.getRow()) : found.getRow(at.getRow());
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void restyle(
            XSSFWorkbook workbook, String sheet, String address, BiConsumer<XSSFCellStyle, XSSFFont> change) {
        Cell cell = cell(workbook, sheet, address);
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(cell.getCellStyle());
        style.setBorderTop(BorderStyle.THIN);
        XSSFFont font = workbook.createFont();
        font.getCTFont()
                .set(((XSSFCellStyle) cell.getCellStyle()).getFont().getCTFont().copy());
        style.setFont(font);
        change.accept(style, font);
        cell.setCellStyle(style);
    }

    private static XSSFColor colour(int red, int green, int blue) {
        return new XSSFColor(new byte[] {(byte) 0xFF, (byte) red, (byte) green, (byte) blue}, null);
    }

    private static void table(XSSFSheet sheet, String name, int row, int column) {
        for (int at = 0; at < 4; at++) {
            XSSFWorkbook workbook = sheet.getWorkbook();
            cell(workbook, sheet.getSheetName(), new CellReference(row + at / 2, column + at % 2).formatAsString())
                    .setCellValue("cell " + at);
        }
        XSSFTable table = sheet.createTable(new AreaReference(
                new CellReference(row, column), new CellReference(row + 1, column + 1), SpreadsheetVersion.EXCEL2007));
        table.setName(name);
        table.setDisplayName(name);
        table.updateHeaders();
    }

    private static XSSFClientAnchor at(int column, int row) {
        return new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 3, row + 3);
    }

    private static void chart(XSSFWorkbook workbook, String cells, String alternative) {
        var frame = workbook.getSheet("Assessment").createDrawingPatriarch().createChart(at(1, 2));
        var plot = frame.getCTChart().getPlotArea().addNewBarChart();
        plot.addNewSer().addNewVal().addNewNumRef().setF(cells);
        var about = frame.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        about.setName("Diagramm0");
        if (!alternative.isEmpty()) {
            about.setDescr(alternative);
        }
    }

    private interface Failing {
        void run() throws Exception;
    }

    private static void quietly(Failing action) {
        try {
            action.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
