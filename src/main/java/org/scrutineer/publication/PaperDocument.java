package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.trends.Trend;
import org.scrutineer.workbook.OutputDocument;
import org.scrutineer.workbook.OutputDocument.Block;
import org.scrutineer.workbook.OutputDocument.Course;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Stroke;
import org.scrutineer.workbook.OutputWorkbook.Table;

/**
 * The agenda paper of a meeting, two to four pages: what changed, what needs attention and why, the scorecard, one chart,
 * the actions since the last meeting, and what the indicators mean. All of it is taken from the pages of the workbook
 * beside it, so that both say the same.
 */
final class PaperDocument {

    /** Of the columns of {@link PaperSheet}, in percent. */
    private static final List<Integer> WIDTHS = List.of(24, 7, 8, 9, 10, 10, 12, 20);

    private static final int FEWEST_POINTS = 3;

    private final Report report;
    private final RunFigures figures;

    private PaperDocument(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    static OutputDocument of(Report report) {
        return new PaperDocument(report).document();
    }

    private OutputDocument document() {
        var text = new SummaryText(report);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Page.standing(report)));
        blocks.addAll(section("What changed", text.courses()));
        blocks.addAll(section("What needs attention, and why", attention(text)));
        blocks.addAll(section("What is missing", text.summary().on(Summary.Topic.MISSING)));
        if (!report.restatements().isEmpty()) {
            blocks.addAll(section("What was restated", text.summary().on(Summary.Topic.RESTATED)));
        }
        blocks.addAll(scorecard());
        chart().ifPresent(blocks::add);
        blocks.addAll(section("Actions since the last meeting", actions()));
        blocks.add(new Block.Heading("What the indicators mean"));
        blocks.add(definitions());
        return new OutputDocument(
                report.audience().title() + ", " + figures.period().title(),
                figures.catalogue().organisation().name(),
                "Performance figures for " + figures.period().title(),
                "performance, " + report.audience().name() + ", " + figures.period() + ", run " + figures.runNumber(),
                figures.dataAsAt().orElse(figures.period().lastDay()),
                blocks);
    }

    private static List<String> paragraphs(Page page) {
        return page.lines().stream()
                .filter(Line.Paragraph.class::isInstance)
                .map(line -> ((Line.Paragraph) line).text())
                .toList();
    }

    private static List<Block> section(String heading, List<String> items) {
        return items.isEmpty()
                ? List.of()
                : Stream.<Block>concat(
                                Stream.of(new Block.Heading(heading)),
                                items.stream().map(Block.Item::new))
                        .toList();
    }

    /** Each figure that needs it, with what its owner says; whose explanation is missing is told in the table. */
    private List<String> attention(SummaryText text) {
        var items = new ArrayList<String>();
        int unexplained = 0;
        for (Indicator indicator : text.inNeedOfAttention()) {
            Optional<String> why = why(indicator);
            items.add(text.inNeedOfAttention(indicator) + why.orElse(""));
            unexplained += why.isEmpty() ? 1 : 0;
        }
        if (items.isEmpty()) {
            return text.summary().on(Summary.Topic.ATTENTION);
        }
        if (unexplained > 0) {
            items.add("No explanation was received for "
                    + FigureWords.count(unexplained, "of these figures", "of these figures")
                    + "; the scorecard says who was asked.");
        }
        return items;
    }

    private Optional<String> why(Indicator indicator) {
        return report.inQuestion().stream()
                .filter(one ->
                        one.indicator().equals(indicator) && one.explanation().isPresent())
                .findFirst()
                .map(one -> " " + PaperSheet.whyAndAction(one));
    }

    private List<Block> scorecard() {
        Table table = new PaperSheet(report).page().tables().get(0);
        return List.of(
                new Block.Heading("Scorecard"),
                new Block.Table(
                        "The indicators for " + report.subject() + ", "
                                + figures.period().title(),
                        table.columns().stream().map(column -> column.text()).toList(),
                        WIDTHS,
                        table.rows().stream()
                                .map(row ->
                                        row.stream().map(PaperDocument::printed).toList())
                                .toList()));
    }

    private static String printed(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        if (cell instanceof Cell.Number number) {
            return FigureWords.number(number.value(), number.decimals());
        }
        if (cell instanceof Cell.Rating rating) {
            return rating.word();
        }
        if (cell instanceof Cell.Shorthand shorthand) {
            return shorthand.text();
        }
        if (cell instanceof Cell.Day day) {
            return FigureWords.date(day.date());
        }
        return "";
    }

    /**
     * The course of one indicator, one with a special cause before others. Only of things: single months of a figure about
     * people could tell of few of them.
     */
    private Optional<Block> chart() {
        return report.indicators().stream()
                .filter(indicator -> !indicator.people())
                .flatMap(indicator -> figures.overTime().trend(indicator, report.main(indicator)).stream()
                        .filter(trend -> trend.points().size() >= FEWEST_POINTS)
                        .map(trend -> Map.entry(indicator, trend)))
                .min(Comparator.comparing(entry -> !entry.getValue().variation().isSpecialCause()))
                .map(entry -> chart(entry.getKey(), entry.getValue()));
    }

    private static Block chart(Indicator indicator, Trend trend) {
        List<Trend.JudgedPoint> points = trend.points();
        List<@Nullable BigDecimal> average = points.stream()
                .<@Nullable BigDecimal>map(
                        point -> trend.limits().map(limits -> limits.mean()).orElse(null))
                .toList();
        return new Block.Chart(
                indicator.name() + ", " + FigureWords.unit(indicator),
                "Line chart of " + indicator.name() + " from "
                        + points.get(0).point().period().title() + " to "
                        + trend.newest().point().period().title() + ". " + trend.sentence(),
                points.stream().map(point -> point.point().period().title()).toList(),
                List.of(
                        new Course("Value", Stroke.VALUES, values(points, true)),
                        new Course("Average", Stroke.AVERAGE, average),
                        new Course("More than chance", Stroke.MARKS, values(points, false))));
    }

    /** @param all or only those with a special cause */
    private static List<@Nullable BigDecimal> values(List<Trend.JudgedPoint> points, boolean all) {
        return points.stream()
                .<@Nullable BigDecimal>map(point ->
                        all || !point.causes().isEmpty() ? point.point().value() : null)
                .toList();
    }

    private List<String> actions() {
        Page page = new ActionsSheet(report).page();
        List<String> actions = page.tables().get(0).rows().stream()
                .map(row -> printed(row.get(0)) + ": " + printed(row.get(1))
                        + after(", by ", printed(row.get(2)))
                        + after(", by ", printed(row.get(3)))
                        + ". " + printed(row.get(4)) + ". Now " + printed(row.get(6))
                        + after(", ", printed(row.get(7))) + ".")
                .toList();
        return actions.isEmpty()
                ? paragraphs(page)
                : Stream.concat(actions.stream(), paragraphs(page).stream().skip(1))
                        .toList();
    }

    private static String after(String lead, String text) {
        return text.isEmpty() ? "" : lead + text;
    }

    private Block definitions() {
        return new Block.Table(
                "The indicators in words",
                List.of("Indicator", "What it means"),
                List.of(30, 70),
                report.indicators().stream()
                        .map(indicator -> List.of(indicator.name(), indicator.definition()))
                        .toList());
    }
}
