package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.FiguresInQuestion;
import org.scrutineer.commentary.ImprovementPlans;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Trends;
import org.springframework.stereotype.Component;

/** Reads from the ledger what a run's publications are made of, each thing once. */
@Component
class RunFiguresReader {

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final Trends trends;
    private final SeenReturns returns;
    private final OverTimeReader overTime;
    private final CheckingReader checking;
    private final RestatementsReader restatements;
    private final FiguresInQuestion inQuestion;
    private final ImprovementPlans plans;
    private final Software software;

    RunFiguresReader(
            Catalogue catalogue,
            IndicatorValues values,
            Trends trends,
            SeenReturns returns,
            OverTimeReader overTime,
            CheckingReader checking,
            RestatementsReader restatements,
            FiguresInQuestion inQuestion,
            ImprovementPlans plans,
            Software software) {
        this.catalogue = catalogue;
        this.values = values;
        this.trends = trends;
        this.returns = returns;
        this.overTime = overTime;
        this.checking = checking;
        this.restatements = restatements;
        this.inQuestion = inQuestion;
        this.plans = plans;
        this.software = software;
    }

    RunFigures read(int run, ReportingPeriod period) {
        List<IndicatorValue> figures = values.of(run);
        List<Trend> courses = trends.of(run, period, figures);
        List<SeenReturn> seen = returns.of(run, period);
        OverTime before = overTime.read(run, period, courses);
        List<EarlierFigure> shown = new ArrayList<>();
        List.of(before.previous(), before.lastYear(), before.atMeeting())
                .forEach(month -> shown.addAll(month.values()));
        return RunFigures.of(
                catalogue,
                period,
                run,
                software.version(),
                figures,
                before,
                seen,
                checking.read(run, period, seen),
                inQuestion.of(run, period, figures, courses),
                restatements.read(run, period, figures, shown),
                new Actions(
                        actions(before),
                        plans.of(
                                seen.stream()
                                        .filter(SeenReturn::counts)
                                        .map(SeenReturn::submission)
                                        .toList(),
                                period)));
    }

    /** The actions that stand in the explanations of the run that the previous meeting was told of. */
    private List<Explanation> actions(OverTime before) {
        return before.atMeeting().values().stream()
                .map(EarlierFigure::origin)
                .filter(EarlierFigure.Origin.Calculated.class::isInstance)
                .map(origin -> ((EarlierFigure.Origin.Calculated) origin).run())
                .findFirst()
                .map(inQuestion::said)
                .orElse(List.of())
                .stream()
                .filter(said -> said.action() != null)
                .toList();
    }
}
