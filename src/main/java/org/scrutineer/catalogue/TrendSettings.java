package org.scrutineer.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How change over time is judged.
 *
 * @param profile the name of these settings, as it is printed with what they give
 * @param screened whether moving ranges of 3.267 times their average or more are left out once before limits are drawn
 * @param limitsFromFirst from how many of the first points limits are drawn; null for all
 * @param pointsInShift how many points in a row on one side of the average are a special cause
 * @param pointsInTrend how many points in a row, each higher or each lower than the one before, are a special cause
 * @param equalNeighbours what a point that equals the one before does to a trend
 * @param fewestPoints with fewer there is no judgement
 * @param mostPoints older points are left out: a service changes
 * @param rebases from when limits are drawn anew, and why
 */
public record TrendSettings(
        String profile,
        boolean screened,
        @Nullable Integer limitsFromFirst,
        int pointsInShift,
        int pointsInTrend,
        EqualNeighbours equalNeighbours,
        int fewestPoints,
        int mostPoints,
        List<Rebase> rebases) {

    /** As Making Data Count and NHSRplotthedots draw them, with limits that exceptional jumps do not widen. */
    public static final TrendSettings MAKING_DATA_COUNT =
            new TrendSettings("making-data-count", true, null, 7, 7, EqualNeighbours.BREAK, 13, 36, List.of());

    /** What a point that equals the one before does to a trend. */
    public enum EqualNeighbours {
        /** It ends it. */
        BREAK,
        /** It neither counts nor ends it. */
        PASS
    }

    /**
     * A decision to draw an indicator's limits anew, because what it measures has changed for good.
     *
     * @param from the first month of the new limits
     * @param reason as a clause without a full stop
     */
    public record Rebase(String indicator, ReportingPeriod from, String reason, Place place) {}

    public TrendSettings {
        rebases = List.copyOf(rebases);
    }

    /** The last decision about an indicator that is in force in a period. */
    public Optional<Rebase> rebase(String indicator, ReportingPeriod period) {
        return rebases.stream()
                .filter(rebase ->
                        rebase.indicator().equals(indicator) && rebase.from().compareTo(period) <= 0)
                .reduce((one, other) -> one.from().compareTo(other.from()) > 0 ? one : other);
    }
}
