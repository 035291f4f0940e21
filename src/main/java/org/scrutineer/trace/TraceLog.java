package org.scrutineer.trace;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.scrutineer.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who asked to see values of personal columns, of what, and why. An entry is never changed. */
@Repository
public class TraceLog {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    TraceLog(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Notes that rows of returns are shown with their personal values masked; meant to be called before they are.
     *
     * @param who the account
     * @param subject the figure or cell, as it was asked for
     */
    @Transactional
    public void looked(String who, String subject) {
        trail.record(who, "rows-shown", subject, null, Map.of());
    }

    /**
     * Notes that values are shown; meant to be called before they are.
     *
     * @param who the account
     * @param subject the figure or cell, as it was asked for
     */
    @Transactional
    public void record(String who, String subject, String reason) {
        jdbc.sql("insert into trace_log (asked_at, who, subject, reason) values (?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), who, subject, reason)
                .update();
        trail.record(who, "personal-values-shown", subject, reason, Map.of());
    }
}
