package org.scrutineer.reconciliation;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Severity;

/**
 * Something that only shows across returns, and that people should look at together. No verdict depends on it.
 *
 * @param rule the id of the rule of {@code reconciliation.yaml}, or of ours
 * @param indicator the code of the figure it is about; null where it is about rows
 * @param teams the ids of the teams it concerns
 * @param found what was found, quoted as it stands in rows or figures; may name a child
 * @param expected what should hold, in words that follow "expected"
 */
public record Discrepancy(
        String rule,
        Severity severity,
        @Nullable String indicator,
        List<String> teams,
        List<Place> places,
        String found,
        String expected,
        String remedy) {

    private static final int PLACES_NAMED = 6;

    /** A cell of a return. */
    public record Place(String file, String sheet, String cell) {

        /** E.g. {@code north.xlsx, sheet CIN, cell A4}. */
        public String words() {
            return file + ", sheet " + sheet + ", cell " + cell;
        }
    }

    public Discrepancy {
        teams = List.copyOf(teams);
        places = List.copyOf(places);
    }

    /** Where it shows, e.g. {@code north.xlsx, sheet CIN, cell A4; west.xlsx, sheet CIN, cell A9}. */
    public String where() {
        return places.stream().limit(PLACES_NAMED).map(Place::words).collect(Collectors.joining("; "))
                + (places.size() > PLACES_NAMED ? "; and " + (places.size() - PLACES_NAMED) + " more" : "");
    }

    /** The whole of it, the same wherever it is told. */
    public String sentence() {
        return (places.isEmpty() ? "" : where() + ": ") + "found \"" + found + "\"; expected " + expected + ". "
                + remedy;
    }
}
