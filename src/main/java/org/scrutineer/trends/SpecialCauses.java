package org.scrutineer.trends;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.catalogue.TrendSettings.EqualNeighbours;

/** Asks every rule of every point in a stretch of values that follow one another without a gap. */
final class SpecialCauses {

    private static final int NEAR_OF_THREE = 2;

    private final List<BigDecimal> values;
    private final ControlLimits limits;
    private final TrendSettings settings;
    private final List<List<SpecialCause>> found;

    private SpecialCauses(List<BigDecimal> values, ControlLimits limits, TrendSettings settings) {
        this.values = values;
        this.limits = limits;
        this.settings = settings;
        this.found = IntStream.range(0, values.size())
                .<List<SpecialCause>>mapToObj(i -> new ArrayList<>())
                .toList();
    }

    /** For each value the rules it meets, the one that speaks first at the head; none for common cause. */
    static List<List<SpecialCause>> of(List<BigDecimal> stretch, ControlLimits limits, TrendSettings settings) {
        var causes = new SpecialCauses(stretch, limits, settings);
        causes.findBeyondLimit();
        causes.findTrends();
        causes.findNearLimit();
        causes.findShifts();
        return causes.found.stream()
                .map(met -> met.stream()
                        .sorted(Comparator.comparing(SpecialCause::rule))
                        .toList())
                .toList();
    }

    private void findBeyondLimit() {
        for (int i = 0; i < values.size(); i++) {
            if (!limits.hold(values.get(i))) {
                add(
                        i,
                        SpecialCause.Rule.BEYOND_LIMIT,
                        limits.side(values.get(i)).orElseThrow(),
                        1);
            }
        }
    }

    /** A run of steps in one direction flags the point it starts from too. */
    private void findTrends() {
        int first = 0;
        int last = 0;
        int steps = 0;
        Optional<Side> direction = Optional.empty();
        for (int i = 1; i < values.size(); i++) {
            Optional<Side> step = Side.of(values.get(i).compareTo(values.get(i - 1)));
            if (step.isEmpty() && settings.equalNeighbours() == EqualNeighbours.PASS) {
                continue;
            }
            if (step.isEmpty() || !step.equals(direction)) {
                addTrend(first, last, steps, direction);
                first = i - 1;
                steps = 0;
                direction = step;
            }
            last = i;
            steps++;
        }
        addTrend(first, last, steps, direction);
    }

    private void addTrend(int first, int last, int steps, Optional<Side> direction) {
        if (direction.isPresent() && steps + 1 >= settings.pointsInTrend()) {
            for (int i = first; i <= last; i++) {
                add(i, SpecialCause.Rule.TREND, direction.get(), steps + 1);
            }
        }
    }

    /** A point that is near counts once, however many threes it is in. */
    private void findNearLimit() {
        for (int i = 0; i < values.size(); i++) {
            Optional<Side> side = limits.side(values.get(i));
            if (limits.nearlyLeave(values.get(i)) && isInThree(i, side)) {
                add(i, SpecialCause.Rule.NEAR_LIMIT, side.orElseThrow(), 3);
            }
        }
    }

    private boolean isInThree(int point, Optional<Side> side) {
        return IntStream.rangeClosed(point - 2, point)
                .filter(first -> first >= 0 && first + 2 < values.size())
                .mapToObj(first -> values.subList(first, first + 3))
                .anyMatch(three ->
                        three.stream().allMatch(value -> limits.side(value).equals(side))
                                && three.stream().filter(limits::nearlyLeave).count() >= NEAR_OF_THREE);
    }

    private void findShifts() {
        int first = 0;
        for (int i = 1; i <= values.size(); i++) {
            Optional<Side> side = limits.side(values.get(first));
            if (i == values.size() || !limits.side(values.get(i)).equals(side)) {
                if (side.isPresent() && i - first >= settings.pointsInShift()) {
                    for (int flagged = first; flagged < i; flagged++) {
                        add(flagged, SpecialCause.Rule.SHIFT, side.get(), i - first);
                    }
                }
                first = i;
            }
        }
    }

    private void add(int point, SpecialCause.Rule rule, Side side, int points) {
        found.get(point).add(new SpecialCause(rule, side, points));
    }
}
