package org.scrutineer.locks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's locks and the processes that hold them. */
class LockTable {

    private final JdbcClient jdbc;

    LockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lock that somebody holds. */
    record Row(String subject, long fence, WorkingProcess holder, Instant beatAt, String doing, Instant since) {}

    /** Lets one process at a time go on until the end of its transaction. */
    void oneAtATime() {
        jdbc.sql("select fence from work_lock where subject = ? for update")
                .param(Work.EVERYTHING.subject())
                .query(Long.class)
                .single();
    }

    /** What is held, by subject. */
    List<Row> held() {
        return jdbc.sql("select l.subject, p.id, p.host, p.pid, p.started_at, p.beat_at, l.doing, l.since, l.fence"
                        + " from work_lock l join working_process p on p.id = l.holder order by l.subject")
                .query(LockTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString(1),
                row.getLong(9),
                new WorkingProcess(row.getString(2), row.getString(3), row.getLong(4), instant(row, 5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Gives a lock to a process, whoever had it, and returns its fence. */
    long give(String subject, WorkingProcess process, String doing, Instant since) {
        raise(subject);
        jdbc.sql("update work_lock set holder = ?, doing = ?, since = ? where subject = ?")
                .params(process.id(), doing, since.atOffset(ZoneOffset.UTC), subject)
                .update();
        return jdbc.sql("select fence from work_lock where subject = ?")
                .param(subject)
                .query(Long.class)
                .single();
    }

    /** Takes a lock from whoever has it, who can commit nothing from then on. */
    void free(String subject) {
        raise(subject);
    }

    private void raise(String subject) {
        int known = jdbc.sql("update work_lock set fence = fence + 1, holder = null, doing = null, since = null"
                        + " where subject = ?")
                .param(subject)
                .update();
        if (known == 0) {
            jdbc.sql("insert into work_lock (subject, fence) values (?, 1)")
                    .param(subject)
                    .update();
        }
    }

    void giveBack(String subject, WorkingProcess process, long fence) {
        jdbc.sql("update work_lock set holder = null, doing = null, since = null"
                        + " where subject = ? and holder = ? and fence = ?")
                .params(subject, process.id(), fence)
                .update();
    }

    /** Whether a lock is still a process's own; until the end of the transaction nobody can take it. */
    boolean isHeld(String subject, WorkingProcess process, long fence) {
        return !jdbc.sql("select fence from work_lock where subject = ? and holder = ? and fence = ? for update")
                .params(subject, process.id(), fence)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Notes that a process lives. */
    void beat(WorkingProcess process, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        int known = jdbc.sql("update working_process set beat_at = ? where id = ?")
                .params(at, process.id())
                .update();
        if (known == 0) {
            Instant started = process.startedAt();
            jdbc.sql("insert into working_process (id, host, pid, started_at, beat_at) values (?, ?, ?, ?, ?)")
                    .params(process.id(), process.host(), process.pid())
                    .param(started == null ? null : started.atOffset(ZoneOffset.UTC))
                    .param(at)
                    .update();
        }
    }

    /** Forgets processes that hold nothing and were last heard of before a time. */
    void forgetBefore(Instant time) {
        jdbc.sql("delete from working_process where beat_at < ? and not exists"
                        + " (select 1 from work_lock where holder = working_process.id)")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(WorkingProcess process) {
        jdbc.sql("delete from working_process where id = ? and not exists"
                        + " (select 1 from work_lock where holder = working_process.id)")
                .param(process.id())
                .update();
    }
}
