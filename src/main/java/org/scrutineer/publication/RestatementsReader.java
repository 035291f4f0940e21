package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueChanges;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.EarlierFigure.Origin;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.indicators.Rating;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.publication.PublishedRuns.PublishedRun;
import org.scrutineer.publication.Restatement.Cause;
import org.scrutineer.publication.RunFigures.Figure;
import org.springframework.stereotype.Component;

/**
 * Finds what is printed otherwise than it was published before: figures of a run's period than the run before it had
 * them, and figures of earlier months that are shown beside them than the run before the one that stands now had them.
 */
@Component
class RestatementsReader {

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final CountedRows rows;
    private final FrozenReturns frozen;
    private final PublishedRuns runs;
    private final PastCatalogues pastCatalogues;

    RestatementsReader(
            Catalogue catalogue,
            IndicatorValues values,
            CountedRows rows,
            FrozenReturns frozen,
            PublishedRuns runs,
            PastCatalogues pastCatalogues) {
        this.catalogue = catalogue;
        this.values = values;
        this.rows = rows;
        this.frozen = frozen;
        this.runs = runs;
        this.pastCatalogues = pastCatalogues;
    }

    /** A return, whichever attempt at it: who owes which type for which month. */
    private record Owed(String returnType, String team, ReportingPeriod period) {

        static Owed of(Submission submission) {
            return new Owed(submission.returnType(), submission.team(), submission.period());
        }
    }

    /**
     * A run's restatements, by period, oldest first, then in the order figures are calculated in.
     *
     * @param now the run's figures
     * @param shown figures of earlier periods that are printed beside them
     */
    List<Restatement> read(int run, ReportingPeriod period, List<IndicatorValue> now, Collection<EarlierFigure> shown) {
        var found = new ArrayList<Restatement>();
        Map<ReportingPeriod, List<EarlierFigure>> earlier = shown.stream()
                .distinct()
                .filter(figure -> figure.origin() instanceof Origin.Calculated)
                .collect(Collectors.groupingBy(EarlierFigure::period, TreeMap::new, Collectors.toList()));
        earlier.forEach((month, figures) -> {
            if (figures.get(0).origin() instanceof Origin.Calculated stands) {
                found.addAll(restated(month, stands.run(), figures));
            }
        });
        found.addAll(restated(
                period,
                run,
                now.stream().map(value -> earlier(period, run, value)).toList()));
        return found;
    }

    private List<Restatement> restated(ReportingPeriod period, int run, List<EarlierFigure> figures) {
        Optional<PublishedRun> last = runs.before(period, run);
        if (last.isEmpty()) {
            return List.of();
        }
        int was = last.get().number();
        Map<Figure, EarlierFigure> before = values.of(was).stream()
                .map(value -> earlier(period, was, value))
                .collect(Collectors.toMap(Figure::of, Function.identity()));
        Map<String, Indicator> indicators =
                catalogue.indicators(period).stream().collect(Collectors.toMap(Indicator::id, Function.identity()));
        var differences = new Differences(last.get(), runs.of(run), period);
        var found = new ArrayList<Restatement>();
        for (EarlierFigure figure : figures) {
            Indicator indicator = indicators.get(figure.indicator());
            EarlierFigure published = before.get(Figure.of(figure));
            if (indicator != null && published != null) {
                differences.restatement(indicator, published, figure).ifPresent(found::add);
            }
        }
        List<String> order = catalogue.indicators().stream().map(Indicator::id).toList();
        found.sort(Comparator.comparing(
                restatement -> order.indexOf(restatement.now().indicator())));
        return found;
    }

    private static EarlierFigure earlier(ReportingPeriod period, int run, IndicatorValue value) {
        return new EarlierFigure(
                period,
                value.indicator(),
                value.organisation(),
                value.authority(),
                value.timing(),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.status(),
                new Origin.Calculated(run));
    }

    /** What two runs of a period were made from that was not the same. */
    private final class Differences {

        private final PublishedRun before;
        private final PublishedRun now;
        private final Map<Cause, Set<String>> datasets = new LinkedHashMap<>();

        private final ReportingPeriod period;
        private final Optional<Catalogue> catalogueBefore;
        private final Optional<Catalogue> catalogueNow;
        private final Map<String, Set<Cause>> ofReturns = new HashMap<>();
        private final Map<String, Boolean> definitions = new HashMap<>();
        private final Map<String, Boolean> organisations = new HashMap<>();

