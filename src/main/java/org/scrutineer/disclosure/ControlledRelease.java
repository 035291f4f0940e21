package org.scrutineer.disclosure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.scrutineer.catalogue.DisclosureProfile;

/** What one public audience may be told by a run. */
public record ControlledRelease(
        String audience, DisclosureProfile profile, SortedMap<FigureKey, List<PrintedFigure>> byKey) {

    /** By key; of a figure that is printed with an old and a new value, in the order they were given. */
    public ControlledRelease {
        var copy = new TreeMap<FigureKey, List<PrintedFigure>>();
        byKey.forEach((key, figures) -> copy.put(key, List.copyOf(figures)));
        byKey = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * A figure as it may be printed.
     *
     * @throws IllegalArgumentException where it was not among those asked for: nothing is known of it then
     */
    public PrintedFigure figure(TrueFigure wanted) {
        return byKey.getOrDefault(wanted.key(), List.of()).stream()
                .filter(figure -> figure.truth().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "disclosure control of " + audience + " was not asked for " + wanted.key()));
    }

    /** All of them, by key. */
    public List<PrintedFigure> figures() {
        return byKey.values().stream().flatMap(Collection::stream).toList();
    }

    /** Those whose value is hidden. */
    public List<FigureKey> hidden() {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(PrintedFigure::hidden))
                .map(Map.Entry::getKey)
                .toList();
    }
}
