package org.scrutineer.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Benchmark;
import org.scrutineer.catalogue.Benchmarks;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Indicator.Unit;
import org.scrutineer.catalogue.Materiality;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.PublishedArea;
import org.scrutineer.catalogue.PublishedAreas;
import org.scrutineer.catalogue.PublishedSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.catalogue.Target;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.PlannedAction;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Variation;

/** A trust of two teams that report referrals, and a run of it. */
final class Example {

    static final ReportingPeriod PERIOD = ReportingPeriod.of(2021, 12);

    private static final Place PLACE = new Place("example.yaml", 1);

    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<IndicatorValue> values = new ArrayList<>();
    private final List<IndicatorValue> previous = new ArrayList<>();
    private final List<IndicatorValue> lastYear = new ArrayList<>();
    private final List<IndicatorValue> atMeeting = new ArrayList<>();
    private final List<Trend> trends = new ArrayList<>();
    private ReportingPeriod meeting;
    private final List<SeenReturn> returns = new ArrayList<>();
    private final List<Audience.SideBySide> establishment = new ArrayList<>();
    private final List<Checking.Waived> waived = new ArrayList<>();
    private final List<Restatement> restatements = new ArrayList<>();
    private final List<Explanation> actions = new ArrayList<>();
    private final List<PlannedAction> planned = new ArrayList<>();
    private final List<Benchmark> published = new ArrayList<>();
    private String status = "Provisional";
    private Set<Organisation.Level> levels = Set.of(Organisation.Level.values());
    private String authority;
    private Audience.Columns columns = Audience.Columns.FULL;
    private List<Audience.Sheet> sheets = List.of(Audience.Sheet.values());
    private List<String> chosen = List.of();
    private String disclosure;
    private LocalDate merged;

    static Example aRun() {
        return new Example();
    }

    Example status(String text) {
        status = text;
        return this;
    }

    /** An audience that is told of these levels only. */
    Example levels(Organisation.Level... told) {
        levels = Set.of(told);
        return this;
    }

    /** In place of the teams east and west, which ended the day before, there is Team North since a day. */
    Example merged(LocalDate since) {
        merged = since;
        return this;
    }

    /** An audience that is one authority by itself. */
    Example forAuthority(String code) {
        authority = code;
        return this;
    }

    /** An audience that gets a paper on these indicators, with small numbers hidden. */
    Example asPublicPaper(String... codes) {
        levels = Set.of(Organisation.Level.WHOLE);
        columns = Audience.Columns.PAPER;
        sheets = List.of(
                Audience.Sheet.SUMMARY,
                Audience.Sheet.SCORECARD,
                Audience.Sheet.ACTIONS,
                Audience.Sheet.RESTATEMENTS,
                Audience.Sheet.DEFINITIONS,
                Audience.Sheet.NOTES);
        chosen = List.of(codes);
        disclosure = "small";
        return this;
    }

    Example percent(String code, String name, String theme) {
        return indicator(code, name, theme, Unit.PERCENT, Polarity.HIGH, "referrals", 1);
    }

    Example count(String code, String name, String theme) {
        return indicator(code, name, theme, Unit.COUNT, Polarity.LOW, "children", 0);
    }

    Example indicator(
            String code, String name, String theme, Unit unit, Polarity good, String measuredIn, int decimals) {
        boolean total = unit == Unit.COUNT;
        indicators.add(new Indicator(
                code,
                name,
                theme,
                "head-of-front-door",
                "referrals",
                total ? null : new Expression("received between :start and :end", PLACE),
                new Expression("working_days(received, decided) <= 1", PLACE),
                new Indicator.Aggregate(Indicator.Function.COUNT, null),
                null,
                Timing.MONTH,
                Set.of(Timing.YEAR_TO_DATE),
                true,
                unit,
                measuredIn,
                decimals,
                good,
                "How it is defined.",
                "Local measure",
                ReportingPeriod.of(2014, 4),
                null,
                false,
                75,
                false,
                null,
                PLACE));
        return this;
    }

    /** Gives a code another definition from a period on, in place of the one it has. */
    Example redefined(String code, ReportingPeriod from, boolean continues) {
        Indicator before = indicators.stream()
                .filter(indicator -> indicator.id().equals(code))
                .findFirst()
                .orElseThrow();
        indicators.set(
                indicators.indexOf(before),
                dated(before, before.name() + " as before", before.validFrom(), from.plusMonths(-1), false));
        indicators.add(dated(before, before.name(), from, null, continues));
        return this;
    }

