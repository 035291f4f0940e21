package org.scrutineer.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold over several rows: of one return, or under reconciliation of all returns of a period.
 *
 * @param over the dataset whose rows are asked about, and kept out where the rule is an error
 * @param match the dataset whose row of the same {@code on} stands beside each of them, if there is one
 * @param on the columns both have
 * @param per the columns whose values make a group, with rows that lack one in none; empty for all rows as one group.
 *     Nothing at all where each row is asked by itself
 * @param expect a condition: with {@code match} over columns as {@code dataset.column}, with {@code per} over sums and
 *     counts of the group's rows. Unknown is not broken
 * @param cell the column of {@code over} whose cells are named; where null, the first one that is mentioned
 */
public record CrossRule(
        String id,
        String over,
        @Nullable String match,
        List<String> on,
        Optional<List<String>> per,
        Expression expect,
        Severity severity,
        @Nullable String cell,
        String say,
        String remedy,
        @Nullable Example breaks,
        @Nullable Example keeps) {

    public CrossRule {
        on = List.copyOf(on);
        per = per.map(List::copyOf);
    }

    /** The datasets it looks at. */
    public Set<String> datasets() {
        var datasets = new LinkedHashSet<String>();
        datasets.add(over);
        if (match != null) {
            datasets.add(match);
        }
        return datasets;
    }
}
