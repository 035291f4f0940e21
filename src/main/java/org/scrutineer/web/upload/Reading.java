package org.scrutineer.web.upload;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.scrutineer.schedule.Acknowledgements;
import org.scrutineer.web.RoomPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Has the drop folder looked into at once, as the schedule does every few minutes, so that nobody waits for that. */
@RoomPart
class Reading implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    /** What is cut off then is read by the next look. */
    private static final int LONGEST_LOOK_SECONDS = 60;

    private final Acknowledgements acknowledgements;
    private final Executor thread;
    private final Runnable end;

    @Autowired
    Reading(Acknowledgements acknowledgements) {
        var one = new ThreadPoolTaskExecutor();
        one.setCorePoolSize(1);
        one.setMaxPoolSize(1);
        one.setThreadNamePrefix("upload-");
        one.setWaitForTasksToCompleteOnShutdown(true);
        one.setAwaitTerminationSeconds(LONGEST_LOOK_SECONDS);
        one.initialize();
        this.acknowledgements = acknowledgements;
        this.thread = one;
        this.end = one::shutdown;
    }

    Reading(Acknowledgements acknowledgements, Executor thread) {
        this.acknowledgements = acknowledgements;
        this.thread = thread;
        this.end = () -> {};
    }

    void begin() {
        thread.execute(this::look);
    }

    private void look() {
        try {
            acknowledgements.look();
        } catch (IOException | RuntimeException e) {
            LOG.error("what was uploaded cannot be read now; the schedule tries again", e);
        }
    }

    @Override
    public void destroy() {
        end.run();
    }
}
