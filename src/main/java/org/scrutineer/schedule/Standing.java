package org.scrutineer.schedule;

import java.time.Instant;
import java.util.List;
import org.scrutineer.backup.Backups;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Release;
import org.scrutineer.intake.Notice;
import org.scrutineer.intake.Submissions;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.RunEntry;

/**
 * How all stands at a moment.
 *
 * @param periods oldest first
 * @param deliveries in the order they were queued
 * @param mailMistakes why no mail is sent; none where it is
 * @param unrecognised files nobody can tell the return of
 * @param notices what else is to be known of files in the drop folder
 * @param deleted how many received files were deleted by a rule
 * @param backups those the ledger knows of, oldest first
 */
public record Standing(
        Instant at,
        List<Month> periods,
        List<Delivery> deliveries,
        List<String> mailMistakes,
        List<Submissions.Unrecognised> unrecognised,
        List<Notice> notices,
        int deleted,
        ScheduleStatus schedule,
        List<Backups.Known> backups) {

    public Standing {
        periods = List.copyOf(periods);
        deliveries = List.copyOf(deliveries);
        mailMistakes = List.copyOf(mailMistakes);
        unrecognised = List.copyOf(unrecognised);
        notices = List.copyOf(notices);
        backups = List.copyOf(backups);
    }

    /** What waits for somebody: period by period, then what belongs to none. */
    public List<Waiting> waiting() {
        return Waiting.in(this);
    }

    /** A period with its runs and what became of what they published, oldest first. */
    public record Month(PeriodStatus status, List<RunEntry> runs, List<Release> releases) {

        public Month {
            runs = List.copyOf(runs);
            releases = List.copyOf(releases);
        }
    }
}
