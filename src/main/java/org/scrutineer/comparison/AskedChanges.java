package org.scrutineer.comparison;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.PlacedFinding;
import org.scrutineer.intake.PlacedFinding.Place;
import org.scrutineer.records.RowChanges.Asked;

/**
 * Which changes to a dataset's rows the findings of the previous attempt asked for, or those of this one explain: a row
 * that was refused may appear, and one that is refused now is gone.
 */
final class AskedChanges {

    private AskedChanges() {}

    /** Whether a finding about the whole sheet asked for any of its rows. */
    static boolean ofWholeSheet(Dataset dataset, List<PlacedFinding> before) {
        return before.stream()
                .map(PlacedFinding::first)
                .anyMatch(place -> dataset.id().equals(place.dataset()) && place.row() == 0);
    }

    static List<Asked> of(Dataset dataset, List<PlacedFinding> before, List<PlacedFinding> now) {
        var asked = new ArrayList<Asked>();
        for (PlacedFinding one : before) {
            boolean wholeRow = isAboutWholeRow(dataset, one.finding());
            for (Place place : one.places()) {
                if (dataset.id().equals(place.dataset()) && place.row() > 0) {
                    String column = wholeRow ? null : place.column();
                    // Once it is put right it may have another key: then the place it stood at tells it.
                    boolean keyMayChange = place.key() == null
                            || column == null
                            || dataset.key().contains(column);
                    Integer row = one.finding().keepsOut() && keyMayChange ? place.row() : null;
                    asked.add(new Asked(place.key(), row, column));
                }
            }
        }
        for (PlacedFinding one : now) {
            Place place = one.first();
            if (dataset.id().equals(place.dataset())
                    && place.key() != null
                    && one.finding().keepsOut()) {
                asked.add(new Asked(place.key(), null, Asked.NO_COLUMN));
            }
        }
        return asked;
    }

    /** A row that stands twice, or that breaks a rule which names no further cell, may be put right in any cell. */
    private static boolean isAboutWholeRow(Dataset dataset, Finding finding) {
        return finding.rule().equals("row-repeated")
                || (finding.also().isEmpty()
                        && dataset.rules().stream().anyMatch(known -> known.id().equals(finding.rule())));
    }
}
