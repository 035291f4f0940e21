package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the definitions of a code follow one another, month after month: in each month there is one at the most, and
 * none lacks between two.
 */
final class DefinitionOrder {

    private record Dated(Entry entry, Indicator indicator) {}

    private final Problems problems;

    DefinitionOrder(Problems problems) {
        this.problems = problems;
    }

    /** @param indicators what was read of each entry, in the same order */
    void check(List<Entry> entries, List<Indicator> indicators) {
        Map<String, List<Dated>> byCode = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Dated dated = new Dated(entries.get(i), indicators.get(i));
            if (!dated.indicator().id().isEmpty()) {
                byCode.computeIfAbsent(Names.normal(dated.indicator().id()), code -> new ArrayList<>())
                        .add(dated);
            }
        }
        byCode.values().forEach(this::check);
    }

    private void check(List<Dated> definitions) {
        Dated first = definitions.get(0);
        definitions.stream()
                .filter(other ->
                        !other.indicator().id().equals(first.indicator().id()))
                .forEach(other -> problems.add(
                        at(other, "id"),
                        "a code that no other indicator has; see "
                                + first.indicator().place()));
        List<Dated> inOrder = definitions.stream()
                .filter(one -> one.indicator().id().equals(first.indicator().id()))
                .sorted(Comparator.comparing(one -> one.indicator().validFrom()))
                .toList();
        Dated oldest = inOrder.get(0);
        if (oldest.indicator().continues()) {
            problems.add(
                    at(oldest, "continues"),
                    "it left out, as there is no earlier definition of "
                            + oldest.indicator().id());
        }
        for (int i = 1; i < inOrder.size(); i++) {
            follows(inOrder.get(i - 1), inOrder.get(i));
        }
    }

    private void follows(Dated before, Dated after) {
        Indicator earlier = before.indicator();
        ReportingPeriod last = earlier.validTo();
        if (last == null) {
            problems.add(
                    at(after, "id"),
                    "a code that no other indicator has, or a valid-to in the definition before it; see "
                            + earlier.place());
        } else if (!after.indicator().validFrom().equals(last.plusMonths(1))) {
            problems.add(
                    at(after, "valid-from"),
                    "a valid-from of " + last.plusMonths(1) + ", as the definition of " + earlier.id() + " before it, "
                            + earlier.place() + ", is valid to " + last);
        }
    }

    private static Entry at(Dated dated, String key) {
        return dated.entry().at(key).or(() -> dated.entry().at("id")).orElse(dated.entry());
    }
}
