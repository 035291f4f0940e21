package org.scrutineer.publication;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.publication.RunFigures.Figure;

/**
 * Which of a run's figures an audience may have. Everything it is given is made from what is left of the run's figures
 * here, so that nothing else can get into its folder.
 */
final class AudienceScope {

    private final RunFigures run;
    private final Audience audience;
    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, Indicator> indicators = new HashMap<>();

    /** Codes of the indicators whose figures returns tell by authority: those of none have a line too. */
    private final Set<String> byAuthority;

    private AudienceScope(RunFigures run, Audience audience) {
        this.run = run;
        this.audience = audience;
        Organisation organisation = run.catalogue().organisation();
        organisation.teams().forEach(team -> levels.put(team.id(), Level.TEAM));
        organisation.services().forEach(service -> levels.put(service.id(), Level.SERVICE));
        levels.put(organisation.id(), Level.WHOLE);
        Set<String> chosen = new HashSet<>(audience.indicators());
        audience.establishment().forEach(table -> chosen.addAll(table.indicators()));
        run.catalogue().indicators(run.period()).stream()
                .filter(indicator -> audience.indicators().isEmpty() || chosen.contains(indicator.id()))
                .forEach(indicator -> indicators.put(indicator.id(), indicator));
        this.byAuthority = run.values().keySet().stream()
                .filter(figure -> figure.authority().equals(IndicatorValue.NEITHER))
                .map(Figure::indicator)
                .collect(Collectors.toSet());
    }

    /** A run's figures without those that the audience may not have. */
    static RunFigures of(RunFigures run, Audience audience) {
        return new AudienceScope(run, audience).figures();
    }

    private RunFigures figures() {
        OverTime before = run.overTime();
        Checking checking = run.checking();
        return new RunFigures(
                run.catalogue(),
                run.period(),
                run.run(),
                run.softwareVersion(),
                kept(run.values(), this::tells),
                new OverTime(
                        // A paper tells what stood at the last meeting, not a month or a year ago.
                        isPaper() ? Map.of() : told(before.previous()),
                        isPaper() ? Map.of() : told(before.lastYear()),
                        before.meeting(),
                        told(before.atMeeting()),
                        kept(
                                before.trends(),
                                whose -> tells(whose.indicator(), whose.organisation(), whose.authority()))),
                run.returns(),
                // How many rows there are of a dataset is a figure too, and so is how many were kept out.
                audience.seesRows()
                        ? checking
                        : new Checking(List.of(), checking.waived(), List.of(), List.of(), checking.secondOpinions()),
                // They are all of the whole, and what is said of them is.
                run.inQuestion().stream()
                        .filter(figure -> tells(Figure.of(figure.value())))
                        .toList(),
                Restatements.of(
                        run.period(),
                        run.restatements().all().stream()
                                .filter(restatement -> tells(Figure.of(restatement.now())))
                                .toList()),
                new Actions(
                        run.actions().told().stream()
                                .filter(action ->
                                        tells(action.indicator(), run.whole().organisation(), IndicatorValue.ALL))
                                .toList(),
                        // A plan is the whole organisation's.
                        audience.authority() == null ? run.actions().planned() : List.of()));
    }

    private Map<Figure, EarlierFigure> told(Map<Figure, EarlierFigure> figures) {
        return kept(figures, this::tells);
    }

    static <K, V> Map<K, V> kept(Map<K, V> all, Predicate<K> told) {
        return all.entrySet().stream()
                .filter(entry -> told.test(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean tells(Figure figure) {
        Indicator indicator = indicators.get(figure.indicator());
        return indicator != null
                && tells(figure.indicator(), figure.organisation(), figure.authority())
                && (!isPaper() || indicator.timing() == figure.timing());
    }

    private boolean isPaper() {
        return audience.columns() == Audience.Columns.PAPER;
    }

    private boolean tells(String indicator, String organisation, String authority) {
        Level level = levels.get(organisation);
        if (!indicators.containsKey(indicator)
                || level == null
                || !audience.levels().contains(level)) {
            return false;
        }
        // A paper has no room for parts, and its data have no more than the page.
        if (isPaper() && (level != Level.WHOLE || (audience.authority() == null && !authority.isEmpty()))) {
            return false;
        }
        // The whole less one authority's part is the others': it is told only where there are no such parts.
        return audience.authority() == null
                || (byAuthority.contains(indicator)
                        ? authority.equals(audience.authority())
                        : authority.equals(IndicatorValue.ALL));
    }
}
