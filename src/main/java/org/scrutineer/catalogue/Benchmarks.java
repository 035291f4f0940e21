package org.scrutineer.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published figures that indicators are compared with.
 *
 * @param areas none where the catalogue compares with nobody
 * @param all those of the nation, of our regions and areas, and of the areas like ours
 * @param regions the region each of our areas lies in, by the area's code
 */
public record Benchmarks(Optional<PublishedAreas> areas, List<Benchmark> all, Map<String, PublishedArea> regions) {

    /** Nothing to compare with. */
    public static final Benchmarks NONE = new Benchmarks(Optional.empty(), List.of(), Map.of());

    public Benchmarks {
        all = List.copyOf(all);
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    }

    /** Those of this definition of an indicator; one that is defined anew has none until they are mapped to it. */
    public List<Benchmark> of(Indicator indicator) {
        return all.stream()
                .filter(benchmark -> benchmark.indicator().equals(indicator.id())
                        && benchmark.definition().equals(indicator.validFrom()))
                .toList();
    }
}