    /** Lets a code begin with a period. */
    Example collectedFrom(String code, ReportingPeriod from) {
        indicators.replaceAll(indicator ->
                indicator.id().equals(code) ? dated(indicator, indicator.name(), from, null, false) : indicator);
        return this;
    }

    /** Lets an indicator count things in place of people. */
    Example ofThings(String code) {
        indicators.replaceAll(usual -> usual.id().equals(code) ? like(usual, false, usual.headline()) : usual);
        return this;
    }

    /** A percentage the organisation is judged by. */
    Example headline(String code, String name, String theme) {
        percent(code, name, theme);
        Indicator usual = indicators.remove(indicators.size() - 1);
        indicators.add(like(usual, usual.people(), true));
        return this;
    }

    private static Indicator like(Indicator usual, boolean people, boolean headline) {
        return new Indicator(
                usual.id(),
                usual.name(),
                usual.theme(),
                usual.owner(),
                usual.from(),
                usual.denominator(),
                usual.numerator(),
                usual.aggregate(),
                usual.per(),
                usual.timing(),
                usual.also(),
                people,
                usual.unit(),
                usual.measuredIn(),
                usual.decimals(),
                usual.good(),
                usual.definition(),
                usual.source(),
                usual.validFrom(),
                usual.validTo(),
                usual.continues(),
                usual.minimumCoverage(),
                headline,
                usual.windowNote(),
                usual.place());
    }

    private static Indicator dated(
            Indicator like, String name, ReportingPeriod from, ReportingPeriod to, boolean continues) {
        return new Indicator(
                like.id(),
                name,
                like.theme(),
                like.owner(),
                like.from(),
                like.denominator(),
                like.numerator(),
                like.aggregate(),
                like.per(),
                like.timing(),
                Set.of(Timing.YEAR_TO_DATE, Timing.YEAR),
                like.people(),
                like.unit(),
                like.measuredIn(),
                like.decimals(),
                like.good(),
                like.definition(),
                like.source(),
                from,
                to,
                continues,
                like.minimumCoverage(),
                like.headline(),
                like.windowNote(),
                like.place());
    }

    Example target(String code, String target, String tolerance) {
        targets.add(new Target(
                code, ReportingPeriod.of(2014, 4), null, new BigDecimal(target), new BigDecimal(tolerance), PLACE));
        return this;
    }

    /** A published figure for the year to 31 March; of England, Midlands, Near, Far, West or East. */
    Example published(String code, String area, int year, String value, String numerator, String denominator) {
        var level = switch (area) {
            case "England" -> PublishedArea.Level.NATION;
            case "Midlands" -> PublishedArea.Level.REGION;
            default -> PublishedArea.Level.AUTHORITY;
        };
        published.add(new Benchmark(
                code,
                ReportingPeriod.of(2014, 4),
                new PublishedArea(level, level == PublishedArea.Level.NATION ? "" : area, area),
                LocalDate.of(year, 3, 31),
                value == null ? null : new BigDecimal(value),
                value == null ? Benchmark.Withheld.CONFIDENTIAL : null,
                numerator == null ? null : new BigDecimal(numerator),
                denominator == null ? null : new BigDecimal(denominator),
                value == null ? 0 : new BigDecimal(value).scale(),
                new PublishedSource("Referrals", "The Department", "Open Government Licence v3.0", Optional.empty()),
                PLACE));
        return this;
    }

    /** West has the neighbours Near and Far, East has none. */
    private Benchmarks benchmarks() {
        if (published.isEmpty()) {
            return Benchmarks.NONE;
        }
        var midlands = new PublishedArea(PublishedArea.Level.REGION, "Midlands", "Midlands");
        return new Benchmarks(
                Optional.of(new PublishedAreas(
                        "England",
                        "Region",
                        List.of(
                                new PublishedAreas.Ours("West", Set.of("WEST")),
                                new PublishedAreas.Ours("East", Set.of("EAST"))),
                        Optional.of(new PublishedAreas.Neighbours(
                                "Statistical neighbours",
                                new PublishedSource("The model", "The Department", "Open", Optional.empty()),
                                Map.of("West", List.of("Near", "Far")))))),
                published,
                Map.of("West", midlands, "East", midlands));
    }

    Example establishment(String... codes) {
        establishment.add(new Audience.SideBySide("Posts and people", List.of(codes)));
        return this;
    }

