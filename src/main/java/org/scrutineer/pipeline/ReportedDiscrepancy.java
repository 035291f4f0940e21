package org.scrutineer.pipeline;

import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.reconciliation.Discrepancy;

/**
 * Something that only shows across returns, with the run that asked.
 *
 * @param run the newest finished run of the period
 * @param teams the names of the teams it concerns
 */
public record ReportedDiscrepancy(ReportingPeriod period, int run, List<String> teams, Discrepancy discrepancy) {

    /** As {@link ReportedFinding#kind()}. */
    public static final String KIND = "across returns";

    public ReportedDiscrepancy {
        teams = List.copyOf(teams);
    }
}
