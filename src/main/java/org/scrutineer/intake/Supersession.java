package org.scrutineer.intake;

import java.util.List;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Submissions.Checked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which attempt at a return took the place of another, and what the sender of the one that counts no more is told. */
@Repository
public class Supersession {

    /** The rule that bytes sent again break once they were superseded. */
    private static final String SENT_AGAIN = "superseded-sent-again";

    /** The rule that an older attempt breaks which arrives after a newer one. */
    private static final String PREPARED_EARLIER = "prepared-on-earlier";

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Findings findings;

    Supersession(JdbcClient jdbc, Submissions submissions, Findings findings) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.findings = findings;
    }

    /** Lets a newer attempt take the place of an older one. */
    public void supersede(Submission older, Submission newer) {
        jdbc.sql("update submission set superseded_by = ? where id = ?")
                .params(newer.id(), older.id())
                .update();
    }

    /** Tells of a return that arrived after one prepared later, which goes on counting. */
    public void tellPreparedEarlier(Submission older, Submission counting) {
        findings.add(
                older.id(),
                new Finding(
                        PREPARED_EARLIER,
                        Severity.WARNING,
                        older.fileName(),
                        null,
                        null,
                        TypedText.written(older.preparedOn()),
                        "a Prepared on after " + TypedText.written(counting.preparedOn()) + ", that of "
                                + counting.fileName() + ", which came before it and goes on counting",
                        "Nothing, if the return is the older one. If it should count, raise Prepared on and send it"
                                + " again."));
    }

    /**
     * What the sender of a superseded return should know of it: that it came too late, or was sent again. Nothing once a
     * still newer return has arrived.
     */
    public List<Finding> findingsOf(Submission superseded) {
        boolean settled = !submissions
                .select(
                        "join submission newer on newer.id = s.superseded_by where s.id = ?"
                                + " and newer.superseded_by is null",
                        superseded.id())
                .isEmpty();
        return settled
                ? findings.of(superseded).stream()
                        .filter(finding -> finding.rule().equals(SENT_AGAIN)
                                || finding.rule().equals(PREPARED_EARLIER))
                        .toList()
                : List.of();
    }

    /** Tells of bytes that were superseded and lie in the drop folder anew, with the return they belong to. */
    void tellSentAgain(String fileHash, String name) {
        for (Checked again : submissions.select(
                "where s.file_hash = ? and s.superseded_by is not null and s.deletion is null", fileHash)) {
            Checked newer = submissions
                    .select(
                            "where s.id = (select superseded_by from submission where id = ?)",
                            again.submission().id())
                    .get(0);
            findings.addBetweenRuns(
                    again.submission().id(),
                    new Finding(
                            SENT_AGAIN,
                            Severity.WARNING,
                            again.submission().fileName(),
                            null,
                            null,
                            name,
                            "a return with a later Prepared on: these are the very bytes that "
                                    + newer.submission().fileName() + ", prepared on "
                                    + TypedText.written(newer.submission().preparedOn())
                                    + ", has taken the place of, and they count for nothing",
                            "Raise Prepared on in the return that should count, and send it again."));
        }
    }
}
