package org.scrutineer.publication;

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
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.EarlierFigure.Origin;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
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

    RestatementsReader(
            Catalogue catalogue, IndicatorValues values, CountedRows rows, FrozenReturns frozen, PublishedRuns runs) {
        this.catalogue = catalogue;
        this.values = values;
        this.rows = rows;
        this.frozen = frozen;
        this.runs = runs;
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
        Map<String, List<Cause>> causes = new HashMap<>();
        Differences differences = new Differences(last.get(), runs.of(run));
        var found = new ArrayList<Restatement>();
        for (EarlierFigure figure : figures) {
            Indicator indicator = indicators.get(figure.indicator());
            EarlierFigure published = before.get(Figure.of(figure));
            if (indicator != null && published != null && Restatement.differ(indicator, published, figure)) {
                found.add(new Restatement(
                        published,
                        figure,
                        causes.computeIfAbsent(indicator.id(), first -> differences.causes(indicator))));
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

        Differences(PublishedRun before, PublishedRun now) {
            this.before = before;
            this.now = now;
            Map<Owed, Submission> then = new HashMap<>();
            frozen.counted(before.number()).forEach(submission -> then.put(Owed.of(submission), submission));
            Set<Long> amended = runs.amendedSince(before.number());
            for (Submission submission : frozen.counted(now.number())) {
                Submission earlier = then.get(Owed.of(submission));
                if (earlier == null) {
                    note(Cause.LATE, submission);
                } else if (!earlier.fileHash().equals(submission.fileHash())) {
                    note(Cause.CORRECTED, submission);
                } else if (amended.contains(submission.id())) {
                    note(Cause.AMENDED, submission);
                }
            }
        }

        private void note(Cause cause, Submission submission) {
            Set<String> touched = datasets.computeIfAbsent(cause, first -> new LinkedHashSet<>());
            catalogue.returnType(submission.returnType()).stream()
                    .flatMap(type -> type.datasets().stream())
                    .map(Dataset::id)
                    .forEach(touched::add);
        }

        List<Cause> causes(Indicator indicator) {
            Set<String> sources = rows.sources(indicator);
            Set<Cause> causes = EnumSet.noneOf(Cause.class);
            datasets.forEach((cause, touched) -> {
                if (sources.stream().anyMatch(touched::contains)) {
                    causes.add(cause);
                }
            });
            if (!before.catalogueHash().equals(now.catalogueHash())) {
                causes.add(Cause.CATALOGUE);
            }
            if (!before.softwareVersion().equals(now.softwareVersion())) {
                causes.add(Cause.SOFTWARE);
            }
            return causes.isEmpty() ? List.of(Cause.OTHER_MONTHS) : List.copyOf(causes);
        }
    }
}
