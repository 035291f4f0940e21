package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The organisation's figures by the authorities that commission it. */
final class AuthoritySheet {

    /** The column of numerators, from 0. */
    private static final int NUMERATOR = 4;

    private final Report report;

    AuthoritySheet(Report report) {
        this.report = report;
    }

    Page page() {
        return new Page(
                "By authority",
                "By authority",
                "One table: each indicator for each authority that commissions the organisation, then for the rest, then "
                        + "for the whole.",
                List.of(Page.paragraph("Which authority a figure belongs to: " + Note.NEITHER.marker() + ".")),
                List.of(new Table(
                        "by_authority",
                        null,
                        List.of(
                                new Header("Indicator", 52),
                                new Header("Code", 8),
                                new Header("Authority", 34),
                                new Header("Unit", 24),
                                new Header("Numerator", 12),
                                new Header("Denominator", 14),
                                new Header("Value", 11),
                                new Header("Status", 8)),
                        rows())),
                Map.of(
                        "Numerator", FigureCells.NO_NUMERATOR,
                        "Denominator", FigureCells.NO_DENOMINATOR,
                        "Status", FigureCells.WHOLE));
    }

    private List<List<Cell>> rows() {
        RunFigures figures = report.figures();
        var rows = new ArrayList<List<Cell>>();
        for (Indicator indicator : report.indicators()) {
            for (Part part : report.authorities()) {
                figures.value(indicator, part, indicator.timing())
                        .ifPresent(figure -> rows.add(row(indicator, part.authorityName(), figure)));
            }
            figures.value(indicator, figures.whole(), indicator.timing())
                    .ifPresent(figure -> rows.add(row(indicator, "Whole organisation", figure)));
        }
        return rows;
    }

    private List<Cell> row(Indicator indicator, String authority, IndicatorValue figure) {
        return List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.id()),
                FigureCells.text(authority),
                FigureCells.text(FigureWords.unit(indicator)),
                FigureCells.numerator(indicator, figure),
                FigureCells.denominator(indicator, figure),
                report.value(indicator, figure, NUMERATOR),
                FigureCells.status(
                        figure,
                        report.figures().isAtBreak(indicator, indicator.timing()),
                        report.figures().restatements().revise(figure)));
    }
}
