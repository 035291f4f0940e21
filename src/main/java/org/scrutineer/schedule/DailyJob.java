package org.scrutineer.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.scrutineer.locks.WorkInProgressException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Something that is done once a calendar date. Whoever keeps the schedule asks again and again whether its time has come;
 * several processes may, at any time and as often as they like. A date is entered in the ledger before the work begins,
 * and never begun again; one that was cut off is gone on with. Dates whose time passed while nobody asked are entered as
 * missed, all but the newest, which makes up for them.
 */
final class DailyJob {

    private final String name;
    private final Timetable timetable;
    private final Duration grace;
    private final boolean catchesUp;
    private final Doing doing;
    private final JobDays days;
    private final Locks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What is done. */
    interface Doing {

        /** Does the work of a date, and says how it ended: done, failed or cut off. */
        JobDay.State on(LocalDate date);

        /**
         * Tells people of dates that were not done at their time, within the transaction that enters them.
         *
         * @param dates oldest first
         * @param caughtUp whether the newest of them is done now
         */
        void missed(List<LocalDate> dates, boolean caughtUp);
    }

    /**
     * @param name as the ledger has it, e.g. {@code night}
     * @param grace how late a date may be begun without being called missed
     * @param catchesUp whether a missed date is made up for at once, and not by the next one alone
     */
    DailyJob(
            String name,
            Timetable timetable,
            Duration grace,
            boolean catchesUp,
            Doing doing,
            JobDays days,
            Locks locks,
            TransactionTemplate transaction,
            Clock clock) {
        this.name = name;
        this.timetable = timetable;
        this.grace = grace;
        this.catchesUp = catchesUp;
        this.doing = doing;
        this.days = days;
        this.locks = locks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what is due, if anything is. Where another process is at it, or has the output folder to itself, nothing is. */
    void look() {
        try (Locks.Held held = locks.take(new Work("job-" + name, "The schedule"), name)) {
            Objects.requireNonNull(held);
            Optional<LocalDate> date = Objects.requireNonNull(transaction.execute(status -> enter()));
            date.ifPresent(this::carryOut);
        } catch (WorkInProgressException e) {
            // It is asked again in a moment.
            return;
        }
    }

    private void carryOut(LocalDate date) {
        JobDay.State end = JobDay.State.FAILED;
        try {
            end = doing.on(date);
        } finally {
            days.ended(name, date, end);
        }
    }

    /** The date to be done now. */
    private Optional<LocalDate> enter() {
        // Whoever began them holds the lock no more.
        days.cutOff(name);
        Optional<JobDay> newest = days.newest(name, 1).stream().findFirst();
        Instant now = clock.instant();
        DueDates due = DueDates.at(now, timetable, days.since(name), newest.map(JobDay::date), grace, catchesUp);
        due.missed().stream()
                .filter(date -> !due.toDo().equals(Optional.of(date)))
                .forEach(date -> days.add(name, date, timetable.on(date).orElseThrow(), JobDay.State.MISSED));
        if (!due.missed().isEmpty()) {
            doing.missed(due.missed(), due.toDo().isPresent());
        }
        if (due.toDo().isPresent()) {
            LocalDate date = due.toDo().get();
            days.add(name, date, timetable.on(date).orElseThrow(), JobDay.State.BEGUN);
            return due.toDo();
        }
        Optional<LocalDate> cutOff =
                newest.filter(day -> day.state() == JobDay.State.CUT_OFF).map(JobDay::date);
        cutOff.ifPresent(date -> days.goesOn(name, date));
        return cutOff;
    }
}
