package org.scrutineer.catalogue;

import java.util.Comparator;
import java.util.List;

/**
 * When people are reminded, in working days before and after a day that counts. Each list is sorted, so that the step
 * furthest before that day comes first.
 *
 * @param before so many working days before a return is due its team is reminded, where it is missing
 * @param after the same after that day, also where a return is to be corrected
 * @param papersBefore so many working days before a meeting's papers are due officers are told of what is not approved
 */
public record Chasing(List<Integer> before, List<Integer> after, List<Integer> papersBefore) {

    /** Nobody is reminded. */
    public static final Chasing NONE = new Chasing(List.of(), List.of(), List.of());

    public Chasing {
        before = before.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        after = after.stream().distinct().sorted().toList();
        papersBefore = papersBefore.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
