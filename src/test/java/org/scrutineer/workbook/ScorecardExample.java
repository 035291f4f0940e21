package org.scrutineer.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;
import org.scrutineer.workbook.OutputWorkbook.Tone;

/** A publication with one of everything. */
final class ScorecardExample {

    private ScorecardExample() {}

    static OutputWorkbook scorecard() {
        return new OutputWorkbook(
                "Children's services performance, December 2018",
                "Northshire Children's Trust",
                "Performance figures for the commissioner",
                "performance, children's services",
                LocalDate.of(2019, 1, 21),
                List.of(cover(), figures(), actions()));
    }

    private static Sheet cover() {
        return new Sheet(
                "Cover",
                "Children's services performance, December 2018",
                List.of(
                        new Line.Paragraph("Northshire Children's Trust, for the commissioner. Provisional."),
                        new Line.Paragraph(
                                "This workbook shows how the trust's 14 teams performed in December 2018 against"
                                        + " the targets agreed with the commissioner, with the numerator and denominator of each"
                                        + " percentage. It is made from 13 of 14 returns expected: the return of the North team"
                                        + " was not received by 14 January 2019, and its figures are shown as not available."),
                        new Line.Heading("Contents"),
                        new Line.SheetLink("Scorecard: all indicators", "Scorecard"),
                        new Line.SheetLink("Actions agreed at the last meeting", "Actions"),
                        new Line.Heading("Contact"),
                        new Line.Paragraph("Performance team, performance@northshire.example")),
                List.of());
    }

    private static Sheet figures() {
        List<Header> headers = List.of(
                new Header("Indicator", 34),
                new Header("Numerator", 11),
                new Header("Denominator", 13),
                new Header("Value (%)", 9),
                new Header("Target (%)", 9),
                new Header("Rating", 10),
                new Header("Measured on", 13),
                new Header("Why and action", 44));
        return new Sheet(
                "Scorecard",
                "Scorecard, December 2018",
                List.of(
                        new Line.Paragraph("This sheet holds one table. [c] means suppressed to protect children,"
                                + " [x] not available. Percentages are rounded to one decimal, halves away from zero;"
                                + " ratings are made from the unrounded values and the targets of Schedule 4 of the"
                                + " contract, as amended on 1 October 2018."),
                        new Line.SheetLink("Back to the cover", "Cover")),
                List.of(new Table(
                        "scorecard",
                        null,
                        headers,
                        List.of(
                                figure(
                                        "Referrals that led to an assessment within 45 working days",
                                        1234,
                                        1502,
                                        "82.157",
                                        "80",
                                        new Cell.Rating("Green", Tone.GOOD),
                                        "On target for the third month."),
                                figure(
                                        "Children in need seen in the last 4 weeks",
                                        612,
                                        800,
                                        "76.5",
                                        "80",
                                        new Cell.Rating("Amber", Tone.MIDDLING),
                                        "=SUM(A1) is text, and stays it."),
                                figure(
                                        "Care leavers in suitable accommodation",
                                        41,
                                        90,
                                        "45.5556",
                                        "75",
                                        new Cell.Rating("Red", Tone.BAD),
                                        "Two providers closed in November. The trust has asked both neighbouring"
                                                + " authorities for places, and moves eight young people by the end of"
                                                + " February 2019; progress is reported weekly to the director."),
                                List.of(
                                        new Cell.SheetLink("Reviews held in time", "Actions"),
                                        new Cell.Shorthand("c"),
                                        new Cell.Shorthand("c"),
                                        new Cell.Shorthand("x"),
                                        new Cell.Number(new BigDecimal("95"), 1),
                                        new Cell.Empty(),
                                        new Cell.Empty(),
                                        new Cell.Text("Too few to show."))))));
    }

    private static List<Cell> figure(
            String name, int numerator, int denominator, String value, String target, Cell rating, String note) {
        return List.of(
                new Cell.Text(name),
                new Cell.Number(BigDecimal.valueOf(numerator), 0),
                new Cell.Number(BigDecimal.valueOf(denominator), 0),
                new Cell.Number(new BigDecimal(value), 1),
                new Cell.Number(new BigDecimal(target), 1),
                rating,
                new Cell.Day(LocalDate.of(2018, 12, 31)),
                new Cell.Text(note));
    }

    private static Sheet actions() {
        List<Header> headers = List.of(new Header("Action", 50), new Header("Owner", 20), new Header("Due", 13));
        return new Sheet(
                "Actions",
                "Actions agreed at the last meeting",
                List.of(new Line.Paragraph("This sheet holds two tables.")),
                List.of(
                        new Table(
                                "open_actions",
                                "Open",
                                headers,
                                List.of(List.of(
                                        new Cell.Text("Agree a plan for care leavers' accommodation"),
                                        new Cell.Text("Head of care leavers"),
                                        new Cell.Day(LocalDate.of(2019, 2, 28))))),
                        new Table("closed_actions", "Closed", headers, List.of())));
    }
}
