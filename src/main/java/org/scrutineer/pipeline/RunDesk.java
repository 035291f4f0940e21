package org.scrutineer.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.locks.WorkInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Where people hand in work that takes longer than a page: one at a time, in the background, by the same door as every other
 * run. What became of it can be looked at until the process ends; what it did to the ledger stands there.
 */
@Component
public class RunDesk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunDesk.class);

    /** So many are remembered. */
    private static final int REMEMBERED = 50;

    private final Pipeline pipeline;
    private final AuditTrail trail;
    private final Clock clock;

    /** By id, in the order they were handed in. */
    private final Map<UUID, Job> jobs = new LinkedHashMap<>();

    private @Nullable ExecutorService thread;
    private @Nullable String closedFor;
    private boolean running;

    RunDesk(Pipeline pipeline, AuditTrail trail, Clock clock) {
        this.pipeline = pipeline;
        this.trail = trail;
        this.clock = clock;
    }

    /** What somebody wants to have done. */
    public sealed interface Request {

        /** @see Pipeline#run */
        record Current() implements Request {}

        /**
         * @param reason empty where none is needed
         * @see Pipeline#rerun
         */
        record Again(ReportingPeriod from, ReportingPeriod to, String reason) implements Request {}

        /** What {@link Current} would touch. */
        record PreviewOfCurrent() implements Request {}

        /** What {@link Again} would touch. */
        record PreviewOfAgain(ReportingPeriod from, ReportingPeriod to) implements Request {}

        /** @see Pipeline#rebuild */
        record AsIssued(int run, ReportingPeriod period) implements Request {}

        /** Whether the ledger is worked on, and not a copy of it: that can be stopped. */
        default boolean isRun() {
            return this instanceof Current || this instanceof Again;
        }
    }

    /** What became of it. */
    public sealed interface Outcome {

        record AtWork() implements Outcome {}

        record Ran(RunReport report) implements Outcome {}

        record Previewed(Preview preview) implements Outcome {}

        record Built(Rebuilt rebuilt) implements Outcome {}

        /** @param sentence why nothing was done, and what to do */
        record Refused(String sentence) implements Outcome {}

        /** @param sentence what happened, and what to do */
        record Failed(String sentence) implements Outcome {}
    }

    /**
     * Work that was handed in.
     *
     * @param who the account that did
     * @param at when
     */
    public record Job(UUID id, Request request, String who, Instant at, Outcome outcome) {

        public boolean isAtWork() {
            return outcome instanceof Outcome.AtWork;
        }
    }

    /**
     * Begins with something, unless that was handed in before.
     *
     * @param id made for the form it was asked for in: sent a second time, it is the same work
     * @param as has the work done by whoever asks for it
     * @return the work, which may have come to its end already
     * @throws RunRefusedException where something else is at work, or nothing is begun any more
     */
    public synchronized Job begin(UUID id, Request request, String who, UnaryOperator<Runnable> as) {
        Job known = jobs.get(id);
        if (known != null) {
            return known;
        }
        Optional<Job> busy = atWork();
        if (busy.isPresent()) {
            throw new RunRefusedException("Something that " + busy.get().who() + " has asked for is still at work.");
        }
        String closed = closedFor;
        if (closed != null) {
            throw new RunRefusedException(closed);
        }
        var job = new Job(id, request, who, clock.instant().truncatedTo(ChronoUnit.SECONDS), new Outcome.AtWork());
        jobs.put(id, job);
        new ArrayList<>(jobs.keySet())
                .stream().limit(Math.max(0, jobs.size() - REMEMBERED)).forEach(jobs::remove);
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "run-desk"));
        }
        thread.execute(as.apply(() -> work(job)));
        return job;
    }

    /** Whatever happens, the desk is free for the next afterwards. */
    private void work(Job job) {
        Outcome outcome =
                new Outcome.Failed("It broke off, and the log says why. Tell whoever looks after the server.");
        try {
            outcome = outcome(job.request(), job.who());
        } finally {
            ended(job, outcome);
        }
    }

    private synchronized void ended(Job job, Outcome outcome) {
        jobs.replace(job.id(), new Job(job.id(), job.request(), job.who(), job.at(), outcome));
    }

    private Outcome outcome(Request request, String who) {
        try {
            if (request instanceof Request.Again again) {
                return new Outcome.Ran(
                        pipeline.rerun(new RerunRequest(again.from(), again.to(), Optional.of(again.reason()), who)));
            }
            if (request instanceof Request.PreviewOfAgain again) {
                return new Outcome.Previewed(pipeline.preview(again.from(), again.to()));
            }
            if (request instanceof Request.PreviewOfCurrent) {
                return new Outcome.Previewed(pipeline.preview(Optional.empty()));
            }
            if (request instanceof Request.AsIssued issued) {
                return new Outcome.Built(
                        pipeline.rebuild(new RebuildRequest(issued.period(), Optional.of(issued.run()), who)));
            }
            return new Outcome.Ran(pipeline.run(Optional.empty(), who));
        } catch (RunRefusedException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (WorkInProgressException e) {
            return new Outcome.Refused(e.getMessage() + ". Wait for it to end, then start again.");
        } catch (IOException | RuntimeException e) {
            // The thread of the desk is the last that could tell of it.
            LOG.error("{} that {} asked for failed", request, who, e);
            return new Outcome.Failed(Troubles.sentence(e));
        }
    }

    /** What is at work now. */
    public synchronized Optional<Job> atWork() {
        return jobs.values().stream().filter(Job::isAtWork).findFirst();
    }

    /** What was handed in with an id; empty where nothing was since the process began, or long ago. */
    public synchronized Optional<Job> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** What is remembered, newest first. */
    public synchronized List<Job> newest() {
        var all = new ArrayList<>(jobs.values());
        Collections.reverse(all);
        return all;
    }

    /**
     * Asks the run that this process works on to stop at its next safe point, whoever began it, and notes who asked.
     *
     * @throws RunRefusedException where nothing is at work, or it was asked before
     */
    public void stopRun(Run run, String who) {
        if (!pipeline.atWork().map(Run::number).equals(Optional.of(run.number())) || !pipeline.stop()) {
            throw new RunRefusedException(
                    "Run " + run.number() + " of " + run.period().title() + " has ended, or was asked to stop before.");
        }
        trail.record(who, "run-stop-asked", "run " + run.number() + " of " + run.period(), null, Map.of());
    }

    /**
     * Takes nothing more, and waits until what is at work has ended.
     *
     * @param urgent whether it is to stop at its next safe point; asked again and again
     */
    public void end(BooleanSupplier urgent) {
        ExecutorService last;
        synchronized (this) {
            closedFor = "This service is about to start anew. Try again in a minute.";
            last = thread;
        }
        if (last == null) {
            return;
        }
        last.shutdown();
        try {
            do {
                if (urgent.getAsBoolean()) {
                    pipeline.stop();
                }
            } while (!last.awaitTermination(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the work in hand comes to its end", e);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public void stop() {
        end(() -> true);
        synchronized (this) {
            running = false;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** With the first to be stopped, as whatever works needs all else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
