package org.scrutineer.schedule;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.scrutineer.backup.Backups;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.distribution.Postman;
import org.scrutineer.distribution.Releases;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.intake.Notices;
import org.scrutineer.intake.Submissions;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.pipeline.Statuses;
import org.springframework.stereotype.Component;

/** Tells how all stands, from the ledger. */
@Component
public class Standings {

    private final Statuses statuses;
    private final Runs runs;
    private final Releases releases;
    private final Outbox outbox;
    private final Postman postman;
    private final Submissions submissions;
    private final Notices notices;
    private final DeletedReturns deletedReturns;
    private final ScheduleStatuses schedule;
    private final Backups backups;
    private final Clock clock;

    Standings(
            Statuses statuses,
            Runs runs,
            Releases releases,
            Outbox outbox,
            Postman postman,
            Submissions submissions,
            Notices notices,
            DeletedReturns deletedReturns,
            ScheduleStatuses schedule,
            Backups backups,
            Clock clock) {
        this.statuses = statuses;
        this.runs = runs;
        this.releases = releases;
        this.outbox = outbox;
        this.postman = postman;
        this.submissions = submissions;
        this.notices = notices;
        this.deletedReturns = deletedReturns;
        this.schedule = schedule;
        this.backups = backups;
        this.clock = clock;
    }

    /** The periods that there are returns or runs of, oldest first. */
    public List<ReportingPeriod> periods() {
        return statuses.periods();
    }

    /** How these periods stand, and all that belongs to none. */
    public Standing of(Predicate<ReportingPeriod> wanted) {
        return of(statuses.periods().stream().filter(wanted).toList());
    }

    /** How one period stands, whether anything was received for it or not, and all that belongs to none. */
    public Standing of(ReportingPeriod period) {
        return of(List.of(period));
    }

    private Standing of(List<ReportingPeriod> periods) {
        return new Standing(
                clock.instant(),
                periods.stream()
                        .map(period ->
                                new Standing.Month(statuses.of(period), runs.entries(period), releases.of(period)))
                        .toList(),
                outbox.all(),
                postman.mistakes(),
                submissions.unrecognised(),
                notices.all(),
                deletedReturns.all().size(),
                schedule.now(),
                backups.all());
    }
}
