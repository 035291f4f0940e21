package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Indicator.Unit;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.trends.Point;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Trend.JudgedPoint;
import org.scrutineer.trends.Variation;
import org.scrutineer.workbook.OutputDocument;
import org.scrutineer.workbook.OutputDocument.Block;

class PaperDocumentTests {

    private static Example paper() {
        return Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .target("AS01", "90", "85")
                .value("AS01", "650", "1000", "65", Status.COMPLETE)
                .indicator("WF16", "Established posts", "Workforce", Unit.COUNT, Polarity.INFORMATION, "posts", 1)
                .value("WF16", "528", null, "528", Status.COMPLETE)
                .ofThings("WF16")
                .asPublicPaper("AS01", "WF16");
    }

    private static Trend trend(String indicator) {
        return new Trend(
                indicator,
                "trust",
                IndicatorValue.ALL,
                Timing.MONTH,
                IntStream.rangeClosed(0, 3)
                        .mapToObj(month -> new JudgedPoint(
                                new Point(
                                        Example.PERIOD.plusMonths(month - 3),
                                        BigDecimal.valueOf(500 + month),
                                        Status.COMPLETE,
                                        true,
                                        null),
                                List.of()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Variation.COMMON_CAUSE,
                Optional.empty(),
                "No significant change: it is as it was.");
    }

    private static List<String> texts(OutputDocument document) {
        return document.blocks().stream()
                .map(block -> block instanceof Block.Heading heading
                        ? "# " + heading.text()
                        : block instanceof Block.Item item
                                ? item.text()
                                : block instanceof Block.Table table
                                        ? table.caption()
                                        : block instanceof Block.Chart chart
                                                ? chart.alternative()
                                                : ((Block.Paragraph) block).text())
                .toList();
    }

    @Test
    void saysWhatChangedWhatNeedsAttentionAndWhatIsMissing() {
        assertThat(texts(PaperDocument.of(paper().report())))
                .containsSubsequence(
                        "# What changed",
                        "# What needs attention, and why",
                        "Assessments in time (AS01): 65.0 per cent (650 of 1,000 referrals). The target is at least 90. Red:"
                                + " 65.0 is below 85, the tolerance.",
                        "# What is missing",
                        "# Scorecard",
                        "The indicators for the whole organisation, December 2021",
                        "# Actions since the last meeting",
                        "# What the indicators mean",
                        "The indicators in words");
    }

    @Test
    void itsTableIsThatOfTheWorkbook() {
        Report report = paper().report();
        Block.Table table = PaperDocument.of(report).blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(table.rows().stream().map(row -> String.join(" | ", row)))
                .isEqualTo(Printed.rows(new PaperSheet(report).page().tables().get(0)));
        assertThat(table.columns()).hasSize(8);
        assertThat(table.widths().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
    }

    @Test
    void drawsOnlyFiguresThatAreNotAboutPeople() {
        Report report = paper().trend(trend("AS01")).trend(trend("WF16")).report();

        assertThat(texts(PaperDocument.of(report)))
                .filteredOn(text -> text.startsWith("Line chart"))
                .containsExactly("Line chart of Established posts from September 2021 to December 2021. No significant"
                        + " change: it is as it was.");
    }

    @Test
    void hasNoChartWhereThereIsNothingToDraw() {
        assertThat(PaperDocument.of(paper().trend(trend("AS01")).report()).blocks())
                .noneMatch(Block.Chart.class::isInstance);
    }
}
