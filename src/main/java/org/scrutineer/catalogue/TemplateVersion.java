package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An older version of a return type's template, and how it differs from the newest.
 *
 * @param version as the {@code Return} sheet names it
 * @param lacks datasets that did not exist yet
 * @param differences by dataset; a dataset that is not named is as in the newest version
 */
public record TemplateVersion(String version, Set<String> lacks, Map<String, Difference> differences) {

    /**
     * How a dataset differs.
     *
     * @param sheets the names its sheet bore; empty where they are those of the newest version
     * @param lacks columns that did not exist yet
     * @param headers by column, what stood in the header row in place of the newest
     * @param codes by column, the ways its codes were written beside those the newest version knows
     */
    public record Difference(
            List<String> sheets,
            Set<String> lacks,
            Map<String, List<String>> headers,
            Map<String, Map<String, List<String>>> codes) {

        public Difference {
            sheets = List.copyOf(sheets);
            // In the order of the file: the hash of a reading is made from it.
            lacks = Collections.unmodifiableSet(new LinkedHashSet<>(lacks));
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }
    }

    public TemplateVersion {
        lacks = Collections.unmodifiableSet(new LinkedHashSet<>(lacks));
        differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    }

    /** The datasets as this version of the template has them. */
    List<Dataset> applyTo(List<Dataset> newest) {
        return newest.stream()
                .filter(dataset -> !lacks.contains(dataset.id()))
                .map(this::applyTo)
                .toList();
    }

    private Dataset applyTo(Dataset newest) {
        Difference difference = differences.get(newest.id());
        return difference == null
                ? newest
                : new Dataset(
                        newest.id(),
                        newest.name(),
                        difference.sheets().isEmpty() ? newest.sheets() : difference.sheets(),
                        newest.key(),
                        newest.kind(),
                        newest.eventDate(),
                        newest.monthsCovered(),
                        newest.alikeLastMonth(),
                        newest.teamColumn(),
                        newest.purpose(),
                        newest.columns().stream()
                                .map(column -> applyTo(column, difference))
                                .toList(),
                        newest.rules(),
                        newest.place());
    }

    /** A column that did not exist yet has no header, and nobody needs it. */
    private static Column applyTo(Column newest, Difference difference) {
        boolean lacking = difference.lacks().contains(newest.name());
        List<String> headers =
                Objects.requireNonNull(difference.headers().getOrDefault(newest.name(), newest.headers()));
        var codes = new LinkedHashMap<>(newest.codes());
        difference.codes().getOrDefault(newest.name(), Map.of()).forEach((code, written) -> {
            // A way of writing that means another code today meant this one then.
            codes.replaceAll((other, ways) -> ways.stream()
                    .filter(way -> written.stream().noneMatch(old -> Names.same(old, way)))
                    .toList());
            var ways = new ArrayList<>(codes.getOrDefault(code, List.of()));
            ways.addAll(written);
            codes.put(code, ways);
        });
        return new Column(
                newest.name(),
                lacking ? List.of() : headers,
                newest.type(),
                newest.required() && !lacking,
                newest.personal(),
                codes,
                newest.blanks(),
                newest.min(),
                newest.max(),
                newest.shape(),
                newest.about(),
                newest.place());
    }
}
