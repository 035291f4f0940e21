package org.scrutineer.schedule;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.scrutineer.audit.Actor;
import org.scrutineer.distribution.Letters;
import org.scrutineer.distribution.Message.Line;
import org.scrutineer.locks.WorkInProgressException;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.RunReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The night's run, by the calendar. */
@Component
class Night implements DailyJob.Doing {

    static final String JOB = "night";

    private static final Logger LOG = LoggerFactory.getLogger(Night.class);

    private final Pipeline pipeline;
    private final Letters letters;
    private final Actor actor;

    Night(Pipeline pipeline, Letters letters, Actor actor) {
        this.pipeline = pipeline;
        this.letters = letters;
        this.actor = actor;
    }

    @Override
    public JobDay.State on(LocalDate date) {
        LOG.info("the night of {} begins", date);
        try {
            RunReport report = pipeline.run(Optional.empty(), actor.account());
            if (report.stopped()) {
                return JobDay.State.CUT_OFF;
            }
            LOG.info(
                    "the night of {} ended: {} periods run, {} failed",
                    date,
                    report.periods().size(),
                    report.failed().size());
            return report.failed().isEmpty() ? JobDay.State.DONE : JobDay.State.FAILED;
        } catch (IOException | WorkInProgressException e) {
            LOG.error("the night of {} failed", date, e);
            letters.toOfficers(
                    "night-failed",
                    date.toString(),
                    "the night's run of " + Days.words(date) + " failed",
                    List.of(
                            Line.paragraph("The night's run of " + Days.words(date)
                                    + " could not be begun or not be ended. Nothing that was published is touched."),
                            Line.paragraph("Look into the log for the reason, put it right, and give the command run;"
                                    + " otherwise the next night's run tries again.")));
            return JobDay.State.FAILED;
        }
    }

    @Override
    public void missed(List<LocalDate> dates, boolean caughtUp) {
        String which = Days.ranges(dates);
        LOG.warn("nobody kept the schedule on {}; one run makes up for it {}", which, caughtUp ? "now" : "next night");
        letters.toOfficers(
                "nights-missed",
                which,
                dates.size() == 1 ? "a night's run was missed" : dates.size() + " nights' runs were missed",
                List.of(Line.paragraph("Nobody kept the schedule at the time of the night's run of " + which + ". "
                        + (caughtUp
                                ? "One run makes up for it now."
                                : "The next night's run makes up for it; the command run does so at once."))));
    }
}
