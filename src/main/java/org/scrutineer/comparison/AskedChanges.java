package org.scrutineer.comparison;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.PlacedFinding;
import org.scrutineer.records.RowChanges.Asked;

/**
 * Which changes to a dataset's rows the findings of the previous attempt asked for, or those of this one explain: a row
 * that was refused may appear, and one that is refused now is gone.
 */
final class AskedChanges {

    private AskedChanges() {}

    /** Whether a finding about the whole sheet asked for any of its rows. */
    static boolean ofWholeSheet(Dataset dataset, List<PlacedFinding> before) {
        return before.stream().anyMatch(one -> dataset.id().equals(one.dataset()) && one.row() == 0);
    }

    static List<Asked> of(Dataset dataset, List<PlacedFinding> before, List<PlacedFinding> now) {
        var asked = new ArrayList<Asked>();
        for (PlacedFinding one : before) {
            if (dataset.id().equals(one.dataset()) && one.row() > 0) {
                boolean oneCell = isAboutOneCell(dataset, one);
                // Once it is put right it may have another key: then the place it stood at tells it.
                boolean keyMayChange =
                        one.key() == null || !oneCell || dataset.key().contains(one.column());
                asked.add(new Asked(
                        one.key(), isRefused(one) && keyMayChange ? one.row() : null, oneCell ? one.column() : null));
            }
        }
        for (PlacedFinding one : now) {
            if (dataset.id().equals(one.dataset()) && one.key() != null && isRefused(one)) {
                asked.add(new Asked(one.key(), null, Asked.NO_COLUMN));
            }
        }
        return asked;
    }

    private static boolean isRefused(PlacedFinding one) {
        return one.finding().severity().compareTo(Severity.ERROR) <= 0;
    }

    /** A rule over a row, or a row that stands twice, may be put right in any of its cells. */
    private static boolean isAboutOneCell(Dataset dataset, PlacedFinding one) {
        String rule = one.finding().rule();
        return one.column() != null
                && !rule.equals("row-repeated")
                && dataset.rules().stream().noneMatch(known -> known.id().equals(rule));
    }
}
