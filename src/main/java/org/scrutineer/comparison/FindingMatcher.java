package org.scrutineer.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.scrutineer.intake.PlacedFinding;

/**
 * Finds the findings of one attempt in another. Rows move, so a finding is the same if its rule, its column and its
 * row's key are; where a row's key is not known, if its rule and its cell are.
 */
final class FindingMatcher {

    private final Map<Integer, Integer> matches = new LinkedHashMap<>();
    private final Set<Integer> found = new HashSet<>();

    private FindingMatcher() {}

    /** For each finding that the previous attempt had too its place there, by its place now. */
    static Map<Integer, Integer> match(List<PlacedFinding> now, List<PlacedFinding> before) {
        var matcher = new FindingMatcher();
        matcher.pair(
                now.stream().filter(one -> one.first().key() != null).toList(),
                before.stream().filter(one -> one.first().key() != null).toList(),
                one -> Arrays.asList(
                        one.finding().rule(),
                        one.first().dataset(),
                        one.first().column(),
                        one.first().key()));
        // Several columns may be missing, all told at the header: what is expected tells them apart.
        matcher.pairUnlessBothHaveKeys(
                now,
                before,
                one -> Arrays.asList(
                        one.finding().rule(),
                        sheet(one),
                        one.finding().cell(),
                        one.finding().expected()));
        matcher.pairUnlessBothHaveKeys(
                now,
                before,
                one -> Arrays.asList(
                        one.finding().rule(), sheet(one), one.finding().cell()));
        return matcher.matches;
    }

    /** A sheet may be called something else than last time, and hold the same dataset. */
    private static String sheet(PlacedFinding one) {
        return one.first().dataset() != null
                ? one.first().dataset()
                : String.valueOf(one.finding().sheet());
    }

    private void pairUnlessBothHaveKeys(
            List<PlacedFinding> now, List<PlacedFinding> before, Function<PlacedFinding, ? extends List<?>> identity) {
        pair(now.stream().filter(one -> one.first().key() == null).toList(), before, identity);
        pair(now, before.stream().filter(one -> one.first().key() == null).toList(), identity);
    }

    private void pair(
            List<PlacedFinding> now, List<PlacedFinding> before, Function<PlacedFinding, ? extends List<?>> identity) {
        var free = new HashMap<List<?>, List<Integer>>();
        for (PlacedFinding one : before) {
            if (!found.contains(one.placeInOrder())) {
                free.computeIfAbsent(identity.apply(one), same -> new ArrayList<>())
                        .add(one.placeInOrder());
            }
        }
        for (PlacedFinding one : now) {
            List<Integer> same = free.getOrDefault(identity.apply(one), List.of());
            if (!same.isEmpty() && !matches.containsKey(one.placeInOrder())) {
                int place = same.remove(0);
                matches.put(one.placeInOrder(), place);
                found.add(place);
            }
        }
    }
}