        Differences(PublishedRun before, PublishedRun now, ReportingPeriod period) {
            this.before = before;
            this.now = now;
            this.period = period;
            this.catalogueNow = catalogueOf(now);
            this.catalogueBefore =
                    before.catalogueHash().equals(now.catalogueHash()) ? catalogueNow : catalogueOf(before);
            Map<Owed, Submission> then = new LinkedHashMap<>();
            frozen.counted(before.number()).forEach(submission -> then.put(Owed.of(submission), submission));
            Set<Long> amended = runs.amendedSince(before.number());
            for (Submission submission : frozen.counted(now.number())) {
                Submission earlier = then.remove(Owed.of(submission));
                if (earlier == null) {
                    note(Cause.LATE, submission);
                } else if (!earlier.fileHash().equals(submission.fileHash())) {
                    note(Cause.CORRECTED, submission);
                } else if (amended.contains(submission.id())) {
                    note(Cause.AMENDED, submission);
                }
            }
            then.values().forEach(submission -> note(Cause.NO_LONGER_COUNTED, submission));
        }

        private Optional<Catalogue> catalogueOf(PublishedRun run) {
            return run.catalogueHash().equals(catalogue.hash())
                    ? Optional.of(catalogue)
                    : pastCatalogues.find(run.catalogueHash());
        }

        /** None where a reader sees the same value, in the same standing, with the same rating. */
        Optional<Restatement> restatement(Indicator indicator, EarlierFigure was, EarlierFigure is) {
            boolean otherValue = Restatement.differ(indicator, was, is);
            Rating ratingBefore = rating(catalogueBefore, was);
            Rating ratingNow = rating(catalogueNow, is);
            boolean otherRating = catalogueBefore.isPresent() && catalogueNow.isPresent() && ratingBefore != ratingNow;
            if (!otherValue && !otherRating) {
                return Optional.empty();
            }
            Set<Cause> causes = EnumSet.noneOf(Cause.class);
            if (otherValue) {
                causes.addAll(ofReturns.computeIfAbsent(indicator.id(), first -> ofReturns(indicator)));
            }
            causes.addAll(ofCatalogue(indicator, is, otherRating));
            if (otherValue && !before.softwareVersion().equals(now.softwareVersion())) {
                causes.add(Cause.SOFTWARE);
            }
            if (causes.isEmpty()) {
                causes.add(Cause.OTHER_MONTHS);
            }
            return Optional.of(new Restatement(
                    was,
                    is,
                    List.copyOf(causes),
                    ratingBefore,
                    ratingNow,
                    otherRating || isMaterial(indicator, was, is)));
        }

        /** Of a value that has come or gone it always is. */
        private boolean isMaterial(Indicator indicator, EarlierFigure was, EarlierFigure is) {
            BigDecimal one = Restatement.printed(indicator, was.value());
            BigDecimal other = Restatement.printed(indicator, is.value());
            return one == null || other == null
                    ? was.status() != is.status()
                    : catalogue.materiality().isMaterial(indicator.unit(), one, other);
        }

        private @Nullable Rating rating(Optional<Catalogue> by, EarlierFigure figure) {
            return by.flatMap(one -> one.definition(figure.indicator(), period)
                            .filter(definition -> definition.timing() == figure.timing())
                            .flatMap(definition -> Rating.of(
                                    definition,
                                    figure.value(),
                                    RunFigures.target(
                                            one,
                                            period,
                                            definition,
                                            figure.organisation()
                                                            .equals(one.organisation()
                                                                    .id())
                                                    && figure.authority().equals(IndicatorValue.ALL)))))
                    .orElse(null);
        }

        private Set<Cause> ofReturns(Indicator indicator) {
            Set<String> sources = rows.sources(indicator);
            Set<Cause> causes = EnumSet.noneOf(Cause.class);
            datasets.forEach((cause, touched) -> {
                if (sources.stream().anyMatch(touched::contains)) {
                    causes.add(cause);
                }
            });
            return causes;
        }

        private Set<Cause> ofCatalogue(Indicator indicator, EarlierFigure figure, boolean otherRating) {
            if (before.catalogueHash().equals(now.catalogueHash())) {
                return Set.of();
            }
            if (catalogueBefore.isEmpty() || catalogueNow.isEmpty()) {
                return Set.of(Cause.CATALOGUE);
            }
            var changes = new CatalogueChanges(catalogueBefore.get(), catalogueNow.get());
            Set<Cause> causes = EnumSet.noneOf(Cause.class);
            if (definitions.computeIfAbsent(
                    indicator.id(), code -> changes.ofDefinition(code, period, rows.sources(indicator)))) {
                causes.add(Cause.DEFINITION);
            }
            if (otherRating && changes.ofTarget(indicator.id(), period)) {
                causes.add(Cause.TARGET);
            }
            if (organisations.computeIfAbsent(figure.organisation(), changes::ofOrganisation)) {
                causes.add(Cause.ORGANISATION);
            }
            return causes;
        }

        private void note(Cause cause, Submission submission) {
            Set<String> touched = datasets.computeIfAbsent(cause, first -> new LinkedHashSet<>());
            catalogue.returnType(submission.returnType()).stream()
                    .flatMap(type -> type.datasets().stream())
                    .map(Dataset::id)
                    .forEach(touched::add);
        }
    }
}
