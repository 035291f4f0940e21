package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.PublishedComparator;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Each published figure that one of ours can be compared with, one a row. */
final class ComparisonsSheet {

    private static final String NOT_PUBLISHED = "it was not published, or not with the figure";
    private static final String NOTHING_TO_COMPARE = "one of the two figures has no value";

    private final Report report;
    private final ComparedFigures compared;

    ComparisonsSheet(Report report) {
        this.report = report;
        this.compared = new ComparedFigures(report);
    }

    /** None where nothing is published that the audience's indicators can be compared with. */
    Optional<Page> page() {
        List<List<Cell>> rows = rows();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Page(
                "Comparisons",
                "Comparisons with published figures",
                "One table: what was published for the nation, the region, similar areas and our own areas, each beside "
                        + "our figure.",
                lines(),
                List.of(new Table("comparisons", null, columns(), rows)),
                Map.of(
                        "Published value", "none was published; the remark says why",
                        "Published numerator", NOT_PUBLISHED,
                        "Published denominator", NOT_PUBLISHED,
                        "Difference", NOTHING_TO_COMPARE,
                        "Our figure is", NOTHING_TO_COMPARE,
                        "Remark", "there is nothing to remark")));
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(Page.paragraph(
                "Published figures are about a year, or a day in it. Of several years the newest is shown "
                        + "that had ended by the end of the period; where all ended later, the earliest, which is said. Beside "
                        + "each stands our figure for the last 12 months where there is one, or else for its own timing, which "
                        + "is named: a month is not a year."));
        lines.add(Page.paragraph(
                "The difference is our figure less the published one, both as printed. Where it may come "
                        + "from the rounding of the published figure alone, neither is called better."));
        compared.sourceOfNeighbours().map(Page::paragraph).ifPresent(lines::add);
        compared.withoutNeighbours().map(Page::paragraph).ifPresent(lines::add);
        return lines;
    }

    private static List<Header> columns() {
        return List.of(
                new Header("Indicator", 40),
                new Header("Code", 8),
                new Header("Compared with", 38),
                new Header("Unit", 16),
                new Header("Published for", 18),
                new Header("Published value", 11),
                new Header("Published numerator", 12),
                new Header("Published denominator", 13),
                new Header("Our part", 24),
                new Header("Our timing", 13),
                new Header("Our value", 10),
                new Header("Difference", 11),
                new Header("Our figure is", 14),
                new Header("Remark", 34),
                new Header("Source", 44));
    }

    private List<List<Cell>> rows() {
        var rows = new ArrayList<List<Cell>>();
        for (Indicator indicator : report.indicators()) {
            for (PublishedComparator comparator : compared.of(indicator)) {
                rows.add(row(indicator, comparator));
            }
        }
        return rows;
    }

    private List<Cell> row(Indicator indicator, PublishedComparator comparator) {
        ComparedFigures.Ours beside = compared.ours(indicator, comparator);
        Part part = beside.part();
        IndicatorValue ours = beside.figure();
        Optional<PublishedComparator.Standing> standing = ours.value() == null || comparator.value() == null
                ? Optional.empty()
                : Optional.of(comparator.standing(indicator, ours.value()));
        return List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.id()),
                FigureCells.text(comparator.name()),
                FigureCells.text(FigureWords.unit(indicator)),
                FigureCells.text(comparator.published(indicator)),
                ComparedFigures.value(comparator),
                FigureCells.published(comparator.numerator()),
                FigureCells.published(comparator.denominator()),
                FigureCells.text(part.isWhole() ? "Whole organisation" : part.authorityName()),
                FigureCells.text(FigureWords.timing(ours.timing())),
                FigureCells.value(indicator, ours),
                standing.<Cell>map(found -> new Cell.Number(found.difference(), found.decimals()))
                        .orElse(FigureCells.EMPTY),
                FigureCells.text(
                        standing.map(PublishedComparator.Standing::word).orElse("")),
                FigureCells.text(comparator.remark()),
                FigureCells.text(FigureWords.source(comparator.source())));
    }
}
