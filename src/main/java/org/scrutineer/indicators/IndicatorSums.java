package org.scrutineer.indicators;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorSql.Part;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.Window;

/**
 * What the rows of a period give for figures, before anything is divided or withheld. Figures of one dataset or view
 * share the scan of it: a dataset is scanned once for all days it is asked about, a view once for each window, as its
 * rows may depend on the days.
 */
final class IndicatorSums {

    private final Organisation organisation;
    private final Set<String> datasets;
    private final Map<Asked, IndicatorSql> asked = new HashMap<>();
    private final Map<Scanned, SourceScan> scans = new HashMap<>();

    /** A figure's definition, and the days it is about. */
    record Asked(Indicator indicator, Window window) {}

    /**
     * What the records are set up for while sources are scanned.
     *
     * @param window empty for datasets, whose rows are the same for all days
     * @param authorities those that have lines of their own in the figures
     */
    private record Aim(Optional<Window> window, Set<String> authorities) {}

    private record Scanned(String source, Aim aim) {}

    /** @throws IllegalStateException where rows are of a team that the catalogue does not know */
    IndicatorSums(Catalogue catalogue, RecordSet records, ReportingPeriod period, Collection<Asked> questions) {
        this.datasets = catalogue.datasets().stream().map(Dataset::id).collect(Collectors.toSet());
        this.organisation = catalogue.organisation();
        wanted(catalogue, period, questions).forEach((aim, sources) -> {
            aim.window().ifPresent(records::aim);
            Units units = Units.of(organisation, period, aim.authorities());
            units.prepare(records);
            sources.forEach((scanned, parts) -> {
                var scan = SourceScan.of(records, scanned.source(), parts, units);
                refuseUnknownTeams(scan, scanned.source(), period);
                scans.put(scanned, scan);
            });
        });
    }

    /** What is wanted of each dataset of records, also of those that no figure asks about, and of the views, by window. */
    private Map<Aim, Map<Scanned, Set<Part>>> wanted(
            Catalogue catalogue, ReportingPeriod period, Collection<Asked> questions) {
        Map<Aim, Map<Scanned, Set<Part>>> wanted = new LinkedHashMap<>();
        catalogue
                .datasets(Dataset.Purpose.RECORDS)
                .forEach(dataset -> parts(wanted, scanned(dataset.id(), Window.of(period))));
        for (Asked question : questions) {
            var sql = IndicatorSql.of(question.indicator(), question.window());
            asked.put(question, sql);
            sql.numerator().ifPresent(parts(wanted, rows(question))::add);
            sql.picked().ifPresent(parts(wanted, rows(question))::add);
            parts(wanted, denominators(question)).add(sql.denominator());
        }
        return wanted;
    }

    private static Set<Part> parts(Map<Aim, Map<Scanned, Set<Part>>> wanted, Scanned scanned) {
        return wanted.computeIfAbsent(scanned.aim(), first -> new LinkedHashMap<>())
                .computeIfAbsent(scanned, first -> new LinkedHashSet<>());
    }

    private Scanned rows(Asked question) {
        return scanned(question.indicator().from(), question.window());
    }

    private Scanned denominators(Asked question) {
        Indicator.Per per = question.indicator().per();
        return per == null ? rows(question) : scanned(per.from(), question.window());
    }

    private Scanned scanned(String source, Window window) {
        return new Scanned(
                source,
                new Aim(
                        datasets.contains(source) ? Optional.empty() : Optional.of(window),
                        Units.authorities(organisation, window)));
    }

    /** A row of no team, or of one the catalogue has lost, would be missing from every total without a word. */
    private static void refuseUnknownTeams(SourceScan scan, String source, ReportingPeriod period) {
        if (!scan.unknownTeams().isEmpty()) {
            throw new IllegalStateException("the returns of " + period + " have rows of "
                    + String.join(", ", scan.unknownTeams()) + " in " + source + ", which organisation.yaml does not"
                    + " know; give a team that has ended a valid-to instead of removing it");
        }
    }

    /** Whether the rows that a figure is made from say which authority they are of. */
    boolean isByAuthority(Asked question) {
        return scan(rows(question)).isByAuthority()
                && scan(denominators(question)).isByAuthority();
    }

    /** A figure's sums for every place that has rows; nothing is known of other places. */
    Map<Place, Sums> of(Asked question) {
        IndicatorSql sql = asked.get(question);
        if (sql == null) {
            throw new IllegalArgumentException(question.indicator().id() + " was not asked for " + question.window());
        }
        SourceScan rows = scan(rows(question));
        SourceScan denominators = scan(denominators(question));
        var places = new LinkedHashSet<>(rows.places());
        places.addAll(denominators.places());
        Map<Place, Sums> sums = new HashMap<>();
        for (Place place : places) {
            sums.put(
                    place,
                    new Sums(
                            sql.numerator().map(part -> rows.sum(place, part)).orElse(null),
                            denominators.sum(place, sql.denominator()),
                            sql.picked().map(part -> rows.picked(place, part)).orElse(null)));
        }
        return sums;
    }

    /** Whether a place has rows to divide by, whether or not one of them counts. */
    boolean hasDenominator(Asked question, Place place) {
        return scan(denominators(question)).places().contains(place);
    }

    private SourceScan scan(Scanned scanned) {
        SourceScan scan = scans.get(scanned);
        if (scan == null) {
            throw new IllegalArgumentException(scanned.source() + " was not asked about " + scanned.aim());
        }
        return scan;
    }
}
