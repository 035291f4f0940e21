package org.scrutineer.answers;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;

/**
 * All that the answer to a file is made from.
 *
 * @param name the name it was sent under, with or without folders
 * @param file where its bytes are
 * @param submission whose return it is; null where nobody can tell
 * @param findings worst first
 * @param columns where the datasets' columns were found
 * @param before where they were in the team's last accepted return; null where there is none or nobody asked
 * @param given what the team has answered to earlier findings, the latest first
 * @param stored whether it was received as a return, or only checked
 */
record AnsweredFile(
        String name,
        Path file,
        @Nullable Submission submission,
        Verdict verdict,
        List<Finding> findings,
        List<RowCount> counts,
        List<MatchedColumn> columns,
        @Nullable List<MatchedColumn> before,
        List<GivenAnswer> given,
        SinceLastTime.Told comparison,
        boolean stored) {

    static final SinceLastTime.Told NOTHING_COMPARED = new SinceLastTime.Told(List.of(), List.of());

    /** Whether somebody has to do something about a finding, be it only to look. */
    static boolean asks(Finding finding) {
        return finding.severity() != Severity.INFO && finding.waiver() == null;
    }

    /** How many things there are to correct or confirm. */
    long asked() {
        return findings.stream().filter(AnsweredFile::asks).count();
    }

    /** Without folders. */
    String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
