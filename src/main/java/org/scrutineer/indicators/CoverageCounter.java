package org.scrutineer.indicators;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private record Asked(Map<String, Set<String>> sources, Indicator.Timing timing) {}

    /**
     * @param anything whether anything is owed
     * @param told whether all that is owed has been told
     */
    private record Owed(boolean anything, boolean told) {}

    /**
     * What a team owes to figures.
     *
     * @param forItself to those its own rows count for
     * @param forOthers to any other: only datasets whose rows name their team
     */
    private record Sender(String team, Owed forItself, Owed forOthers) {}

    private static final String AUTHORITY = "authority";

    private final Catalogue catalogue;
    private final ReportingPeriod period;
    /** What is told of, with the columns that are lacking. */
    private final Map<Told, Set<String>> told = new HashMap<>();

    /** The same for all places of a figure, and for most figures of a dataset. */
    private final Map<Asked, List<Sender>> senders = new HashMap<>();

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
        for (Sender sender : senders.computeIfAbsent(new Asked(Map.copyOf(sources), timing), this::senders)) {
            Owed owed = teams.contains(sender.team()) ? sender.forItself() : sender.forOthers();
            expected += owed.anything() ? 1 : 0;
            received += owed.anything() && owed.told() ? 1 : 0;
        }
        return new IndicatorValue.Coverage(expected, received);
    }

    private boolean tells(Told needed, Map<String, Set<String>> sources) {
        Set<String> lacking = told.get(needed);
        return lacking != null
                && sources.getOrDefault(needed.dataset(), Set.of()).stream().noneMatch(lacking::contains);
    }

    private List<Sender> senders(Asked asked) {
        return catalogue.organisation().teams().stream()
                .map(team -> {
                    Map<Boolean, List<Told>> needed = catalogue.returnTypes().stream()
                            .flatMap(type -> type.datasets().stream()
                                    .filter(dataset -> asked.sources().containsKey(dataset.id())
                                            && team.owes(type.id(), dataset.id())))
                            .flatMap(dataset -> needed(team, dataset, asked.timing())
                                    .map(told -> Map.entry(dataset.teamColumn() != null, told)))
                            .collect(Collectors.partitioningBy(
                                    Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
                    Owed forOthers = owed(needed.getOrDefault(true, List.of()), asked);
                    Owed own = owed(needed.getOrDefault(false, List.of()), asked);
                    return new Sender(
                            team.id(),
                            new Owed(own.anything() || forOthers.anything(), own.told() && forOthers.told()),
                            forOthers);
                })
                .toList();
    }

    private Owed owed(List<Told> needed, Asked asked) {
        return new Owed(!needed.isEmpty(), needed.stream().allMatch(one -> tells(one, asked.sources())));
    }

    private Stream<Told> needed(Team team, Dataset dataset, Indicator.Timing timing) {
        Months months = dataset.kind() == Dataset.Kind.SNAPSHOT
                ? new Months(period, period)
                : catalogue.calendar().months(timing, period);
        return months.all().stream()
                .filter(month -> team.existsOn(month.lastDay()))
                .map(month -> new Told(team.id(), dataset.id(), month));
    }
}
