package org.scrutineer.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.scrutineer.pipeline.Pipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Keeps the timetable while it is started: asks every job again and again whether its time has come. A job that fails is
 * logged and asked again; it never takes the others with it.
 */
@Component
public class Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    /** How often the daily jobs are asked, which is how late they may begin. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);

    /** One for each of the jobs, so that mail goes out and files are acknowledged while a night's run works. */
    private static final int JOBS = 4;

    private final DailyJob nights;
    private final DailyJob reminding;
    private final Acknowledgements acknowledgements;
    private final MailRound mail;
    private final Pipeline pipeline;
    private final ScheduleProperties settings;
    private final Clock clock;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    Schedule(
            DailyJob nights,
            DailyJob reminding,
            Acknowledgements acknowledgements,
            MailRound mail,
            Pipeline pipeline,
            ScheduleProperties settings,
            Clock clock) {
        this.nights = nights;
        this.reminding = reminding;
        this.acknowledgements = acknowledgements;
        this.mail = mail;
        this.pipeline = pipeline;
        this.settings = settings;
        this.clock = clock;
    }

    /** Something that is asked whether its time has come. */
    @FunctionalInterface
    private interface Job {
        void look() throws IOException;
    }

    /**
     * Begins to keep the timetable, on threads of its own.
     *
     * @throws IOException where the catalogue cannot be put into the archive, as nothing could be explained by it then
     */
    public void start() throws IOException {
        pipeline.keepCatalogue();
        scheduler.setPoolSize(JOBS);
        scheduler.setThreadNamePrefix("schedule-");
        scheduler.setClock(clock);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.initialize();
        every(ASKED_EVERY, "the night's run", nights::look);
        every(ASKED_EVERY, "reminders", reminding::look);
        every(settings.acknowledge(), "acknowledgements", acknowledgements::look);
        every(settings.mail(), "mail", mail::look);
    }

    private void every(Duration interval, String what, Job job) {
        if (!interval.isZero()) {
            scheduler.scheduleWithFixedDelay(() -> ask(what, job), interval);
        }
    }

    private void ask(String what, Job job) {
        if (stopping.get()) {
            return;
        }
        try {
            job.look();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("{} failed, and will be tried again: a folder cannot be read or written", what, e);
        } catch (RuntimeException e) {
            LOG.error("{} failed, and will be tried again", what, e);
        }
    }

    /** Begins nothing more, asks what is at work to stop at its next safe point, and waits until it has. */
    public void stop() {
        end(() -> true);
    }

    /**
     * Begins nothing more, and waits until what is at work has ended.
     *
     * @param urgent whether what is at work is to stop at its next safe point; asked again and again
     */
    public void end(BooleanSupplier urgent) {
        stopping.set(true);
        scheduler.shutdown();
        try {
            do {
                // Whatever had just begun when it was asked first is asked again.
                if (urgent.getAsBoolean()) {
                    pipeline.stop();
                }
            } while (!scheduler.getScheduledExecutor().awaitTermination(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the work in hand comes to its end", e);
        }
    }
}
