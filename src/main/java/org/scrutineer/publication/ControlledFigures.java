package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.disclosure.ControlledRelease;
import org.scrutineer.disclosure.FigureKey;
import org.scrutineer.disclosure.PrintedFigure;
import org.scrutineer.disclosure.TrueFigure;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.publication.RunFigures.Figure;

/**
 * A run's figures with those hidden that disclosure control hides. With a hidden figure goes all that is derived from it:
 * its rating, its course, and what was said of it.
 */
final class ControlledFigures {

    /** An order that follows from the figures. */
    static final Comparator<TrueFigure> ORDER =
            Comparator.comparing(TrueFigure::key).thenComparing(TrueFigure::toString);

    private final RunFigures run;
    private final ControlledRelease release;

    private final List<PrintedFigure> before;

    private ControlledFigures(RunFigures run, ControlledRelease release, List<PrintedFigure> before) {
        this.run = run;
        this.release = release;
        this.before = before;
    }

    /** All figures that a report prints, in any of its parts; in an order that follows from them. */
    static List<TrueFigure> told(RunFigures figures) {
        Set<TrueFigure> told = new HashSet<>();
        figures.values().values().forEach(value -> told.add(TrueFigure.of(figures.period(), value)));
        OverTime before = figures.overTime();
        List.of(before.previous(), before.lastYear(), before.atMeeting())
                .forEach(earlier -> earlier.values().forEach(figure -> told.add(TrueFigure.of(figure))));
        figures.restatements().all().forEach(restatement -> {
            told.add(TrueFigure.of(restatement.before()));
            told.add(TrueFigure.of(restatement.now()));
        });
        return told.stream().sorted(ORDER).toList();
    }

    /** @param before how the audience was told the figures of the period by the run before */
    static RunFigures of(RunFigures figures, ControlledRelease release, List<PrintedFigure> before) {
        return new ControlledFigures(figures, release, before).figures();
    }

    private RunFigures figures() {
        Map<Figure, IndicatorValue> values = new HashMap<>();
        Set<Figure> hidden = new HashSet<>();
        run.values().forEach((figure, value) -> {
            PrintedFigure printed = release.figure(TrueFigure.of(run.period(), value));
            values.put(figure, shown(value, printed));
            if (printed.hidden()) {
                hidden.add(figure);
            }
        });
        OverTime before = run.overTime();
        var texts = new HiddenInText(run, release);
        return new RunFigures(
                run.catalogue(),
                run.period(),
                run.run(),
                run.softwareVersion(),
                values,
                new OverTime(
                        shown(before.previous()),
                        shown(before.lastYear()),
                        before.meeting(),
                        shown(before.atMeeting()),
                        AudienceScope.kept(
                                before.trends(),
                                whose -> hidden.stream()
                                        .noneMatch(figure -> figure.indicator().equals(whose.indicator())
                                                && figure.organisation().equals(whose.organisation())
                                                && figure.authority().equals(whose.authority())))),
                run.returns(),
                run.checking(),
                run.inQuestion().stream()
                        .filter(figure -> !hidden.contains(Figure.of(figure.value())))
                        .map(figure -> figure.saying(texts::shown))
                        .toList(),
                restatements(),
                new Actions(
                        run.actions().told().stream()
                                .filter(action -> hidden.stream()
                                        .noneMatch(figure -> figure.indicator().equals(action.indicator())))
                                .filter(action -> shown(before.atMeeting()).values().stream()
                                        .noneMatch(figure -> figure.indicator().equals(action.indicator())
                                                && figure.value() == null))
                                .map(texts::shown)
                                .toList(),
                        run.actions().planned()));
    }

    private static IndicatorValue shown(IndicatorValue value, PrintedFigure printed) {
        return new IndicatorValue(
                value.indicator(),
                value.organisation(),
                value.authority(),
                value.timing(),
                printed.numerator(),
                printed.denominator(),
                printed.value(),
                printed.hidden() ? IndicatorValue.Status.CONFIDENTIAL : value.status(),
                value.coverage(),
                value.basis(),
                // What a frozen year would be now is one more figure, which nobody has asked to be told.
                null);
    }

    private Map<Figure, EarlierFigure> shown(Map<Figure, EarlierFigure> earlier) {
        Map<Figure, EarlierFigure> shown = new HashMap<>();
        earlier.forEach((figure, value) -> shown.put(figure, shown(value)));
        return shown;
    }

    /** Without a value where it is hidden. */
    private EarlierFigure shown(EarlierFigure value) {
        PrintedFigure printed = release.figure(TrueFigure.of(value));
        return new EarlierFigure(
                value.period(),
                value.indicator(),
                value.organisation(),
                value.authority(),
                value.timing(),
                printed.numerator(),
                printed.denominator(),
                printed.value(),
                printed.hidden() ? IndicatorValue.Status.CONFIDENTIAL : value.status(),
                value.origin());
    }

    /**
     * That a hidden figure has changed is told, but nothing of what it was or is. What has not changed, but is hidden or
     * shown or rounded otherwise than before, is told too.
     */
    private Restatements restatements() {
        var shown = new ArrayList<Restatement>();
        for (Restatement restatement : run.restatements().all()) {
            EarlierFigure was = shown(restatement.before());
            EarlierFigure is = shown(restatement.now());
            boolean hidden = was.status() == IndicatorValue.Status.CONFIDENTIAL
                    || is.status() == IndicatorValue.Status.CONFIDENTIAL;
            shown.add(new Restatement(
                    was,
                    is,
                    restatement.causes(),
                    hidden ? null : restatement.ratingBefore(),
                    hidden ? null : restatement.ratingNow(),
                    // By how much it has changed would say something of it.
                    hidden || restatement.material()));
        }
        Map<String, Indicator> indicators = run.catalogue().indicators(run.period()).stream()
                .collect(Collectors.toMap(Indicator::id, indicator -> indicator));
        Set<Figure> changed = shown.stream()
                .filter(restatement -> restatement.now().period().equals(run.period()))
                .map(restatement -> Figure.of(restatement.now()))
                .collect(Collectors.toSet());
        for (PrintedFigure told : before) {
            otherwise(told, changed)
                    .filter(restatement -> Restatement.differ(
                            Objects.requireNonNull(indicators.get(told.key().indicator())),
                            restatement.before(),
                            restatement.now()))
                    .ifPresent(shown::add);
        }
        return Restatements.of(run.period(), shown);
    }

    /** How the same figure with the same value is told now; none where it is not told, or has another value. */
    private Optional<Restatement> otherwise(PrintedFigure told, Set<Figure> changed) {
        FigureKey key = told.key();
        var figure = new Figure(key.indicator(), key.organisation(), key.authority(), key.timing());
        IndicatorValue value = run.values().get(figure);
        if (value == null
                || changed.contains(figure)
                || !TrueFigure.of(run.period(), value).equals(told.truth())) {
            return Optional.empty();
        }
        PrintedFigure now = release.figure(told.truth());
        return Optional.of(
                new Restatement(printed(told, value), printed(now, value), List.of(Restatement.Cause.DISCLOSURE)));
    }

    private EarlierFigure printed(PrintedFigure printed, IndicatorValue value) {
        FigureKey key = printed.key();
        return new EarlierFigure(
                key.period(),
                key.indicator(),
                key.organisation(),
                key.authority(),
                key.timing(),
                printed.numerator(),
                printed.denominator(),
                printed.value(),
                printed.hidden() ? IndicatorValue.Status.CONFIDENTIAL : value.status(),
                new EarlierFigure.Origin.Calculated(run.run()));
    }
}
