package org.scrutineer.lint;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a publication does without, and why.
 *
 * @param sheet null where it is waived on all sheets
 * @param reason as the officer who waived it put it
 */
public record LintWaiver(Rule rule, @Nullable String sheet, String reason) {

    boolean covers(Problem problem) {
        return problem.rule() == rule && (sheet == null || sheet.equals(problem.sheet()));
    }
}