    static IndicatorValue figure(
            String code, String organisation, String numerator, String denominator, String value, Status status) {
        return new IndicatorValue(
                code,
                organisation,
                IndicatorValue.ALL,
                Timing.MONTH,
                number(numerator),
                number(denominator),
                number(value),
                status,
                status == Status.COMPLETE || status == Status.NOT_APPLICABLE ? new Coverage(2, 2) : new Coverage(2, 1));
    }

    private static BigDecimal number(String number) {
        return number == null ? null : new BigDecimal(number).setScale(10);
    }

    /** For the whole trust. */
    Example value(String code, String numerator, String denominator, String value, Status status) {
        return value(figure(code, "trust", numerator, denominator, value, status));
    }

    Example value(IndicatorValue value) {
        values.add(value);
        return this;
    }

    Example previous(String code, String value) {
        previous.add(figure(code, "trust", null, null, value, Status.COMPLETE));
        return this;
    }

    Example accepted(String team, String preparedOn) {
        return seen(seen(team, preparedOn, Verdict.ACCEPTED, List.of()));
    }

    Example seen(SeenReturn seen) {
        returns.add(seen);
        return this;
    }

    static SeenReturn seen(String team, String preparedOn, Verdict verdict, List<SeenReturn.FindingCount> findings) {
        boolean counts = verdict.isAccepted();
        return seen(
                team,
                preparedOn,
                verdict,
                findings,
                new RowCount("referrals", 10, counts ? 8 : 0, counts ? 1 : 9, 1, false));
    }

