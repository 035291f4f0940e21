package org.scrutineer.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's dates of each job. That a date has one row is what keeps it from being done twice. */
@Repository
class JobDays {

    private final JdbcClient jdbc;
    private final Clock clock;

    JobDays(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Since when a job is kept: what should have been done before is nobody's debt. The first call says since now. */
    @Transactional
    public Instant since(String job) {
        Optional<Instant> known = keptSince(job);
        if (known.isPresent()) {
            return known.get();
        }
        Instant now = now();
        jdbc.sql("insert into scheduled_job (job, since) values (?, ?)")
                .params(job, utc(now))
                .update();
        return now;
    }

    /** The same; empty where nobody has kept it yet. */
    Optional<Instant> keptSince(String job) {
        return jdbc.sql("select since from scheduled_job where job = ?")
                .param(job)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The dates of a job, newest first. */
    List<JobDay> newest(String job, int count) {
        return jdbc.sql("select date_of_job, planned_at, begun_at, state from scheduled_day where job = ?"
                        + " order by date_of_job desc fetch first " + count + " rows only")
                .param(job)
                .query((row, number) -> new JobDay(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        JobDay.State.of(row.getString(4))))
                .list();
    }

    void add(String job, LocalDate date, Instant plannedAt, JobDay.State state) {
        @Nullable OffsetDateTime begunAt = state == JobDay.State.BEGUN ? utc(now()) : null;
        jdbc.sql("insert into scheduled_day (job, date_of_job, planned_at, begun_at, state) values (?, ?, ?, ?, ?)")
                .params(job, date, utc(plannedAt))
                .param(begunAt)
                .param(state.id())
                .update();
    }

    void ended(String job, LocalDate date, JobDay.State state) {
        jdbc.sql("update scheduled_day set state = ?, ended_at = ? where job = ? and date_of_job = ?")
                .params(state.id(), utc(now()), job, date)
                .update();
    }

    /** A date that was cut off is at work again. */
    void goesOn(String job, LocalDate date) {
        jdbc.sql("update scheduled_day set state = ?, ended_at = null where job = ? and date_of_job = ?")
                .params(JobDay.State.BEGUN.id(), job, date)
                .update();
    }

    /** Those that were begun by a process that is no more. */
    void cutOff(String job) {
        jdbc.sql("update scheduled_day set state = ?, ended_at = ? where job = ? and state = ?")
                .params(JobDay.State.CUT_OFF.id(), utc(now()), job, JobDay.State.BEGUN.id())
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
