package org.scrutineer.pipeline;

import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Finding;
import org.scrutineer.reconciliation.Discrepancy;

/**
 * Which findings are wanted.
 *
 * @param period empty for all, which alone includes files that belong to none
 * @param team its id; empty for all, as {@code period}
 * @param atLeast this severity or worse
 * @param rule empty for all
 */
public record FindingsFilter(
        Optional<ReportingPeriod> period, Optional<String> team, Severity atLeast, Optional<String> rule) {

    boolean wants(ReportingPeriod other) {
        return period.map(other::equals).orElse(true);
    }

    boolean wants(Finding finding) {
        return wants(finding.severity(), finding.rule());
    }

    boolean wants(Discrepancy discrepancy) {
        return wants(discrepancy.severity(), discrepancy.rule())
                && team.map(discrepancy.teams()::contains).orElse(true);
    }

    private boolean wants(Severity severity, String ruleId) {
        return severity.compareTo(atLeast) <= 0 && rule.map(ruleId::equals).orElse(true);
    }
}
