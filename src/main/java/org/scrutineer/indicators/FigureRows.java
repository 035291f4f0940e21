package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.records.RowOrigin;

/** The rows that an indicator looks at over the days of a figure, of which each place has its own. */
public final class FigureRows {

    private final RowRoles roles;
    private final List<Row> rows;

    FigureRows(Indicator indicator, List<Row> rows) {
        this.roles = new RowRoles(indicator);
        this.rows = List.copyOf(rows);
    }

    /**
     * A row before it is known for which place it is asked.
     *
     * @param per whether it is of those that the denominator alone is made from
     * @param places those it belongs to, the organisation as a whole first
     * @param value as text, so that whatever can be told apart can be counted; null where blank or not asked for
     */
    record Row(
            boolean per,
            String source,
            String team,
            List<Place> places,
            boolean inDenominator,
            boolean inNumerator,
            @Nullable String value,
            List<RowOrigin> origins) {}

    /**
     * What the rows of a place give.
     *
     * @param numerator null where a value is picked
     * @param denominator null where the figure is an amount or a number of something
     * @param picked null but for a middle or a highest value that has rows
     */
    public record Totals(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal picked) {}

    /** The rows of a place: those that count first, then those that do not, each by where they are from. */
    public List<ContributingRow> of(String organisation, String authority) {
        var place = new Place(organisation, authority);
        var inNumerator = new HashSet<String>();
        var inDenominator = new HashSet<String>();
        var contributing = new ArrayList<ContributingRow>();
        for (Row row : rows) {
            if (row.places().contains(place)) {
                contributing.add(roles.contributing(row, inNumerator, inDenominator));
            }
        }
        contributing.sort(Comparator.comparing(ContributingRow::role));
        return contributing;
    }

    /** The places for which the rows count, each with what they are there. */
    public List<PlaceRole> places() {
        return rows.stream()
                .flatMap(row -> row.places().stream()
                        .map(place -> new PlaceRole(place.organisation(), place.authority(), roles.role(row))))
                .distinct()
                .toList();
    }

    /** What rows are to the figure of a place. */
    public record PlaceRole(String organisation, String authority, Role role) {}

    /** What the rows of a place sum to. */
    public Totals totals(List<ContributingRow> ofPlace) {
        return roles.totals(
                ofPlace.stream().map(row -> new RowRoles.Counted(row, 1)).toList());
    }
}
