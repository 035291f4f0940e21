package org.scrutineer.pipeline;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends what is at work at the next safe point: between two returns, between two steps, between two periods. Before the
 * application closes its ledger it asks for that too, and waits until the work has ended.
 */
@Component
class Stopping implements SmartLifecycle {

    private final RunLauncher launcher;
    private final ApplicationEventPublisher events;
    private int inHand;
    private boolean asked;
    private boolean running;

    Stopping(RunLauncher launcher, ApplicationEventPublisher events) {
        this.launcher = launcher;
        this.events = events;
    }

    /** Work that is to be waited for, until closed. */
    interface InHand extends AutoCloseable {
        @Override
        void close();
    }

    synchronized InHand begin() {
        inHand++;
        return this::end;
    }

    private synchronized void end() {
        inHand--;
        notifyAll();
    }

    /** Whether nothing more is to be begun. */
    synchronized boolean isAsked() {
        return asked;
    }

    /** Asks for the work to stop, and does not wait for it. */
    void ask() {
        synchronized (this) {
            if (asked || inHand == 0) {
                return;
            }
            asked = true;
        }
        events.publishEvent(new RunStopping());
        launcher.stop();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public void stop() {
        ask();
        synchronized (this) {
            running = false;
            while (inHand > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while the work in hand comes to its end", e);
                }
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
