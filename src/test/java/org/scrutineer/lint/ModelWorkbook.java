package org.scrutineer.lint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.scrutineer.workbook.OutputWorkbook;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;
import org.scrutineer.workbook.OutputWorkbook.Tone;

/** A workbook that breaks no rule, small enough to break one rule of at a time. */
public final class ModelWorkbook {

    private static final Line STANDING = new Line.Paragraph("December 2018. Data as at 29 January 2019. Run 0001."
            + " Returns received: 14 of 15 expected. Status: Provisional.");

    private ModelWorkbook() {}

    public static OutputWorkbook workbook() {
        return new OutputWorkbook(
                "Performance, December 2018",
                "Northshire Children's Trust",
                "Performance figures",
                "performance, children's services",
                LocalDate.of(2019, 1, 29),
                List.of(cover(), contents(), scorecard(), assessment(), notes()));
    }

    private static Sheet cover() {
        return new Sheet(
                "Cover",
                "Performance, December 2018",
                List.of(
                        STANDING,
                        new Line.Paragraph("What this workbook is."),
                        new Line.SheetLink("Contents: all sheets", "Contents")),
                List.of());
    }

    private static Sheet contents() {
        return new Sheet(
                "Contents",
                "Contents",
                List.of(STANDING, new Line.Paragraph("One table: each of the other sheets.")),
                List.of(new Table(
                        "contents",
                        null,
                        List.of(new Header("Sheet", 30), new Header("What it holds", 97)),
                        List.of(
                                row(link("Cover"), text("What this workbook is.")),
                                row(link("Scorecard"), text("Each indicator.")),
                                row(link("Assessment"), text("The indicators of assessment.")),
                                row(link("Notes"), text("Notes."))))));
    }

    private static Sheet scorecard() {
        return new Sheet(
                "Scorecard",
                "Scorecard",
                List.of(
                        STANDING,
                        new Line.Paragraph("One table: each indicator. How ratings are given: [note 1]."),
                        new Line.Paragraph("Shorthand on this sheet: [p] provisional.")),
                List.of(new Table(
                        "scorecard",
                        null,
                        List.of(
                                new Header("Indicator", 40),
                                new Header("Code", 8),
                                new Header("Good is", 15),
                                new Header("Unit", 15),
                                new Header("Numerator", 12),
                                new Header("Denominator", 14),
                                new Header("Value", 10),
                                new Header("Status", 8),
                                new Header("Target", 10),
                                new Header("Tolerance", 11),
                                new Header("RAG", 10),
                                new Header("Direction of travel", 20)),
                        List.of(
                                row(
                                        text("Assessments in time"),
                                        text("AS01"),
                                        text("High"),
                                        text("per cent"),
                                        number("1260", 0),
                                        number("1400", 0),
                                        number("90", 1),
                                        new Cell.Shorthand("p"),
                                        number("90", 1),
                                        number("85", 1),
                                        new Cell.Rating("Green", Tone.GOOD),
                                        text("No significant change")),
                                row(
                                        text("Open past their time"),
                                        text("AS03"),
                                        text("Low"),
                                        text("per cent"),
                                        number("36", 0),
                                        number("400", 0),
                                        number("9", 1),
                                        new Cell.Shorthand("p"),
                                        number("5", 1),
                                        number("10", 1),
                                        new Cell.Rating("Amber", Tone.MIDDLING),
                                        text("Not judged"))))));
    }

    private static Sheet assessment() {
        return new Sheet(
                "Assessment",
                "Assessment",
                List.of(STANDING, new Line.Paragraph("Two tables: the values, and how they changed.")),
                List.of(
                        new Table(
                                "assessment",
                                "Values",
                                List.of(new Header("Indicator", 40), new Header("Code", 8), new Header("Value", 10)),
                                List.of(
                                        row(text("Assessments in time"), text("AS01"), number("90", 1)),
                                        row(text("Open past their time"), text("AS03"), number("9", 1)))),
                        new Table(
                                "assessment_change",
                                "Change",
                                List.of(new Header("Code", 40), new Header("Direction of travel", 60)),
                                List.of(
                                        row(text("AS01"), text("No significant change: 90.0% is within the limits.")),
                                        row(text("AS03"), text("Not judged: months overlap."))))));
    }

    private static Sheet notes() {
        return new Sheet(
                "Notes",
                "Notes",
                List.of(STANDING, new Line.Paragraph("One table: the notes.")),
                List.of(new Table(
                        "notes",
                        null,
                        List.of(new Header("Note", 12), new Header("Text", 90)),
                        List.of(row(text("[note 1]"), text("Green is at the target or better."))))));
    }

    private static List<Cell> row(Cell... cells) {
        return List.of(cells);
    }

    private static Cell text(String text) {
        return new Cell.Text(text);
    }

    private static Cell link(String sheet) {
        return new Cell.SheetLink(sheet, sheet);
    }

    private static Cell number(String value, int decimals) {
        return new Cell.Number(new BigDecimal(value), decimals);
    }
}
