package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes met so far while a catalogue is read. */
final class Problems {

    /** As many known names are listed in a sentence; of more only the nearest one is told. */
    private static final int LISTED = 12;

    private final List<CatalogueProblem> found = new ArrayList<>();

    boolean none() {
        return found.isEmpty();
    }

    /** By file and line, each once. */
    List<CatalogueProblem> sorted() {
        return found.stream().distinct().sorted().toList();
    }

    void add(Place place, @Nullable String text, String expected) {
        add(place, text, expected, null);
    }

    void add(Place place, @Nullable String text, String expected, @Nullable String nearest) {
        found.add(new CatalogueProblem(place, text, expected, nearest));
    }

    void add(Entry entry, String expected) {
        add(entry.place(), entry.shown(), expected);
    }

    /** Tells of a name that is not among the known ones, e.g. of the {@code services}. */
    void unknown(Entry entry, String known, Collection<String> names) {
        unknown(entry.place(), entry.shown(), known, names);
    }

    void unknown(Place place, String text, String known, Collection<String> names) {
        add(place, text, expected(known, names), Names.nearest(text, names).orElse(null));
    }

    private static String expected(String known, Collection<String> names) {
        if (names.isEmpty()) {
            return "one of the " + known + ", of which there are none";
        }
        return "one of the " + known + (names.size() <= LISTED ? " " + String.join(", ", names) : "");
    }
}
