package org.scrutineer.publication;

import java.util.List;
import java.util.function.ToLongFunction;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;

/**
 * A return that was checked, and what became of it. It holds nothing that was typed into its rows.
 *
 * @param counts whether the run's figures are made from its rows
 */
record SeenReturn(
        Submission submission,
        Verdict verdict,
        boolean superseded,
        boolean counts,
        List<RowCount> rows,
        List<FindingCount> findings) {

    /**
     * How often a rule was broken in a return.
     *
     * @param months for how many months running, in the column where it has been broken longest; at least 1
     */
    record FindingCount(String rule, Severity severity, int count, int months) {

        /** Some more of the same. */
        FindingCount and(FindingCount more) {
            return new FindingCount(rule, severity, count + more.count, Math.max(months, more.months));
        }
    }

    SeenReturn {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** For people, e.g. {@code Accepted, with findings}. */
    String outcome() {
        if (superseded) {
            return "Superseded by a later return";
        }
        return switch (verdict) {
            case ACCEPTED -> "Accepted";
            case ACCEPTED_WITH_FINDINGS -> "Accepted, with findings";
            case HELD -> "Held: a person must say which of two returns counts";
            case REFUSED -> "Refused";
        };
    }

    long total(ToLongFunction<RowCount> of) {
        return rows.stream().mapToLong(of).sum();
    }

    /** Findings that keep a row or the whole return out. */
    int toCorrect() {
        return findings.stream()
                .filter(finding -> finding.severity().compareTo(Severity.ERROR) <= 0)
                .mapToInt(FindingCount::count)
                .sum();
    }
}
