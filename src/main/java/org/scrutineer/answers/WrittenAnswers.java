package org.scrutineer.answers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's list of what has been answered, so that nothing is answered twice, and no answer taken for a return. */
@Repository
class WrittenAnswers {

    private final JdbcClient jdbc;

    WrittenAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file of the check folder that was checked.
     *
     * @param answerName where the answer is, relative to the check folder
     * @param answerHash SHA-256 of the answer as it was written
     */
    record CheckedFile(String answerName, String answerHash) {}

    boolean has(long submission) {
        return count("select count(*) from answered_return where submission = ?", submission) > 0;
    }

    /** Whether a file in the folder of answers is the answer to some return, or was; the name has forward slashes. */
    boolean isTaken(String fileName) {
        return count("select count(*) from answered_return where file_name = ?", fileName) > 0
                || count("select count(*) from former_answer where file_name = ?", fileName) > 0;
    }

    void add(long submission, String fileName) {
        jdbc.sql("insert into answered_return (submission, file_name) values (?, ?)")
                .params(submission, fileName)
                .update();
    }

    /** Where the answer to a return is, relative to the folder of answers, with forward slashes. */
    Optional<String> of(Submission submission) {
        return jdbc.sql("select file_name from answered_return where submission = ?")
                .param(submission.id())
                .query(String.class)
                .optional();
    }

    /** Where the answers to a return or another file are or were, in the same way; by name. */
    List<String> all(long submission) {
        return jdbc.sql("select file_name from answered_return where submission = ? union"
                        + " select file_name from former_answer where submission = ? union"
                        + " select file_name from answer_on_arrival where submission = ? order by 1")
                .params(submission, submission, submission)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Notes an answer that was written when its return arrived, and that a run's answer will take the place of. */
    void addOnArrival(long submission, String fileName) {
        jdbc.sql("insert into answer_on_arrival (submission, file_name) values (?, ?)")
                .params(submission, fileName)
                .update();
    }

    boolean isTakenOnArrival(String fileName) {
        return count("select count(*) from answer_on_arrival where file_name = ?", fileName) > 0;
    }

    /** Where the answer is that was written when a return arrived, relative to the folder of answers. */
    Optional<String> onArrival(long submission) {
        return jdbc.sql("select file_name from answer_on_arrival where submission = ?")
                .param(submission)
                .query(String.class)
                .optional();
    }

    void forgetOnArrival(long submission) {
        jdbc.sql("delete from answer_on_arrival where submission = ?")
                .param(submission)
                .update();
    }

    /** The files nobody can tell the return of, that have not been answered yet. */
    List<Submissions.Unrecognised> unansweredUnrecognised(Submissions submissions) {
        return submissions.unrecognised().stream()
                .filter(file -> !has(file.submission()))
                .toList();
    }

    Optional<CheckedFile> checked(String hash) {
        return jdbc.sql("select answer_name, answer_hash from checked_file where hash = ?")
                .param(hash)
                .query((row, number) -> new CheckedFile(row.getString(1), row.getString(2)))
                .optional();
    }

    boolean isAnswer(String hash) {
        return count("select count(*) from checked_file where answer_hash = ?", hash) > 0;
    }

    void addChecked(String hash, Path answer, String answerHash) {
        jdbc.sql("delete from checked_file where hash = ?").param(hash).update();
        jdbc.sql("insert into checked_file (hash, answer_name, answer_hash) values (?, ?, ?)")
                .params(hash, answer.toString().replace('\\', '/'), answerHash)
                .update();
    }

    private long count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
