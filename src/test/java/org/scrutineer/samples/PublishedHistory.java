package org.scrutineer.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * The history returns: figures of the months before a sample period, so that trends show, and those of events with what
 * they are made of and by service, so that longer times can be added up. All of them are synthetic, and say so in their
 * column Source; what is known to have been published is met: 43 per cent of social workers from agencies in April 2016,
 * 281 social workers in May 2019.
 */
final class PublishedHistory {

    private static final String SOURCE = "Synthetic history for the sample";

    private static final String WHOLE = "trust";

    private static final int TENTHS_OF_ALL = 1000;

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

    /**
     * How many of a thing there are in a month, by service, and how far months stray. A thing is an indicator's count, or
     * only what shares are of.
     */
    private static final Table THINGS_TO_DECEMBER_2018 = new Table("""
            thing        service                 level  strays
            FD01         First Response          1820   110
            FD01R        First Response          900    55
            assessments  First Response          372    38
            assessments  Disabled Children       29     5
            CP01N        Safeguarding            80     9
            CP03N        Safeguarding            48     6
            plans        Safeguarding            40     6
            LA21         Safeguarding            13     4
            LA21         Children in Care and Leaving Care  50     8
            """);

    /** What part of a thing it is, in tenths of a per cent: the level up to a month and after it, and how far it strays. */
    private static final Table SHARES_TO_DECEMBER_2018 = new Table("""
            indicator  of           service            before  after  months-ago  strays
            FD02       FD01         First Response     871     871    0           18
            FD08       FD01         First Response     502     502    0           22
            FD04       FD01R        First Response     662     662    0           30
            FD06       FD01R        First Response     239     239    0           22
            AS01       assessments  First Response     705     658    9           22
            AS01       assessments  Disabled Children  810     800    9           40
            AS05       assessments  First Response     815     815    0           24
            AS05       assessments  Disabled Children  680     680    0           60
            CP02       CP03N        Safeguarding       660     660    0           70
            CP04       CP03N        Safeguarding       790     790    0           60
            CP10       plans        Safeguarding       262     262    0           60
            """);

    /** How things stood at month ends, in tenths, of which only the value was published. */
    private static final Table VALUES_TO_DECEMBER_2018 = new Table("""
            indicator  before  after  months-ago  strays  whole
            AS02       10150   10150  0           380     1
            AS04       1480    1830   8           130     1
            CN02       362     362    0           28      0
            CP06       601     601    0           31      0
            WF15       3240    3240   0           60      1
            WF13       182     182    0           12      0
            WF01       436     436    0           14      0
            WF02       430     312    14          9       0
            """);

    private static final Table THINGS_TO_DECEMBER_2021 = new Table("""
            thing        service                 level  strays
            FD01         First Response          1510   90
            FD01R        First Response          905    50
            assessments  First Response          415    35
            assessments  Disabled Children       31     5
            CP01N        Safeguarding            68     8
            CP03N        Safeguarding            45     6
            plans        Safeguarding            46     6
            LA21         Safeguarding            16     5
            LA21         Children in Care and Leaving Care  47     8
            """);

    private static final Table SHARES_TO_DECEMBER_2021 = new Table("""
            indicator  of           service            before  after  months-ago  strays
            FD02       FD01         First Response     956     956    0           14
            FD08       FD01         First Response     478     478    0           20
            FD04       FD01R        First Response     850     850    0           24
            FD06       FD01R        First Response     262     262    0           20
            AS01       assessments  First Response     811     873    11          19
            AS01       assessments  Disabled Children  840     870    11          40
            AS05       assessments  First Response     931     931    0           16
            AS05       assessments  Disabled Children  870     870    0           50
            CP02       CP03N        Safeguarding       805     805    0           60
            CP04       CP03N        Safeguarding       852     852    0           50
            CP10       plans        Safeguarding       288     288    0           60
            """);

    private static final Table VALUES_TO_DECEMBER_2021 = new Table("""
            indicator  before  after  months-ago  strays  whole
            AS02       6900    5750   15          260     1
            AS04       150     150    0           50      1
            CN02       812     812    0           24      0
            CP06       906     906    0           18      0
            WF15       2810    4780   24          70      1
            WF17       3520    3770   12          50      1
            WF13       226     226    0           11      0
            WF01       338     284    13          9       0
            WF02       281     171    16          9       0
            """);

    private final ReportingPeriod period;
    private final int months;
    private final List<Row> rows = new ArrayList<>();

    private PublishedHistory(ReportingPeriod period, int months) {
        this.period = period;
        this.months = months;
    }

    static List<SampleReturn> all() {
        var to2018 = new PublishedHistory(ReportingPeriod.of(2018, 12), 36);
        to2018.addValues(VALUES_TO_DECEMBER_2018);
        to2018.addEvents(THINGS_TO_DECEMBER_2018, SHARES_TO_DECEMBER_2018);
        var to2021 = new PublishedHistory(ReportingPeriod.of(2021, 12), 35);
        to2021.addValues(VALUES_TO_DECEMBER_2021);
        to2021.addEvents(THINGS_TO_DECEMBER_2021, SHARES_TO_DECEMBER_2021);
        return List.of(
                to2018.sent("Published figures 2015 to 2018.xlsx", LocalDate.of(2019, 1, 14)),
                to2021.sent("Published figures 2019 to 2021.xlsx", LocalDate.of(2022, 1, 13)));
    }

