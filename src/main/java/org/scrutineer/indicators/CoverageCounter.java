package org.scrutineer.indicators;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;

/**
 * Counts the returns a figure rests on. One return is expected of each team that owes a dataset the figure uses; it is
 * received if, for every month of the figure's window and every such dataset, an accepted return tells of that month. A
 * return whose sheet lacks a column that the figure is made from, as older templates may, does not tell of it: its blanks
 * say nothing.
 */
final class CoverageCounter {

    private record Told(String team, String dataset, ReportingPeriod month) {}

    private static final String AUTHORITY = "authority";

    private final Catalogue catalogue;
    private final ReportingPeriod period;
    /** What is told of, with the columns that are lacking. */
    private final Map<Told, Set<String>> told = new HashMap<>();

    /**
     * @param counted the returns that count, with what became of their rows
     * @param columns those found in each of them; a dataset without any lacks none, as it had nothing to report
     */
    CoverageCounter(
            Catalogue catalogue,
            ReportingPeriod period,
            Map<Submission, List<RowCount>> counted,
            Map<Submission, List<MatchedColumn>> columns) {
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
                    Set<String> lacking = lacking(dataset, columns.getOrDefault(submission, List.of()));
                    told.merge(
                            new Told(submission.team(), id, submission.period().plusMonths(-back)),
                            lacking,
                            CoverageCounter::inBoth);
                }
            }
        });
    }

    /** Whose rows they are is told otherwise where a column lacks, or stands on a line of its own. */
    private static Set<String> lacking(Dataset dataset, List<MatchedColumn> columns) {
        Set<String> found = columns.stream()
                .filter(column -> column.dataset().equals(dataset.id()))
                .map(MatchedColumn::column)
                .collect(Collectors.toSet());
        return found.isEmpty()
                ? Set.of()
                : dataset.columns().stream()
                        .map(Column::name)
                        .filter(name -> !found.contains(name) && !name.equals(AUTHORITY))
                        .filter(name -> !name.equals(dataset.teamColumn()))
                        .collect(Collectors.toSet());
    }

    private static Set<String> inBoth(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    /**
     * The coverage of a figure. Month by month the teams count that existed then; what came before a team began, or
     * after it ended, is not lacking.
     *
     * @param teams those the figure is about
     * @param sources the datasets it is made from, with the columns of each that it depends on
     */
    IndicatorValue.Coverage of(Set<String> teams, Map<String, Set<String>> sources, Indicator.Timing timing) {
        int expected = 0;
        int received = 0;
        for (Team sender : catalogue.organisation().teams()) {
            List<Told> needed = owed(sender, sources.keySet(), teams).stream()
                    .flatMap(dataset -> months(dataset, timing).all().stream()
                            .filter(month -> sender.existsOn(month.lastDay()))
                            .map(month -> new Told(sender.id(), dataset.id(), month)))
                    .toList();
            if (!needed.isEmpty()) {
                expected++;
                received += needed.stream().allMatch(one -> tells(one, sources)) ? 1 : 0;
            }
        }
        return new IndicatorValue.Coverage(expected, received);
    }

    private boolean tells(Told needed, Map<String, Set<String>> sources) {
        Set<String> lacking = told.get(needed);
        return lacking != null
                && sources.getOrDefault(needed.dataset(), Set.of()).stream().noneMatch(lacking::contains);
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
