package org.scrutineer.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Release;
import org.scrutineer.pipeline.PeriodStatus;

/**
 * Something that waits for somebody.
 *
 * @param whom whom it waits for
 * @param period of which it is; null where it is of none
 * @param sentence what it is, for people
 */
public record Waiting(Whom whom, @Nullable ReportingPeriod period, String sentence) {

    /** Whom things wait for. */
    public enum Whom {
        SENDERS("Teams"),
        APPROVERS("Approvers"),
        OFFICERS("Data officers");

        private final String title;

        Whom(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static List<Waiting> in(Standing standing) {
        var waiting = new ArrayList<Waiting>();
        standing.periods().forEach(month -> add(month, waiting));
        standing.unrecognised()
                .forEach(file -> waiting.add(
                        new Waiting(Whom.OFFICERS, null, "Nobody can tell whose return " + file.fileName() + " is.")));
        standing.notices()
                .forEach(notice ->
                        waiting.add(new Waiting(Whom.OFFICERS, null, "In the input folder: " + notice.sentence())));
        standing.mailMistakes()
                .forEach(mistake -> waiting.add(new Waiting(Whom.OFFICERS, null, "No mail is sent: " + mistake)));
        long mails = standing.deliveries().stream()
                .filter(delivery -> delivery.state().waitsForAPerson())
                .count();
        if (mails > 0) {
            waiting.add(new Waiting(Whom.OFFICERS, null, StandingWords.count(mails, "mail") + " not sent; see Mail."));
        }
        return waiting;
    }

    private static void add(Standing.Month month, List<Waiting> waiting) {
        PeriodStatus status = month.status();
        ReportingPeriod period = status.period();
        if (status.expected() > status.received()) {
            waiting.add(new Waiting(
                    Whom.SENDERS,
                    period,
                    period.title() + ": " + StandingWords.count(status.expected() - status.received(), "return")
                            + " missing."));
        }
        if (!status.toCorrect().isEmpty()) {
            waiting.add(new Waiting(
                    Whom.SENDERS,
                    period,
                    period.title() + ": "
                            + StandingWords.count(status.toCorrect().size(), "return")
                            + " with something to correct or confirm."));
        }
        month.releases().stream()
                .filter(release -> release.state() == Release.State.DRAFT)
                .map(Release::run)
                .distinct()
                .forEach(run -> waiting.add(
                        new Waiting(Whom.APPROVERS, period, period.title() + ": run " + run + " waits for approval.")));
    }
}
