package org.scrutineer.publication;

import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * Told within the transaction that names a run's publications in the ledger: what a listener writes there is committed with
 * them, or not at all.
 *
 * @param audiences the ids of those it published for, in the catalogue's order
 */
public record RunPublished(int run, ReportingPeriod period, List<String> audiences) {

    public RunPublished {
        audiences = List.copyOf(audiences);
    }
}
