package org.scrutineer.retention;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.records.RecordStore;

/** The datasets that indicators are made from in the end, looked up once each. */
final class SourcesOfIndicators implements Function<Indicator, Set<String>> {

    private final RecordStore store;
    private final Map<String, Set<String>> known = new HashMap<>();

    SourcesOfIndicators(RecordStore store) {
        this.store = store;
    }

    @Override
    public Set<String> apply(Indicator indicator) {
        var sources = new LinkedHashSet<>(of(indicator.from()));
        if (indicator.per() != null) {
            sources.addAll(of(indicator.per().from()));
        }
        return sources;
    }

    private Set<String> of(String from) {
        return known.computeIfAbsent(from, store::sources);
    }
}
