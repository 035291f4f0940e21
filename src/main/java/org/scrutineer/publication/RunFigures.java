package org.scrutineer.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.catalogue.Organisation.Service;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Target;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.Rating;

/**
 * All that a run's publications are made of. What is printed follows from it alone.
 *
 * @param values this run's figures
 * @param overTime what they were before, and what their course says
 * @param returns every checked return of the period, and those of other periods whose rows count too, in order
 * @param inQuestion the figures of the whole organisation that are to be explained
 * @param restatements what is printed otherwise than it was published before
 * @param actions what is being done
 */
record RunFigures(
        Catalogue catalogue,
        ReportingPeriod period,
        int run,
        String softwareVersion,
        Map<Figure, IndicatorValue> values,
        OverTime overTime,
        List<SeenReturn> returns,
        Checking checking,
        List<FigureInQuestion> inQuestion,
        Restatements restatements,
        Actions actions) {

    /** Which figure it is, whatever its value. */
    record Figure(String indicator, String organisation, String authority, Timing timing) {

        static Figure of(EarlierFigure value) {
            return new Figure(value.indicator(), value.organisation(), value.authority(), value.timing());
        }

        static Figure of(IndicatorValue value) {
            return new Figure(value.indicator(), value.organisation(), value.authority(), value.timing());
        }
    }

    private static final int MONTHS_OF_YEAR = 12;

    /** By what the files say, never by when they arrived. */
    private static final Comparator<SeenReturn> ORDER = Comparator.comparing(
                    (SeenReturn seen) -> seen.submission().period())
            .thenComparing(seen -> seen.submission().team())
            .thenComparing(seen -> seen.submission().returnType())
            .thenComparing(seen -> seen.submission().preparedOn())
            .thenComparing(seen -> seen.submission().fileHash());

    RunFigures {
        values = Map.copyOf(values);
        returns = returns.stream().sorted(ORDER).toList();
        inQuestion = List.copyOf(inQuestion);
    }

    static RunFigures of(
            Catalogue catalogue,
            ReportingPeriod period,
            int run,
            String softwareVersion,
            List<IndicatorValue> values,
            OverTime overTime,
            List<SeenReturn> returns,
            Checking checking,
            List<FigureInQuestion> inQuestion,
            List<Restatement> restatements,
            Actions actions) {
        return new RunFigures(
                catalogue,
                period,
                run,
                softwareVersion,
                index(values),
                overTime,
                returns,
                checking,
                inQuestion,
                Restatements.of(period, restatements),
                actions);
    }

    /** These figures of it alone, with nothing beside them but the returns they were made from. */
    RunFigures only(List<IndicatorValue> figures) {
        return new RunFigures(
                catalogue,
                period,
                run,
                softwareVersion,
                index(figures),
                new OverTime(Map.of(), Map.of(), null, Map.of(), Map.of()),
                returns,
                Checking.NOTHING,
                List.of(),
                Restatements.of(period, List.of()),
                Actions.NONE);
    }

    private static Map<Figure, IndicatorValue> index(List<IndicatorValue> values) {
        return values.stream().collect(Collectors.toMap(Figure::of, value -> value));
    }

    /** With leading zeros, e.g. {@code 0001}. */
    String runNumber() {
        return String.format(Locale.ROOT, "%04d", run);
    }

    /** The figure for a part of the organisation, where there is one. */
    Optional<IndicatorValue> value(Indicator indicator, Part part, Timing timing) {
        return Optional.ofNullable(
                values.get(new Figure(indicator.id(), part.organisation(), part.authority(), timing)));
    }

    /** What the same figure was a month before, where it had a value and meant the same. */
    Optional<BigDecimal> previous(IndicatorValue value) {
        return before(value, period.plusMonths(-1), overTime.previous());
    }

    /** The same a year before. */
    Optional<BigDecimal> lastYear(IndicatorValue value) {
        return before(value, period.plusMonths(-MONTHS_OF_YEAR), overTime.lastYear());
    }

    /** The same in the latest period that the previous meeting was told of. */
    Optional<BigDecimal> atMeeting(IndicatorValue value) {
        ReportingPeriod meeting = overTime.meeting();
        return meeting == null ? Optional.empty() : before(value, meeting, overTime.atMeeting());
    }

    private Optional<BigDecimal> before(IndicatorValue value, ReportingPeriod month, Map<Figure, EarlierFigure> known) {
        return catalogue.comparable(value.indicator(), month, period)
                ? Optional.ofNullable(known.get(Figure.of(value))).map(EarlierFigure::value)
                : Optional.empty();
    }

    /** Whether there was such a figure in some of the months before, but it may not be told. */
    static boolean isHidden(IndicatorValue value, Map<Figure, EarlierFigure> known) {
        EarlierFigure figure = known.get(Figure.of(value));
        return figure != null && figure.value() == null;
    }

    Part whole() {
        var organisation = catalogue.organisation();
        return new Part(organisation.id(), organisation.name(), Level.WHOLE, IndicatorValue.ALL, "");
    }

    /** With its last day, where that is past: its figures are of longer windows, or of rows that came late. */
    private String named(String name, @Nullable LocalDate validTo) {
        return validTo == null || !validTo.isBefore(period.lastDay())
                ? name
                : name + " (to " + FigureWords.date(validTo) + ")";
    }

    /** The organisation by authority, those of none of them last; also authorities that have ended, if in a window. */
    List<Part> authorities() {
        var parts = new ArrayList<Part>();
        Part whole = whole();
        for (Authority authority : catalogue.organisation().authorities()) {
            if (authority.existsOn(period.lastDay())
                    || values.keySet().stream()
                            .anyMatch(figure -> figure.authority().equals(authority.id()))) {
                String name = named(authority.name(), authority.validTo());
                parts.add(new Part(whole.organisation(), whole.name(), whole.level(), authority.id(), name));
            }
        }
        String other = parts.size() == 1 ? "Another authority, or not known" : "Neither, or not known";
        parts.add(new Part(whole.organisation(), whole.name(), whole.level(), IndicatorValue.NEITHER, other));
        return parts;
    }

    /** Each service followed by its teams, also by those that have ended, if they have figures. */
    List<Part> servicesAndTeams() {
        Set<String> withFigures =
                values.keySet().stream().map(Figure::organisation).collect(Collectors.toSet());
        var parts = new ArrayList<Part>();
        for (Service service : catalogue.organisation().services()) {
            List<Team> teams = catalogue.organisation().teams().stream()
                    .filter(team -> team.service().equals(service.id()))
                    .filter(team -> team.existsOn(period.lastDay()) || withFigures.contains(team.id()))
                    .toList();
            if (!teams.isEmpty()) {
                parts.add(new Part(service.id(), service.name(), Level.SERVICE, IndicatorValue.ALL, ""));
            }
            teams.forEach(team -> parts.add(
                    new Part(team.id(), named(team.name(), team.validTo()), Level.TEAM, IndicatorValue.ALL, "")));
        }
        return parts;
    }

    /**
     * The target a part is held to. One for a count or an amount is meant for the whole: a part of it is held to it
     * only where nothing at all is wanted.
     */
    Optional<Target> target(Indicator indicator, Part part) {
        return target(catalogue, period, indicator, part.isWhole());
    }

    static Optional<Target> target(Catalogue catalogue, ReportingPeriod period, Indicator indicator, boolean isWhole) {
        return catalogue
                .target(indicator.id(), period)
                .filter(target -> isWhole || !indicator.isTotal() || isNothing(target));
    }

    private static boolean isNothing(Target target) {
        return target.value().signum() == 0 && target.tolerance().signum() == 0;
    }

    /** How a part's figure, of the indicator's main timing, stands against its target. */
    Optional<Rating> rating(Indicator indicator, Part part) {
        return value(indicator, part, indicator.timing())
                .flatMap(value -> Rating.of(indicator, value.value(), target(indicator, part)));
    }

    /** Whether a figure is not given because its months have definitions that mean different things. */
    boolean isAcrossBreak(Indicator indicator, Timing timing) {
        return catalogue.reachesAcrossBreak(indicator, catalogue.calendar().months(timing, period));
    }

    /** Whether a figure is the first by a changed definition, or is not given because of the change. */
    boolean isAtBreak(Indicator indicator, Timing timing) {
        return isAcrossBreak(indicator, timing)
                || catalogue.breakBefore(indicator).equals(Optional.of(period));
    }

    /** Whether a part's course is not told because a figure is hidden from which it would be; never for want of returns. */
    boolean isCourseHidden(Indicator indicator, Part part) {
        return overTime.trend(indicator, part).isEmpty()
                && values.values().stream()
                        .anyMatch(value -> value.status() == IndicatorValue.Status.CONFIDENTIAL
                                && value.indicator().equals(indicator.id())
                                && value.organisation().equals(part.organisation())
                                && value.authority().equals(part.authority()));
    }

    /** The days a figure is about, in words; a whole year by its name. */
    String timing(Timing timing) {
        return timing == Timing.YEAR
                ? "Year " + catalogue.calendar().yearName(catalogue.calendar().months(timing, period))
                : FigureWords.timing(timing);
    }

    /** Why it is rated so, as a sentence; empty where it is not rated. */
    String ratingReason(Indicator indicator, Part part) {
        return value(indicator, part, indicator.timing())
                .flatMap(figure -> Optional.ofNullable(figure.value()))
                .flatMap(value -> target(indicator, part)
                        .flatMap(target -> rating(indicator, part)
                                .map(rating -> FigureWords.ratingReason(indicator, value, target, rating))))
                .orElse("");
    }

    List<SeenReturn> returnsOfPeriod() {
        return returns.stream()
                .filter(seen -> seen.submission().period().equals(period))
                .toList();
    }

    /** When the newest of the period's returns that count was prepared; none where no return counts. */
    Optional<LocalDate> dataAsAt() {
        return returnsOfPeriod().stream()
                .filter(SeenReturn::counts)
                .map(seen -> seen.submission().preparedOn())
                .max(Comparator.naturalOrder());
    }

    /** What the teams of the period owe, in the catalogue's order. */
    List<ExpectedReturn> expectedReturns() {
        var expected = new ArrayList<ExpectedReturn>();
        for (Team team : catalogue.organisation().teams(period)) {
            for (ReturnType type : catalogue.returnTypes()) {
                if (!team.owes().getOrDefault(type.id(), Set.of()).isEmpty()) {
                    expected.add(new ExpectedReturn(
                            team,
                            type,
                            returnsOfPeriod().stream()
                                    .filter(seen -> seen.submission().team().equals(team.id())
                                            && seen.submission().returnType().equals(type.id()))
                                    .toList()));
                }
            }
        }
        return expected;
    }

    long received() {
        return expectedReturns().stream()
                .filter(expected -> expected.counted().isPresent())
                .count();
    }

    /** Returns of the period that nobody owed. */
    List<SeenReturn> unexpectedReturns() {
        List<SeenReturn> unexpected = new ArrayList<>(returnsOfPeriod());
        expectedReturns().forEach(expected -> unexpected.removeAll(expected.seen()));
        return unexpected;
    }

    String teamName(String id) {
        return catalogue.organisation().senderName(id);
    }

    String returnTypeName(String id) {
        return catalogue.returnType(id).map(ReturnType::name).orElse(id);
    }
}