    static SeenReturn seen(
            String team, String preparedOn, Verdict verdict, List<SeenReturn.FindingCount> findings, RowCount rows) {
        return new SeenReturn(
                new Submission(
                        team.hashCode() * 31L + preparedOn.hashCode(),
                        DigestUtils.sha256Hex((team + preparedOn).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        "2021-12/" + team + " " + preparedOn + ".xlsx",
                        "team-performance",
                        team,
                        PERIOD,
                        LocalDate.parse(preparedOn),
                        Set.of()),
                verdict,
                false,
                verdict.isAccepted(),
                List.of(rows),
                findings);
    }

    Example waived(String team, String rule, String waiver, int count, String... indicators) {
        waived.add(new Checking.Waived(team, "team-performance", rule, waiver, count, Set.of(indicators)));
        return this;
    }

    static SeenReturn.FindingCount findings(String rule, Severity severity, int count) {
        return new SeenReturn.FindingCount(rule, severity, count, 1);
    }

    RunFigures figures() {
        return RunFigures.of(
                catalogue(),
                PERIOD,
                7,
                "1.0",
                values,
                overTime(),
                returns,
                checking(),
                List.of(),
                restatements,
                new Actions(actions, planned));
    }

    private OverTime overTime() {
        return new OverTime(values(previous), values(lastYear), meeting, values(atMeeting), OverTime.byWhose(trends));
    }

    private static Map<RunFigures.Figure, EarlierFigure> values(List<IndicatorValue> figures) {
        return OverTime.byFigure(figures.stream()
                .map(figure -> earlier(PERIOD.plusMonths(-1), figure))
                .toList());
    }

    /** As the ledger has a figure of an earlier period, or of an earlier run. */
    static EarlierFigure earlier(ReportingPeriod period, IndicatorValue figure) {
        return new EarlierFigure(
                period,
                figure.indicator(),
                figure.organisation(),
                figure.authority(),
                figure.timing(),
                figure.numerator(),
                figure.denominator(),
                figure.value(),
                figure.status(),
                new EarlierFigure.Origin.Calculated(6));
    }

    Example restated(Restatement restatement) {
        restatements.add(restatement);
        return this;
    }

    Example planned(PlannedAction action) {
        planned.add(action);
        return this;
    }

    Example action(Explanation action) {
        actions.add(action);
        return this;
    }

    Example lastYear(String code, String value) {
        lastYear.add(figure(code, "trust", null, null, value, Status.COMPLETE));
        return this;
    }

    /** What the previous meeting was told for a period. */
    Example atMeeting(ReportingPeriod period, String code, String value) {
        meeting = period;
        atMeeting.add(figure(code, "trust", null, null, value, Status.COMPLETE));
        return this;
    }

    Example trend(Trend trend) {
        trends.add(trend);
        return this;
    }

    /** Of a month of the whole, by a chart of no points. */
    Example trend(String indicator, Variation variation, String sentence) {
        return trend(new Trend(
                indicator,
                "trust",
                IndicatorValue.ALL,
                Timing.MONTH,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                variation,
                Optional.empty(),
                sentence));
    }

    private Checking checking() {
        return new Checking(List.of(), waived, List.of(), List.of(), Map.of());
    }

    Report report() {
        RunFigures figures = figures();
        return Report.of(figures, figures.catalogue().audiences().get(0));
    }

    private Catalogue catalogue() {
        var referrals = new Dataset(
                "referrals",
                "Referrals",
                List.of("Referrals"),
                List.of("child"),
                Dataset.Kind.FLOW,
                "received",
                1,
                null,
                null,
                List.of(),
                List.of(),
                PLACE);
        var type = new ReturnType(
                "team-performance",
                "Team performance return",
                List.of("1"),
                List.of(),
                ReturnType.Terms.USUAL,
                List.of(referrals),
                List.of(),
                PLACE);
        var organisation = new Organisation(
                "trust",
                "Shire Children's Trust",
                "trust",
                "performance@trust.example",
                List.of(new Organisation.Service("front-door", "Front Door")),
                teams(),
                List.of(
                        new Organisation.Authority("WEST", "West Council", null, null),
                        new Organisation.Authority("EAST", "East Council", null, null)),
                List.of(),
                List.of(),
                75);
        return new Catalogue(
                organisation,
                new Calendar(Set.of(LocalDate.of(2022, 1, 3)), 10, Month.APRIL, "England and Wales"),
                List.of(type),
                List.of(),
                indicators,
                targets,
                List.of(new Audience(
                        "commissioner",
                        "Commissioning authority",
                        "Performance report",
                        status,
                        levels,
                        authority,
                        sheets,
                        columns,
                        chosen,
                        establishment,
                        disclosure,
                        List.of(),
                        Audience.Release.NONE,
                        Audience.Layout.ACCESSIBLE,
                        PLACE)),
                List.of(),
                List.of(),
                List.of(),
                benchmarks(),
                List.of(),
                TrendSettings.MAKING_DATA_COUNT,
                List.of(),
                List.of(),
                Materiality.OF_EVERY_CHANGE,
                "c0ffee");
    }

    private List<Organisation.Team> teams() {
        Organisation.Team south = team("south", "Team South", null, null);
        if (merged == null) {
            return List.of(team("north", "Team North", null, null), south);
        }
        LocalDate last = merged.minusDays(1);
        return List.of(
                team("north", "Team North", merged, null, "east", "west"),
                south,
                team("east", "Team East", null, last),
                team("west", "Team West", null, last));
    }

    private static Organisation.Team team(String id, String name, LocalDate from, LocalDate to, String... formerly) {
        return new Organisation.Team(
                id,
                name,
                "front-door",
                List.of(),
                null,
                Map.of("team-performance", Set.of("referrals")),
                from,
                to,
                List.of(formerly),
                PLACE);
    }

    /** Each status, each rating, a missing return. */
    static Example withEveryStatus() {
        return aRun().percent("AS01", "Assessments in time", "Front door")
                .target("AS01", "90", "85")
                .value("AS01", "650", "1000", "65", Status.COMPLETE)
                .value(figure("AS01", "front-door", "650", "1000", "65", Status.COMPLETE))
                .value(figure("AS01", "north", "88", "100", "88", Status.COMPLETE))
                .value(figure("AS01", "south", null, null, null, Status.NOT_AVAILABLE))
                .previous("AS01", "60.06")
                .percent("FD04", "Referrals decided in a day", "Front door")
                .target("FD04", "60", "50")
                .value("FD04", "2", "3", "66.6666666667", Status.PROVISIONAL)
                .count("CN04", "Children without a worker", "In need and child protection plans")
                .target("CN04", "5", "10")
                .value("CN04", "7", null, "7", Status.COMPLETE)
                .value(figure("CN04", "north", "7", null, "7", Status.COMPLETE))
                .percent("LA01", "Reviews in time", "Children in care")
                .value("LA01", null, null, null, Status.NOT_AVAILABLE)
                .percent("LA02", "Health checks", "Children in care")
                .value("LA02", "0", "0", null, Status.NOT_APPLICABLE)
                .indicator("WF16", "Established posts", "Workforce", Unit.COUNT, Polarity.INFORMATION, "posts", 1)
                .value("WF16", "528", null, "528", Status.COMPLETE)
                .establishment("WF16")
                .accepted("north", "2022-01-14");
    }
}
