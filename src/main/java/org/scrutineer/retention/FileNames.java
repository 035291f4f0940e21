package org.scrutineer.retention;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names of received files in the ledger, which their senders chose: one may be a child's. A file that is deleted is called
 * from then on by what it was and by the beginning of its hash.
 */
@Component
class FileNames {

    private static final int OF_THE_HASH = 12;

    /** As the outbox keeps the text of a mail. */
    private static final String MAIL_WITHOUT_TEXT =
            "[{\"paragraph\":\"What it said was deleted with the return it was about.\"}]";

    private static final String UPLOAD_WITHOUT_REASON = "What was wrong with it was deleted with its name.";

    /** Texts that name files; each is given the old name, the new one, and the file's submission. */
    private static final List<String> IN_TEXTS = List.of(
            "update discrepancy set expected = replace(expected, ?, ?) where run in"
                    + " (select i.run from run_input i where i.submission = ?)",
            "update discrepancy set remedy = replace(remedy, ?, ?) where run in"
                    + " (select i.run from run_input i where i.submission = ?)",
            "update finding set expected = replace(expected, ?, ?) where submission in (select o.id from submission o,"
                    + " submission s where o.period = s.period and s.id = ?)",
            "update finding set remedy = replace(remedy, ?, ?) where submission in (select o.id from submission o,"
                    + " submission s where o.period = s.period and s.id = ?)",
            "update finding set found = replace(found, ?, ?) where submission in (select o.id from submission o,"
                    + " submission s where o.period = s.period and s.id = ?)");

    private final JdbcClient jdbc;

    FileNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Named(String hash, String name, String newName) {}

    /** Takes the name of a return's file; what needs it to find files must have been done, or use other names. */
    void forget(long submission, long deletion) {
        Named file = jdbc.sql("select f.hash, f.name, s.return_type, s.team, s.period from submission s"
                        + " join received_file f on f.hash = s.file_hash where s.id = ?")
                .param(submission)
                .query((row, number) -> new Named(
                        row.getString(1),
                        row.getString(2),
                        newName(row.getString(1), row.getString(3), row.getString(4), row.getString(5))))
                .single();
        for (String sql : IN_TEXTS) {
            jdbc.sql(sql).params(file.name(), file.newName(), submission).update();
        }
        jdbc.sql("update discrepancy_cell set file_name = ? where file_name = ? and run in"
                        + " (select i.run from run_input i where i.submission = ?)")
                .params(file.newName(), file.name(), submission)
                .update();
        jdbc.sql("update received_file set name = ? where hash = ?")
                .params(file.newName(), file.hash())
                .update();
        jdbc.sql("update uploaded_file set name = ?, deletion = ? where file_hash = ? and deletion is null")
                .params(file.newName(), deletion, file.hash())
                .update();
        jdbc.sql("update delivery set body = ? where message_key like ?")
                .params(MAIL_WITHOUT_TEXT, "%" + file.hash() + "%")
                .update();
    }

    /** Takes the name of an uploaded file that became no return, and what was wrong with it, which may name its sheets. */
    void forget(UploadedFile file, long deletion) {
        String hash = jdbc.sql("select file_hash from uploaded_file where upload = ? and place_in_order = ?")
                .params(file.upload(), file.place())
                .query((row, number) -> row.getString(1))
                .single();
        jdbc.sql("update uploaded_file set name = ?, refusal = case when refusal = '' then '' else ? end, deletion = ?"
                        + " where upload = ? and place_in_order = ?")
                .params(
                        hash.isEmpty() ? "file" : newName(hash, null, null, null),
                        UPLOAD_WITHOUT_REASON,
                        deletion,
                        file.upload(),
                        file.place())
                .update();
    }

    private static String newName(String hash, @Nullable String type, @Nullable String team, @Nullable String period) {
        String what = type == null ? "file" : type + " of " + team + " for " + period;
        return what + ", SHA-256 " + hash.substring(0, Math.min(OF_THE_HASH, hash.length()));
    }

    /** Takes the names of the answers to a return, once these are deleted. That it was answered stays. */
    void forgetAnswers(String hash) {
        String ofTheFile = " where submission in (select s.id from submission s where s.file_hash = ?"
                + " and s.deletion is not null)";
        jdbc.sql("update answered_return set file_name = 'deleted/' || cast(submission as varchar(20))" + ofTheFile)
                .param(hash)
                .update();
        jdbc.sql("delete from former_answer" + ofTheFile).param(hash).update();
        jdbc.sql("delete from answer_on_arrival" + ofTheFile).param(hash).update();
    }

    /**
     * Takes the names that copies of deleted files had in the drop folder, where they are not there any more.
     *
     * @return whether there were any
     */
    boolean forgetSightings(Path input) {
        List<String> seen = jdbc.sql(
                        "select distinct g.name from sighting g join submission s on s.file_hash = g.file_hash"
                                + " where s.deletion is not null")
                .query((row, number) -> row.getString(1))
                .list();
        int forgotten = 0;
        for (String name : seen) {
            if (!Files.exists(input.resolve(name))) {
                forgotten += jdbc.sql("delete from sighting where name = ? and file_hash in"
                                + " (select s.file_hash from submission s where s.deletion is not null)")
                        .param(name)
                        .update();
            }
        }
        return forgotten > 0;
    }
}
