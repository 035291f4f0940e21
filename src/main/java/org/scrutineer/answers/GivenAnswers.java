package org.scrutineer.answers;

import java.util.List;
import org.scrutineer.intake.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's answers: what teams wrote into workbooks that went back to them, read when these were sent again. */
@Repository
public class GivenAnswers {

    private final JdbcClient jdbc;

    GivenAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the answers a return brought, in place of any kept for it before. */
    void replace(Submission submission, List<GivenAnswer> answers) {
        jdbc.sql("delete from answer where submission = ?")
                .param(submission.id())
                .update();
        int place = 0;
        for (GivenAnswer answer : answers) {
            jdbc.sql("insert into answer (submission, place_in_order, rule, sheet, cell, found, answer)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            submission.id(),
                            place++,
                            answer.rule(),
                            answer.sheet(),
                            answer.cell(),
                            answer.found(),
                            answer.answer())
                    .update();
        }
    }

    /** The answers that a return brought, in the order they were written in. */
    public List<GivenAnswer> of(Submission submission) {
        return select("a.submission = ? order by a.place_in_order", submission.id());
    }

    /** All answers of a team about its returns of a type for a period, the latest first. */
    List<GivenAnswer> about(Submission submission) {
        return select(
                "s.team = ? and s.return_type = ? and s.period = ?"
                        + " order by s.prepared_on desc, s.id desc, a.place_in_order",
                submission.team(),
                submission.returnType(),
                submission.period().toString());
    }

    private List<GivenAnswer> select(String condition, Object... parameters) {
        return jdbc.sql("select a.rule, a.sheet, a.cell, a.found, a.answer from answer a"
                        + " join submission s on s.id = a.submission where " + condition)
                .params(parameters)
                .query((row, number) -> new GivenAnswer(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }
}
