package org.scrutineer.catalogue;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in the catalogue, as the person who has to mend it is told.
 *
 * @param found the value as it stands in the file, or null where something is lacking
 * @param expected what is allowed there
 * @param nearest the nearest known name where {@code found} looks like a slip of the pen
 */
public record CatalogueProblem(
        Place place,
        @Nullable String found,
        String expected,
        @Nullable String nearest) implements Comparable<CatalogueProblem> {

    private static final Comparator<CatalogueProblem> ORDER = Comparator.comparing(CatalogueProblem::place)
            .thenComparing(CatalogueProblem::expected)
            .thenComparing(problem -> problem.found() == null ? "" : problem.found());

    /** For example {@code targets.csv, line 4: found "AS1"; expected the code of an indicator. Did you mean "AS01"?} */
    public String sentence() {
        var sentence = new StringBuilder(place.toString()).append(": ");
        if (found != null) {
            sentence.append("found \"").append(found).append("\"; ");
        }
        sentence.append("expected ").append(expected).append('.');
        if (nearest != null) {
            sentence.append(" Did you mean \"").append(nearest).append("\"?");
        }
        return sentence.toString();
    }

    @Override
    public int compareTo(CatalogueProblem other) {
        return ORDER.compare(this, other);
    }
}
