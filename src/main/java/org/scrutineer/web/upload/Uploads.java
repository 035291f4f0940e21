package org.scrutineer.web.upload;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.web.RoomPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's uploads. */
@RoomPart
class Uploads {

    private static final int OF_THE_HASH = 12;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    Uploads(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Notes an upload with its files.
     *
     * @param token of the form it came with
     * @return its number
     * @throws org.springframework.dao.DuplicateKeyException where that form was sent before
     */
    @Transactional
    public long record(String token, String account, List<Upload.File> files) {
        jdbc.sql("insert into upload (token, account, uploaded_at) values (?, ?, ?)")
                .params(token, account, utc(clock.instant()))
                .update();
        long number = jdbc.sql("select number from upload where token = ?")
                .param(token)
                .query(Long.class)
                .single();
        for (int place = 0; place < files.size(); place++) {
            Upload.File file = files.get(place);
            jdbc.sql("insert into uploaded_file (upload, place_in_order, name, file_hash, outcome, refusal)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            number,
                            place,
                            file.name(),
                            file.hash(),
                            file.outcome().name(),
                            file.refusal())
                    .update();
        }
        files.forEach(file -> trail.record(
                account,
                switch (file.outcome()) {
                    case TAKEN -> "return-uploaded";
                    case KNOWN -> "known-file-uploaded";
                    case REFUSED -> "upload-refused";
                },
                // Never its name, which may be a child's: entries stay when the file is deleted by a rule.
                "file with SHA-256 "
                        + file.hash()
                                .substring(0, Math.min(OF_THE_HASH, file.hash().length())),
                null,
                Map.of("file", file.hash(), "upload", Long.toString(number))));
        return number;
    }

    /** Notes that a file could not be kept after all. */
    @Transactional
    public void refuse(long number, int place, String refusal) {
        jdbc.sql("update uploaded_file set outcome = ?, refusal = ? where upload = ? and place_in_order = ?")
                .params(Upload.Outcome.REFUSED.name(), refusal, number, place)
                .update();
    }

    Optional<Upload> find(long number) {
        return select("where number = ?", number).stream().findFirst();
    }

    /** What came with a form. */
    Optional<Upload> withToken(String token) {
        return select("where token = ?", token).stream().findFirst();
    }

    /** What somebody uploaded since, newest first. */
    List<Upload> of(String account, Instant since) {
        return select("where account = ? and uploaded_at > ? order by number desc", account, utc(since));
    }

    private List<Upload> select(String condition, Object... parameters) {
        return jdbc.sql("select number, account, uploaded_at from upload " + condition)
                .params(parameters)
                .query((row, count) -> new Upload(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        files(row.getLong(1))))
                .list();
    }

    private List<Upload.File> files(long number) {
        return jdbc.sql("select name, file_hash, outcome, refusal from uploaded_file where upload = ?"
                        + " order by place_in_order")
                .param(number)
                .query((row, count) -> new Upload.File(
                        row.getString(1), row.getString(2), Upload.Outcome.valueOf(row.getString(3)), row.getString(4)))
                .list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
