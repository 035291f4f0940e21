package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * What somebody of an audience wants to know beside what is published.
 *
 * @param indicators codes, in the order they are to be told in
 * @param by whose figures
 * @param periods in order
 * @param audience its id
 */
public record MembersQuestion(List<String> indicators, By by, List<ReportingPeriod> periods, String audience) {

    /** Whose figures are told, one by one. */
    public enum By {
        TEAM("team"),
        SERVICE("service"),
        AUTHORITY("authority"),
        WHOLE("whole");

        private final String id;

        By(String id) {
            this.id = id;
        }

        /** As a command names it. */
        public String id() {
            return id;
        }

        /** In words that follow an indicator, e.g. {@code by team}. */
        String words() {
            return this == WHOLE ? "for the whole organisation" : "by " + id;
        }

        /** Those of a run's parts that it means, in their order; of authorities only its own, where the audience is one. */
        List<Part> parts(RunFigures figures, Audience audience) {
            return switch (this) {
                case WHOLE -> List.of(figures.whole());
                case AUTHORITY ->
                    figures.authorities().stream()
                            .filter(part -> audience.authority() == null
                                    || part.authority().equals(audience.authority()))
                            .toList();
                case SERVICE, TEAM ->
                    figures.servicesAndTeams().stream()
                            .filter(part -> part.level().name().equals(name()))
                            .toList();
            };
        }
    }

    /** Without what was asked twice; periods from the oldest. */
    public MembersQuestion {
        indicators = indicators.stream().distinct().toList();
        periods = List.copyOf(new TreeSet<>(periods));
        if (indicators.isEmpty() || periods.isEmpty()) {
            throw new IllegalArgumentException("a question about nothing");
        }
    }

    /** The period it is kept under: the newest it asks about. */
    ReportingPeriod period() {
        return periods.get(periods.size() - 1);
    }

    /** The same for the same question, e.g. {@code AS01, CP02 by team, 2021-11, 2021-12}. */
    public String text() {
        var words = new ArrayList<String>();
        words.add(String.join(", ", indicators) + " " + by.words());
        periods.stream().map(ReportingPeriod::toString).forEach(words::add);
        return words.stream().collect(Collectors.joining(", "));
    }
}
