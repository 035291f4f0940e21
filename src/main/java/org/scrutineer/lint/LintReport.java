package org.scrutineer.lint;

import java.util.List;

/**
 * What a workbook breaks.
 *
 * @param problems that nothing waives, in the order of the workbook's sheets and cells
 * @param waived those that a waiver covers
 * @param idle waivers that cover nothing
 */
public record LintReport(List<Problem> problems, List<Problem> waived, List<LintWaiver> idle) {

    public LintReport {
        problems = List.copyOf(problems);
        waived = List.copyOf(waived);
        idle = List.copyOf(idle);
    }
}
