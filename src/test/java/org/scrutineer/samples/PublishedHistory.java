package org.scrutineer.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * The history returns: headline figures of the months before a sample period, so that trends show. All of them are
 * synthetic, and say so in their column Source; what is known to have been published is met: 43 per cent of social
 * workers from agencies in April 2016, 281 social workers in May 2019.
 */
final class PublishedHistory {

    private static final String SOURCE = "Synthetic history for the sample";

    private static final Layout LAYOUT = Layout.sheet("Published values")
            .column("indicator", "Indicator")
            .column("organisation", "Organisation")
            .column("authority", "Authority")
            .column("month", "Period")
            .column("timing", "Timing")
            .column("numerator", "Numerator")
            .column("denominator", "Denominator")
            .column("value", "Value")
            .column("source", "Source");

    /** In tenths: the level up to a month and after it, how many months ago that was, and how far values stray. */
    private static final Table TO_DECEMBER_2018 = new Table("""
            indicator  timing    before  after  months-ago  strays  whole
            AS01       Month     712     668    9           22      0
            AS02       Snapshot  10150   10150  0           380     1
            AS04       Snapshot  1480    1830   8           130     1
            CN02       Snapshot  362     362    0           28      0
            CP06       Snapshot  601     601    0           31      0
            WF15       Snapshot  3240    3240   0           60      1
            WF13       Snapshot  182     182    0           12      0
            WF01       Snapshot  436     436    0           14      0
            WF02       Snapshot  430     312    14          9       0
            """);

    private static final Table TO_DECEMBER_2021 = new Table("""
            indicator  timing    before  after  months-ago  strays  whole
            AS01       Month     812     873    11          19      0
            AS02       Snapshot  6900    5750   15          260     1
            AS04       Snapshot  150     150    0           50      1
            CN02       Snapshot  812     812    0           24      0
            CP06       Snapshot  906     906    0           18      0
            WF15       Snapshot  2810    4780   24          70      1
            WF17       Snapshot  3520    3770   12          50      1
            WF13       Snapshot  226     226    0           11      0
            WF01       Snapshot  338     284    13          9       0
            WF02       Snapshot  281     171    16          9       0
            """);

    private PublishedHistory() {}

    static List<SampleReturn> all() {
        return List.of(
                history(
                        ReportingPeriod.of(2018, 12),
                        36,
                        TO_DECEMBER_2018,
                        "Published figures 2015 to 2018.xlsx",
                        LocalDate.of(2019, 1, 14)),
                history(
                        ReportingPeriod.of(2021, 12),
                        35,
                        TO_DECEMBER_2021,
                        "Published figures 2019 to 2021.xlsx",
                        LocalDate.of(2022, 1, 13)));
    }

    private static SampleReturn history(
            ReportingPeriod period, int months, Table figures, String file, LocalDate preparedOn) {
        var rows = new ArrayList<Row>();
        for (Table.Line line : figures.lines()) {
            var dice = new Dice("history " + period + " " + line.about());
            for (int ago = months; ago > 0; ago--) {
                int level = line.number(
                        ago > line.number("months-ago") && line.number("months-ago") > 0 ? "before" : "after");
                int strays = line.number("strays");
                rows.add(Row.row()
                        .text("indicator", line.about())
                        .text("organisation", "trust")
                        .text("month", period.plusMonths(-ago).toString())
                        .text("timing", line.text("timing"))
                        .number("value", value(level + dice.between(-strays, strays), line.number("whole") == 1))
                        .text("source", SOURCE));
            }
        }
        var cover = new Cover(
                Team.QUALITY_ASSURANCE,
                file,
                "trust",
                "1",
                period.toString(),
                "Nerys Calloway",
                preparedOn,
                "",
                Set.of());
        return new SampleReturn(period, cover, "history", List.of(new DataSheet(LAYOUT, rows)));
    }

    private static BigDecimal value(int tenths, boolean whole) {
        return whole ? BigDecimal.valueOf(Math.round(tenths / 10.0)) : BigDecimal.valueOf(tenths, 1);
    }
}
