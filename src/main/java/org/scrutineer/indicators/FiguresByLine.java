package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure.Origin;
import org.scrutineer.indicators.IndicatorValue.Status;

/**
 * Says whose earlier figures belong to a line of a period, for series, comparisons and figures of several months alike.
 * A team that took the place of others has theirs, added up as their rows would be: numerators over denominators. Middle
 * values, and how many are different, do not add up; nor is there a figure where one of the teams had none.
 */
final class FiguresByLine {

    /** Which figure it is. Ordered as {@link EarlierFigures#of} gives them. */
    private record Key(String indicator, String organisation, String authority, Timing timing, ReportingPeriod period) {

        static final Comparator<Key> ORDER = Comparator.comparing(Key::indicator)
                .thenComparing(Key::organisation)
                .thenComparing(Key::authority)
                .thenComparing(key -> key.timing().id())
                .thenComparing(Key::period);

        static Key of(EarlierFigure figure) {
            return new Key(
                    figure.indicator(), figure.organisation(), figure.authority(), figure.timing(), figure.period());
        }

        Key of(Team team) {
            return new Key(indicator, team.id(), authority, timing, period);
        }
    }

    private final Catalogue catalogue;
    private final Lines lines;

    /** @param period the one whose lines they are */
    FiguresByLine(Catalogue catalogue, ReportingPeriod period) {
        this.catalogue = catalogue;
        this.lines = new Lines(catalogue.organisation(), period);
    }

    /**
     * The same figures, and with them those of lines that have taken the place of others.
     *
     * @param figures each of a period once
     */
    List<EarlierFigure> of(List<EarlierFigure> figures) {
        List<Team> successors = catalogue.organisation().teams().stream()
                .filter(team -> lines.members(team.id()).size() > 1)
                .toList();
        if (successors.isEmpty()) {
            return figures;
        }
        Map<Key, EarlierFigure> known = new TreeMap<>(Key.ORDER);
        figures.forEach(figure -> known.put(Key.of(figure), figure));
        for (Team successor : successors) {
            List<Team> members = lines.members(successor.id());
            List<Key> told = figures.stream()
                    .filter(figure ->
                            members.stream().anyMatch(team -> team.id().equals(figure.organisation())))
                    .map(figure -> Key.of(figure).of(successor))
                    .distinct()
                    .toList();
            for (Key key : told) {
                EarlierFigure own = known.get(key);
                if (own == null || own.value() == null) {
                    together(key, members, known).ifPresent(figure -> known.put(key, figure));
                }
            }
        }
        return List.copyOf(known.values());
    }

    private Optional<EarlierFigure> together(Key key, List<Team> members, Map<Key, EarlierFigure> known) {
        Optional<Indicator> definition =
                catalogue.definition(key.indicator(), key.period()).filter(Indicator::addsUpOverParts);
        List<Team> existing = members.stream()
                .filter(team -> team.existsOn(key.period().lastDay()))
                .toList();
        if (definition.isEmpty() || existing.isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<EarlierFigure>();
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        for (Team member : existing) {
            EarlierFigure part = known.get(key.of(member));
            Sums sums = part == null ? null : sums(definition.get(), part);
            if (part == null || sums == null || sums.numerator() == null) {
                return Optional.empty();
            }
            parts.add(part);
            numerator = numerator.add(sums.numerator());
            denominator = sums.denominator() == null ? denominator : denominator.add(sums.denominator());
        }
        return Optional.of(figure(key, definition.get(), new Sums(numerator, denominator, null), parts));
    }

    /** What a figure adds; null where it says only what it came to. A count or an amount may be published by itself. */
    private static @Nullable Sums sums(Indicator indicator, EarlierFigure figure) {
        if (indicator.isTotal()) {
            return new Sums(figure.value(), null, null);
        }
        return figure.numerator() == null || figure.denominator() == null
                ? null
                : new Sums(figure.numerator(), figure.denominator(), null);
    }

    private static EarlierFigure figure(Key key, Indicator indicator, Sums sums, List<EarlierFigure> parts) {
        BigDecimal value = sums.value(indicator);
        boolean provisional = parts.stream().anyMatch(part -> part.status() == Status.PROVISIONAL);
        return new EarlierFigure(
                key.period(),
                key.indicator(),
                key.organisation(),
                key.authority(),
                key.timing(),
                sums.numerator(),
                indicator.isTotal() ? null : sums.denominator(),
                value,
                value == null ? Status.NOT_APPLICABLE : provisional ? Status.PROVISIONAL : Status.COMPLETE,
                origin(parts));
    }

    /** All calculated figures of a period are of one run. */
    private static Origin origin(List<EarlierFigure> parts) {
        String sources = parts.stream()
                .map(EarlierFigure::origin)
                .filter(Origin.Published.class::isInstance)
                .map(origin -> ((Origin.Published) origin).source())
                .distinct()
                .collect(Collectors.joining("; "));
        return sources.isEmpty() ? parts.get(0).origin() : new Origin.Published(sources);
    }
}
