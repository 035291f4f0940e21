package org.scrutineer.pipeline;

import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Finding;

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

    boolean wants(Finding finding) {
        return finding.severity().compareTo(atLeast) <= 0
                && rule.map(finding.rule()::equals).orElse(true);
    }
}
