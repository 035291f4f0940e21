package org.scrutineer.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.scrutineer.catalogue.RetentionRule.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's deletions: each is noted before anything is deleted, and done when no copy is left. */
@Repository
class Deletions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deletions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that was noted. */
    record Noted(long id, What what, String subject) {}

    /** Notes that something is due, and returns the number of the deletion. */
    long note(Due due) {
        jdbc.sql("insert into deletion (rule, terms, what, subject, noted_at) values (?, ?, ?, ?, ?)")
                .params(due.rule().id(), due.rule().terms(), due.what().id(), due.subject(), OffsetDateTime.now(clock))
                .update();
        return jdbc.sql("select max(id) from deletion").query(Long.class).single();
    }

    /** Those that were noted and not done, in that order. */
    List<Noted> pending() {
        return jdbc.sql("select id, what, subject from deletion where done_at is null order by id")
                .query((row, number) -> new Noted(row.getLong(1), what(row.getString(2)), row.getString(3)))
                .list();
    }

    private static What what(String id) {
        return List.of(What.values()).stream()
                .filter(what -> what.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void done(Noted deletion) {
        jdbc.sql("update deletion set done_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), deletion.id())
                .update();
    }
}
