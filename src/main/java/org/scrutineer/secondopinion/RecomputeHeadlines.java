package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.RunKey;
import org.scrutineer.records.RecordStore;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Works a run's headline figures out a second time; where one differs the run fails. */
class RecomputeHeadlines implements Tasklet {

    private final Catalogue catalogue;
    private final RecordStore store;
    private final CountedRows rows;
    private final FrozenReturns frozen;
    private final IndicatorValues values;
    private final SecondOpinions opinions;

    RecomputeHeadlines(
            Catalogue catalogue,
            RecordStore store,
            CountedRows rows,
            FrozenReturns frozen,
            IndicatorValues values,
            SecondOpinions opinions) {
        this.catalogue = catalogue;
        this.store = store;
        this.rows = rows;
        this.frozen = frozen;
        this.values = values;
        this.opinions = opinions;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunKey key = RunKey.of(context.getStepContext().getJobParameters());
        recompute(key.number(), key.period());
        return RepeatStatus.FINISHED;
    }

    /** Which figure of an indicator it is. */
    private record Place(String organisation, String authority) {}

    /** @throws FiguresDifferException where a figure does not come out the same */
    void recompute(int run, ReportingPeriod period) {
        Map<String, Integer> agreed = new LinkedHashMap<>();
        var differences = new ArrayList<Difference>();
        List<IndicatorValue> calculated = values.of(run);
        for (Recomputation recomputation : recomputations(run, period)) {
            Map<Place, IndicatorValue> figures = calculated.stream()
                    .filter(value ->
                            value.indicator().equals(recomputation.indicator().id())
                                    && value.timing() == recomputation.timing())
                    .collect(Collectors.toMap(
                            value -> new Place(value.organisation(), value.authority()),
                            value -> value,
                            (one, other) -> one,
                            LinkedHashMap::new));
            figures.forEach((place, figure) -> {
                if (isFromRows(figure, recomputation)) {
                    Recomputed again = recomputation.figure(place.organisation(), place.authority());
                    if (Difference.agree(figure, again)) {
                        agreed.merge(figure.indicator(), 1, Integer::sum);
                    } else {
                        differences.add(difference(recomputation, place, Optional.of(figure), again));
                    }
                }
            });
            parts(period)
                    .filter(part -> !figures.containsKey(new Place(part, IndicatorValue.ALL))
                            && recomputation.tells(part, IndicatorValue.ALL))
                    .forEach(part -> {
                        Recomputed again = recomputation.figure(part, IndicatorValue.ALL);
                        if (again.hasRows()) {
                            differences.add(difference(
                                    recomputation, new Place(part, IndicatorValue.ALL), Optional.empty(), again));
                        }
                    });
        }
        if (!differences.isEmpty()) {
            throw new FiguresDifferException(sentence(differences));
        }
        opinions.replace(run, agreed);
    }

    private List<Recomputation> recomputations(int run, ReportingPeriod period) {
        var headlines = new Headlines(catalogue, store, period);
        for (Indicator indicator : catalogue.indicators(period)) {
            if (indicator.headline()) {
                for (Timing timing : indicator.timings()) {
                    try {
                        headlines.add(indicator, timing);
                    } catch (NotRecomputableException e) {
                        throw new IllegalStateException(
                                "not checked before use: " + indicator.id() + ", " + indicator.place(), e);
                    }
                }
            }
        }
        return headlines.over(rows.segments(frozen.counted(run)));
    }

    /** What is not given needs no second opinion, nor does what the rows do not tell. */
    private static boolean isFromRows(IndicatorValue figure, Recomputation recomputation) {
        return figure.status() != Status.NOT_AVAILABLE
                && figure.basis() == IndicatorValue.Basis.ROWS
                && figure.outturn() == null
                && recomputation.tells(figure.organisation(), figure.authority());
    }

    /** The services and teams there are at the end of the period. */
    private Stream<String> parts(ReportingPeriod period) {
        List<Organisation.Team> teams = catalogue.organisation().teams(period);
        return Stream.concat(
                teams.stream().map(Organisation.Team::service).distinct(),
                teams.stream().map(Organisation.Team::id));
    }

    private static Difference difference(
            Recomputation recomputation, Place place, Optional<IndicatorValue> figure, Recomputed again) {
        return new Difference(recomputation, place.organisation(), place.authority(), figure, again);
    }

    private String sentence(List<Difference> differences) {
        int further = differences.size() - 1;
        return "two ways of working out a figure do not agree. "
                + differences.get(0).sentence(catalogue.organisation())
                + switch (further) {
                    case 0 -> ". ";
                    case 1 -> ". One more figure differs. ";
                    default -> ". " + further + " more figures differ. ";
                }
                + "No return needs to be corrected: start again, which calculates the figures anew. If they still"
                + " differ, keep the output folder as it is and report this message.";
    }
}