    private void addValues(Table figures) {
        for (Table.Line line : figures.lines()) {
            var dice = dice(line.about());
            for (int ago = months; ago > 0; ago--) {
                int value = strayed(level(line, ago), line, dice);
                rows.add(row(line.about(), WHOLE, ago, "Snapshot")
                        .number("value", value(value, line.number("whole") == 1)));
            }
        }
    }

    /** Each for its services and, as their sum, for the whole. */
    private void addEvents(Table things, Table shares) {
        Map<String, Map<String, List<Integer>>> counts = new LinkedHashMap<>();
        for (Table.Line line : things.lines()) {
            var dice = dice(line.about() + " " + line.text("service"));
            counts.computeIfAbsent(line.about(), first -> new LinkedHashMap<>())
                    .put(line.text("service"), monthly(ago -> strayed(line.number("level"), line, dice)));
        }
        counts.forEach((thing, byService) -> {
            if (Character.isUpperCase(thing.charAt(0))) {
                withTheWhole(byService)
                        .forEach((of, count) -> eachMonth(ago -> rows.add(row(thing, of, ago, "Month")
                                .number("value", BigDecimal.valueOf(count.get(months - ago))))));
            }
        });
        Map<String, Map<String, List<Integer>>> numerators = new LinkedHashMap<>();
        Map<String, Map<String, List<Integer>>> denominators = new LinkedHashMap<>();
        for (Table.Line line : shares.lines()) {
            String service = line.text("service");
            var dice = dice(line.about() + " " + service);
            List<Integer> all = Objects.requireNonNull(
                    Objects.requireNonNull(counts.get(line.text("of"))).get(service));
            denominators
                    .computeIfAbsent(line.about(), first -> new LinkedHashMap<>())
                    .put(service, all);
            numerators
                    .computeIfAbsent(line.about(), first -> new LinkedHashMap<>())
                    .put(service, monthly(ago -> part(all.get(months - ago), strayed(level(line, ago), line, dice))));
        }
        numerators.forEach((indicator, byService) -> {
            Map<String, List<Integer>> of = withTheWhole(Objects.requireNonNull(denominators.get(indicator)));
            withTheWhole(byService)
                    .forEach((whose, numerator) -> eachMonth(ago -> rows.add(share(
                            row(indicator, whose, ago, "Month"),
                            numerator.get(months - ago),
                            Objects.requireNonNull(of.get(whose)).get(months - ago)))));
        });
    }

    private static int part(int all, int tenths) {
        return (int) Math.round(all * Math.min(tenths, TENTHS_OF_ALL) / (double) TENTHS_OF_ALL);
    }

    private static Row share(Row row, int numerator, int denominator) {
        return row.number("numerator", BigDecimal.valueOf(numerator))
                .number("denominator", BigDecimal.valueOf(denominator))
                .number(
                        "value",
                        BigDecimal.valueOf(100L * numerator)
                                .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP));
    }

    /** The whole first, which is the sum of its services. */
    private static Map<String, List<Integer>> withTheWhole(Map<String, List<Integer>> byService) {
        var all = new LinkedHashMap<String, List<Integer>>();
        List<List<Integer>> services = List.copyOf(byService.values());
        all.put(
                WHOLE,
                IntStream.range(0, services.get(0).size())
                        .mapToObj(month -> services.stream()
                                .mapToInt(one -> one.get(month))
                                .sum())
                        .toList());
        all.putAll(byService);
        return all;
    }

    private List<Integer> monthly(IntUnaryOperator value) {
        return IntStream.range(0, months)
                .map(month -> value.applyAsInt(months - month))
                .boxed()
                .toList();
    }

    private void eachMonth(IntConsumer month) {
        for (int ago = months; ago > 0; ago--) {
            month.accept(ago);
        }
    }

    private Dice dice(String about) {
        return new Dice("history " + period + " " + about);
    }

    private static int level(Table.Line line, int ago) {
        int changed = line.number("months-ago");
        return line.number(changed > 0 && ago > changed ? "before" : "after");
    }

    private static int strayed(int level, Table.Line line, Dice dice) {
        int strays = line.number("strays");
        return level + dice.between(-strays, strays);
    }

    private Row row(String indicator, String whose, int ago, String timing) {
        return Row.row()
                .text("indicator", indicator)
                .text("organisation", whose)
                .text("month", period.plusMonths(-ago).toString())
                .text("timing", timing)
                .text("source", SOURCE);
    }

    private SampleReturn sent(String file, LocalDate preparedOn) {
        var cover = new Cover(
                Team.QUALITY_ASSURANCE,
                file,
                WHOLE,
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
