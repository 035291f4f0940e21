package org.scrutineer.indicators;

import java.util.List;
import java.util.Map;
import org.scrutineer.indicators.ContributingRow.Role;

/**
 * Some of the rows behind the figure of a place, with what is known of them all.
 *
 * @param rows in the order of {@link FigureRows#of}
 * @param inAll how many rows there are of each role; none of a role without any
 * @param totals what all of them sum to
 */
public record FigurePart(List<ContributingRow> rows, Map<Role, Long> inAll, FigureRows.Totals totals) {

    public FigurePart {
        rows = List.copyOf(rows);
        inAll = Map.copyOf(inAll);
    }
}
