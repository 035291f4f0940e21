package org.scrutineer.publication;

import org.scrutineer.workbook.WrittenFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's answers to members' questions. */
@Repository
class GivenToMembers {

    private final JdbcClient jdbc;

    GivenToMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number of the answer to a question: the one it got when it was asked first, or the next. Whoever asks holds the
     * release lock.
     *
     * @param madeFrom the runs its figures are from
     * @param newestRun the newest of them
     */
    int number(MembersQuestion question, String madeFrom, int newestRun) {
        return jdbc.sql("select number from member_answer where audience = ? and question = ? and made_from = ?")
                .params(question.audience(), question.text(), madeFrom)
                .query(Integer.class)
                .optional()
                .orElseGet(() -> first(question, madeFrom, newestRun));
    }

    private int first(MembersQuestion question, String madeFrom, int newestRun) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from member_answer")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into member_answer (number, audience, question, made_from, period, run)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        question.audience(),
                        question.text(),
                        madeFrom,
                        question.period().toString(),
                        newestRun)
                .update();
        return number;
    }

    /** Names the file of an answer. */
    void written(int number, String fileName, WrittenFile file) {
        jdbc.sql("update member_answer set file_name = ?, sha256 = ?, content_hash = ? where number = ?")
                .params(fileName, file.sha256(), file.contentHash(), number)
                .update();
    }

    /** The hash of an answer's file; empty where none was written yet. */
    String sha256(int number) {
        return jdbc.sql("select coalesce(sha256, '') from member_answer where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
