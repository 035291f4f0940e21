package org.scrutineer.web;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.pipeline.RunsEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Has everything prepared, one after the other, whenever there may be something new. */
@RoomPart
final class Preparations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparations.class);

    /** Of how many periods: what people look at is new, or what that is compared with. */
    private static final int PERIODS = 2;

    private static final long PATIENCE_SECONDS = 60;

    private final List<Preparation> all;
    private final Runs runs;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Preparations::thread);
    private final AtomicBoolean waits = new AtomicBoolean();
    private volatile boolean closing;

    Preparations(List<Preparation> all, Runs runs) {
        this.all = List.copyOf(all);
        this.runs = runs;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "preparations");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @EventListener({ApplicationReadyEvent.class, RunsEnded.class})
    void begin() {
        if (waits.compareAndSet(false, true)) {
            thread.execute(this::prepare);
        }
    }

    private void prepare() {
        waits.set(false);
        runs.all().stream()
                .filter(run -> run.state() == Run.State.FINISHED)
                .map(Run::period)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(PERIODS)
                .flatMap(period -> runs.newest(period).stream())
                .forEach(run -> all.forEach(one -> prepare(one, run)));
    }

    private void prepare(Preparation preparation, Run run) {
        if (closing) {
            return;
        }
        try {
            preparation.prepare(run);
        } catch (IOException | RuntimeException e) {
            // Whoever asks for the page is told of it there.
            LOG.warn("{} is not prepared for run {}", preparation.getClass().getSimpleName(), run.number(), e);
        }
    }

    /** Waits for what is being done: to interrupt it could close the ledger's file. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("what is being prepared does not come to an end");
        }
    }
}
