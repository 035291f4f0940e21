package org.scrutineer.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's columns: where each was found in a return. */
@Repository
public class MatchedColumns {

    private final JdbcClient jdbc;
    private final Submissions submissions;

    MatchedColumns(JdbcClient jdbc, Submissions submissions) {
        this.jdbc = jdbc;
        this.submissions = submissions;
    }

    /** The columns found in a return, by dataset and from left to right. */
    public List<MatchedColumn> of(Submission submission) {
        return jdbc.sql("select dataset, column_name, sheet, sheet_column, header from matched_column"
                        + " where submission = ? order by dataset, sheet_column, column_name")
                .param(submission.id())
                .query((row, number) -> new MatchedColumn(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5)))
                .list();
    }

    /** The return of the same type that was accepted from the team last before this one, by period and preparation. */
    public Optional<Submission> acceptedBefore(Submission submission) {
        return submissions
                .select(
                        "where s.team = ? and s.return_type = ? and s.verdict in (?, ?)"
                                + " and (s.period < ? or (s.period = ? and (s.prepared_on < ?"
                                + " or (s.prepared_on = ? and s.id < ?))))"
                                + " order by s.period desc, s.prepared_on desc, s.id desc",
                        submission.team(),
                        submission.returnType(),
                        Verdict.ACCEPTED.id(),
                        Verdict.ACCEPTED_WITH_FINDINGS.id(),
                        submission.period().toString(),
                        submission.period().toString(),
                        submission.preparedOn(),
                        submission.preparedOn(),
                        submission.id())
                .stream()
                .map(Submissions.Checked::submission)
                .findFirst();
    }
}
