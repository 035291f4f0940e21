package org.scrutineer.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.scrutineer.intake.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's list of files whose senders have been told that they arrived. */
@Repository
class ArrivedFiles {

    private final JdbcClient jdbc;
    private final Clock clock;

    ArrivedFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The hashes of files that were received after this moment and nobody has been told of, in the order they came. */
    List<String> unacknowledged(Instant since) {
        return jdbc.sql("select f.hash from received_file f where f.received_at > ?"
                        + " and not exists (select 1 from acknowledged_file a where a.file_hash = f.hash)"
                        + " order by f.received_at, f.hash")
                .param(OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query((row, number) -> row.getString(1))
                .list();
    }

    Optional<Acknowledgements.Told> told(String hash) {
        return jdbc.sql("select verdict, findings from acknowledged_file where file_hash = ?")
                .param(hash)
                .query((row, number) -> new Acknowledgements.Told(Verdict.of(row.getString(1)), row.getInt(2)))
                .optional();
    }

    void acknowledged(String hash, Verdict verdict, int findings) {
        jdbc.sql("insert into acknowledged_file (file_hash, verdict, findings, told_at) values (?, ?, ?, ?)")
                .params(hash, verdict.id(), findings, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
