package org.scrutineer.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.KeptOutRows.KeptOut;
import org.scrutineer.intake.Amendment;
import org.scrutineer.reconciliation.Discrepancy;

/**
 * What checking did to a run's figures, beyond what each return's counts tell.
 *
 * @param discrepancies what only shows across returns
 * @param secondOpinions how many figures of each headline indicator, by its code, were worked out twice and agree
 */
record Checking(
        List<KeptOut> keptOut,
        List<Waived> waived,
        List<Amended> amended,
        List<Discrepancy> discrepancies,
        Map<String, Integer> secondOpinions) {

    static final Checking NOTHING = new Checking(List.of(), List.of(), List.of(), List.of(), Map.of());

    /**
     * How many findings of a rule were put up with in a return, and why.
     *
     * @param indicators the codes of the figures that the rows concerned may be in
     */
    record Waived(String team, String returnType, String rule, String waiver, int count, Set<String> indicators) {

        Waived {
            indicators = Set.copyOf(indicators);
        }

        boolean touches(Indicator indicator) {
            return indicators.contains(indicator.id());
        }
    }

    /** A cell of a file that was read differently, or a row left out. */
    record Amended(String file, String team, String returnType, Amendment amendment) {}

    Checking {
        keptOut = List.copyOf(keptOut);
        waived = List.copyOf(waived);
        amended = List.copyOf(amended);
        discrepancies = List.copyOf(discrepancies);
        secondOpinions = Map.copyOf(secondOpinions);
    }
}
