package org.scrutineer.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Audience.Check;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.commentary.FiguresInQuestion;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.reconciliation.Discrepancies;
import org.scrutineer.secondopinion.SecondOpinions;
import org.springframework.stereotype.Component;

/** What is open about a run's figures and the returns of its period, asked anew each time. */
@Component
class OpenChecks {

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final FrozenReturns frozen;
    private final IndicatorValues values;
    private final Discrepancies discrepancies;
    private final SecondOpinions opinions;
    private final FiguresInQuestion inQuestion;

    OpenChecks(
            Catalogue catalogue,
            Submissions submissions,
            FrozenReturns frozen,
            IndicatorValues values,
            Discrepancies discrepancies,
            SecondOpinions opinions,
            FiguresInQuestion inQuestion) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.frozen = frozen;
        this.values = values;
        this.discrepancies = discrepancies;
        this.opinions = opinions;
        this.inQuestion = inQuestion;
    }

    /** By kind, in the order of {@link Check}. */
    List<OpenCheck> of(int run, ReportingPeriod period, Audience audience) {
        List<Submissions.Checked> received = submissions.of(period);
        var open = new ArrayList<OpenCheck>();
        received.stream()
                .filter(checked -> checked.verdict() == Verdict.HELD && !checked.superseded())
                .forEach(checked -> open.add(new OpenCheck(
                        Check.HELD_RETURNS,
                        named(checked.submission()) + " is held. Say which of the two returns counts: the command"
                                + " findings names them.")));
        received.stream()
                .filter(checked -> checked.verdict() == Verdict.REFUSED && !isMadeUpFor(checked, received))
                .forEach(checked -> open.add(new OpenCheck(
                        Check.REFUSED_RETURNS,
                        named(checked.submission())
                                + " was refused. Have it corrected and sent again: the command findings says why.")));
        Set<Long> seen = frozen.of(run).stream()
                .map(checked -> checked.submission().id())
                .collect(Collectors.toSet());
        received.stream()
                .filter(checked -> isNewer(checked, seen))
                .forEach(checked -> open.add(new OpenCheck(
                        Check.NEWER_RETURNS,
                        named(checked.submission()) + " is not in run " + run + ". Run the period again.")));
        coverage(run, period, audience, received, open);
        long errors = discrepancies.of(run).stream()
                .filter(one -> one.severity() == Severity.ERROR || one.severity() == Severity.BLOCK)
                .count();
        if (errors > 0) {
            open.add(new OpenCheck(
                    Check.DISCREPANCIES,
                    FigureWords.count(errors, "thing", "things")
                            + " that only " + (errors == 1 ? "shows" : "show")
                            + " across returns " + (errors == 1 ? "is an error" : "are errors")
                            + ". Have the returns corrected: the command findings lists what they are."));
        }
        secondOpinion(run, period, open);
        explanations(run, period, audience, open);
        return open;
    }

    private String named(Submission submission) {
        return "The return " + submission.fileName() + " from "
                + catalogue.organisation().senderName(submission.team());
    }

    private static boolean isMadeUpFor(Submissions.Checked refused, List<Submissions.Checked> received) {
        return received.stream()
                .filter(other -> isOfSame(
                        other, refused.submission().team(), refused.submission().returnType()))
                .anyMatch(other -> other.verdict() != null && other.verdict().isAccepted());
    }

    private static boolean isOfSame(Submissions.Checked checked, String team, String type) {
        return checked.submission().team().equals(team)
                && checked.submission().returnType().equals(type);
    }

    /** One that was amended has no verdict until it is read anew. */
    private static boolean isNewer(Submissions.Checked checked, Set<Long> seen) {
        boolean counts = checked.verdict() == null || checked.verdict().isAccepted();
        return counts
                && !checked.superseded()
                && (checked.verdict() == null
                        || !seen.contains(checked.submission().id()));
    }

    private void coverage(
            int run,
            ReportingPeriod period,
            Audience audience,
            List<Submissions.Checked> received,
            List<OpenCheck> open) {
        Map<String, Indicator.Timing> told =
                told(period, audience).stream().collect(Collectors.toMap(Indicator::id, Indicator::timing));
        String authority = audience.authority() == null ? IndicatorValue.ALL : audience.authority();
        List<String> lacking = values.of(run).stream()
                .filter(value -> value.status() == IndicatorValue.Status.NOT_AVAILABLE
                        && value.organisation().equals(catalogue.organisation().id())
                        && value.authority().equals(authority)
                        && value.timing() == told.get(value.indicator()))
                .map(IndicatorValue::indicator)
                .toList();
        if (!lacking.isEmpty()) {
            List<String> missing = missing(period, received);
            open.add(new OpenCheck(
                    Check.COVERAGE,
                    FigureWords.count(lacking.size(), "indicator has", "indicators have")
                            + " no value, as too few of the returns they rest on were received: "
                            + FigureWords.list(lacking) + "."
                            + (missing.isEmpty()
                                    ? ""
                                    : " Missing for " + period.title() + ": " + FigureWords.list(missing) + ".")));
        }
    }

    private List<String> missing(ReportingPeriod period, List<Submissions.Checked> received) {
        var missing = new ArrayList<String>();
        for (Team team : catalogue.organisation().teams(period)) {
            for (String type : team.owes().keySet()) {
                boolean came = received.stream()
                        .anyMatch(
                                checked -> isOfSame(checked, team.id(), type) && checked.verdict() != Verdict.REFUSED);
                if (!came) {
                    missing.add(team.name() + " (" + type + ")");
                }
            }
        }
        return missing;
    }

    private List<Indicator> told(ReportingPeriod period, Audience audience) {
        return catalogue.indicators(period).stream()
                .filter(indicator ->
                        audience.indicators().isEmpty() || audience.indicators().contains(indicator.id()))
                .toList();
    }

    private void secondOpinion(int run, ReportingPeriod period, List<OpenCheck> open) {
        Set<String> twice = opinions.of(run).keySet();
        List<IndicatorValue> figures = values.of(run);
        List<String> once = catalogue.indicators(period).stream()
                .filter(indicator -> indicator.headline() && !twice.contains(indicator.id()))
                // Where no return was received there is nothing to work out.
                .filter(indicator -> figures.stream()
                        .anyMatch(figure -> figure.indicator().equals(indicator.id())
                                && figure.timing() == indicator.timing()
                                && figure.value() != null))
                .map(Indicator::id)
                .toList();
        if (!once.isEmpty()) {
            open.add(new OpenCheck(
                    Check.SECOND_OPINION,
                    FigureWords.list(once) + (once.size() == 1 ? " was" : " were")
                            + " not worked out a second time by run " + run + ". Run the period again."));
        }
    }

    private void explanations(int run, ReportingPeriod period, Audience audience, List<OpenCheck> open) {
        List<Indicator> told = told(period, audience);
        List<String> unexplained = inQuestion.of(run, period).stream()
                .filter(figure -> told.contains(figure.indicator())
                        && figure.explanation().isEmpty())
                .map(FigureInQuestion::indicator)
                .map(Indicator::id)
                .toList();
        if (!unexplained.isEmpty()) {
            open.add(new OpenCheck(
                    Check.EXPLANATIONS,
                    FigureWords.count(unexplained.size(), "figure in question has", "figures in question have")
                            + " no explanation: " + FigureWords.list(unexplained) + "."));
        }
    }
}
