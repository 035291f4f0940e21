package org.scrutineer.pipeline;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets this process work on one thing after another, and ends what is at work at the next safe point: between two returns,
 * between two steps, between two periods. Before the application closes its ledger it asks for that too, and waits until
 * the work has ended.
 */
@Component
class Stopping implements SmartLifecycle {

    private final Runnable stopJob;
    private final ApplicationEventPublisher events;
    private int inHand;
    private boolean atWork;
    private boolean asked;
    private boolean closing;
    private boolean running;

    @Autowired
    Stopping(RunLauncher launcher, ApplicationEventPublisher events) {
        this(launcher::stop, events);
    }

    /** @param stopJob asks the job that is at work to stop */
    Stopping(Runnable stopJob, ApplicationEventPublisher events) {
        this.stopJob = stopJob;
        this.events = events;
    }

    /** Work that is to be waited for, until closed. */
    interface InHand extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for its turn: whatever was begun before comes to its end first. */
    synchronized InHand begin() {
        inHand++;
        try {
            while (atWork) {
                pause();
            }
        } catch (IllegalStateException interrupted) {
            inHand--;
            throw interrupted;
        }
        atWork = true;
        return this::end;
    }

    /** What was asked to stop has stopped; what comes after it was not asked, unless all is. */
    private synchronized void end() {
        inHand--;
        atWork = false;
        asked = false;
        notifyAll();
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the work in hand comes to its end", e);
        }
    }

    /** Whether nothing more is to be begun. */
    synchronized boolean isAsked() {
        return asked || closing;
    }

    /**
     * Asks for the work to stop, and does not wait for it.
     *
     * @return false where nothing is at work, or it was asked before
     */
    boolean ask() {
        synchronized (this) {
            if (asked || inHand == 0) {
                return false;
            }
            asked = true;
        }
        events.publishEvent(new RunStopping());
        stopJob.run();
        return true;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public void stop() {
        synchronized (this) {
            closing = true;
        }
        ask();
        synchronized (this) {
            running = false;
            while (inHand > 0) {
                pause();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** The first to be stopped: whatever works needs all else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
