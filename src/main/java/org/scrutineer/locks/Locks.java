package org.scrutineer.locks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger's locks. A lock whose holder has died passes to the next who asks: at once where both are on one machine and
 * the operating system does not have the process any more, else once it has been silent for as long as its lease. As a
 * process may also stand still for that long and then go on, each lock has a fence, a number that rises when it
 * changes hands, and nothing is committed by a process that holds an older one: {@link FenceAtCommit} asks at the end of
 * each transaction, and whoever lets something appear outside the database asks before, see {@link #requireHeld}.
 *
 * <p>Works alike in one process and in several. May be used by several threads.
 */
public class Locks {

    private static final Logger LOG = LoggerFactory.getLogger(Locks.class);

    private final LockTable table;
    private final TransactionTemplate transaction;
    private final LocksProperties settings;
    private final Clock clock;
    private final WorkingProcess self;
    private final Predicate<WorkingProcess> runsHere;
    private final Runnable pause;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    /** All that may be this process's by now: those it holds, and those it is about to take. */
    private final Set<Held> own = ConcurrentHashMap.newKeySet();

    /**
     * @param transaction of its own, which is not fenced
     * @param runsHere whether a process of this machine is alive
     * @param pause for a moment, while another works
     */
    Locks(
            LockTable table,
            TransactionTemplate transaction,
            LocksProperties settings,
            Clock clock,
            WorkingProcess self,
            Predicate<WorkingProcess> runsHere,
            Runnable pause) {
        this.table = table;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
        this.self = self;
        this.runsHere = runsHere;
        this.pause = pause;
    }

    /** A lock, held until closed. */
    public final class Held implements AutoCloseable {

        private final Work work;
        private volatile long fence;

        private Held(Work work) {
            this.work = work;
        }

        /**
         * Gives the lock back, unless it was lost. Where the ledger is away it is nobody's as soon as this process, which
         * knows, asks for it or says that it lives; and all others' as soon as it does neither.
         */
        @Override
        public void close() {
            held.remove(this);
            own.remove(this);
            try {
                transaction.executeWithoutResult(status -> table.giveBack(work.subject(), self, fence));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("the ledger could not be told that the work on {} has ended", work.title());
            }
        }

        private boolean is(LockTable.Row row) {
            return work.subject().equals(row.subject()) && fence == row.fence();
        }

        private void require() {
            // Another thread may have given it back meanwhile, which is no loss: it is taken from the held ones first.
            if (!table.isHeld(work.subject(), self, fence) && held.contains(this)) {
                throw new LockLostException(work);
            }
        }
    }

    /**
     * Takes a lock, if it can be had now.
     *
     * @param doing what for, in a word or two, for others to read
     * @throws WorkInProgressException where somebody has it, be it this very process, or has what includes it
     */
    public Held take(Work work, String doing) {
        var taken = new Held(work);
        own.add(taken);
        try {
            transaction.executeWithoutResult(status -> taken.fence = give(work, doing));
        } catch (RuntimeException e) {
            own.remove(taken);
            throw e;
        }
        held.add(taken);
        return taken;
    }

    private long give(Work work, String doing) {
        table.oneAtATime();
        List<LockTable.Row> inTheWay = table.held().stream()
                .filter(row -> conflicts(row.subject(), work.subject()))
                .toList();
        Instant now = clock.instant();
        List<Holder> alive = inTheWay.stream()
                .filter(row -> lives(row, now))
                .map(Locks::holder)
                .toList();
        if (!alive.isEmpty()) {
            throw new WorkInProgressException(alive);
        }
        inTheWay.forEach(row -> table.free(row.subject()));
        table.forgetBefore(now.minus(settings.lease()));
        table.beat(self, now);
        return table.give(work.subject(), self, doing, now);
    }

    /**
     * Takes a lock that is held for short times only, and waits for whoever has it.
     *
     * @throws WorkInProgressException where it cannot be had for longer than one waits
     */
    public Held await(Work work, String doing) {
        Instant end = clock.instant().plus(settings.patience());
        while (true) {
            try {
                return take(work, doing);
            } catch (WorkInProgressException e) {
                if (clock.instant().isAfter(end)) {
                    throw e;
                }
                pause.run();
            }
        }
    }

    /**
     * Makes sure that every lock this process believes to hold is its own, and, within a transaction, stays so until the
     * end of it. Asked before something appears that no rollback takes back, such as a folder or a mail. Whoever asks
     * within a transaction must not wait for another transaction of this process afterwards, which would wait for this.
     *
     * @throws LockLostException where one has passed to another process
     */
    public void requireHeld() {
        held.forEach(Held::require);
    }

    /**
     * Lets one process at a time go on until the end of the transaction it is called in; for what takes a moment, such as
     * the next number of a run.
     */
    public void oneAtATime() {
        table.oneAtATime();
    }

    /** Who works on what now, the dead left out; by subject. */
    public List<Holder> holders() {
        Instant now = clock.instant();
        return table.held().stream()
                .filter(row -> lives(row, now))
                .map(Locks::holder)
                .toList();
    }

    /** Says that this process lives, where it holds anything, and gives back what it could not when it was done with it. */
    void beat() {
        if (!held.isEmpty()) {
            table.beat(self, clock.instant());
            table.held().stream()
                    .filter(row -> isOfThisProcess(row) && !isOwn(row))
                    .forEach(row -> table.giveBack(row.subject(), self, row.fence()));
        }
    }

    /** Is no process that works any more. */
    void leave() {
        transaction.executeWithoutResult(status -> table.forget(self));
    }

    private static boolean conflicts(String one, String other) {
        return one.equals(other) || Stream.of(one, other).anyMatch(Work.EVERYTHING.subject()::equals);
    }

    private boolean lives(LockTable.Row row, Instant now) {
        WorkingProcess process = row.holder();
        if (isOfThisProcess(row)) {
            return isOwn(row);
        }
        boolean inTime = !row.beatAt().plus(settings.lease()).isBefore(now);
        return inTime && (!process.host().equals(self.host()) || runsHere.test(process));
    }

    private boolean isOfThisProcess(LockTable.Row row) {
        return row.holder().id().equals(self.id());
    }

    /** Not where the ledger was away when it should have been given back, or when it was given and nobody heard of it. */
    private boolean isOwn(LockTable.Row row) {
        return own.stream().anyMatch(lock -> lock.is(row));
    }

    private static Holder holder(LockTable.Row row) {
        return new Holder(
                Work.of(row.subject()), row.holder().host(), row.holder().pid(), row.doing(), row.since());
    }
}
