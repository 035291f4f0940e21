package org.scrutineer.indicators;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;

/**
 * Counts the returns a figure rests on. One return is expected of each team that owes a dataset the figure uses; it is
 * received if, for every month of the figure's window and every such dataset, an accepted return tells of that month.
 */
final class CoverageCounter {

    private record Told(String team, String dataset, ReportingPeriod month) {}

    private final Catalogue catalogue;
    private final ReportingPeriod period;
    private final Set<Told> told = new HashSet<>();

    /** @param counted the returns that count, with what became of their rows */
    CoverageCounter(Catalogue catalogue, ReportingPeriod period, Map<Submission, List<RowCount>> counted) {
        this.catalogue = catalogue;
        this.period = period;
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        catalogue.datasets().forEach(dataset -> datasets.put(dataset.id(), dataset));
        counted.forEach((submission, counts) -> {
            var declared = new HashSet<>(submission.nothingToReport());
            counts.stream().filter(RowCount::isReceived).forEach(count -> declared.add(count.dataset()));
            for (String id : declared) {
                Dataset dataset = datasets.get(id);
                for (int back = 0; dataset != null && back < dataset.monthsCovered(); back++) {
                    told.add(new Told(submission.team(), id, submission.period().plusMonths(-back)));
                }
            }
        });
    }

    /**
     * The coverage of a figure. Month by month the teams count that existed then; what came before a team began, or
     * after it ended, is not lacking.
     *
     * @param teams those the figure is about
     * @param sources the datasets it is made from
     */
    IndicatorValue.Coverage of(Set<String> teams, Set<String> sources, Indicator.Timing timing) {
        int expected = 0;
        int received = 0;
        for (Team sender : catalogue.organisation().teams()) {
            List<Told> needed = owed(sender, sources, teams).stream()
                    .flatMap(dataset -> months(dataset, timing).all().stream()
                            .filter(month -> sender.existsOn(month.lastDay()))
                            .map(month -> new Told(sender.id(), dataset.id(), month)))
                    .toList();
            if (!needed.isEmpty()) {
                expected++;
                received += told.containsAll(needed) ? 1 : 0;
            }
        }
        return new IndicatorValue.Coverage(expected, received);
    }

    private Months months(Dataset dataset, Indicator.Timing timing) {
        return dataset.kind() == Dataset.Kind.SNAPSHOT
                ? new Months(period, period)
                : catalogue.calendar().months(timing, period);
    }

    /** The datasets a sender owes to a figure: those whose rows are its own teams', or name their team themselves. */
    private Set<Dataset> owed(Team sender, Set<String> sources, Set<String> teams) {
        var owed = new HashSet<Dataset>();
        catalogue
                .returnTypes()
                .forEach(type -> type.datasets().stream()
                        .filter(dataset -> sources.contains(dataset.id()) && sender.owes(type.id(), dataset.id()))
                        .filter(dataset -> dataset.teamColumn() != null || teams.contains(sender.id()))
                        .forEach(owed::add));
        return owed;
    }
}
