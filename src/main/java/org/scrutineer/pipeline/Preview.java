package org.scrutineer.pipeline;

import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.ExpectedMail;
import org.scrutineer.intake.Notice;

/**
 * What a run would touch if it were started now.
 *
 * @param notices what else a person should know of files in the input folder
 * @param periods those it would work on, oldest first
 */
public record Preview(List<Notice> notices, List<Period> periods) {

    public Preview {
        notices = List.copyOf(notices);
        periods = List.copyOf(periods);
    }

    /**
     * What it would touch of one period.
     *
     * @param published whether it has been published before
     * @param returns those that would be read
     * @param changes of its figures; none where they cannot be worked out
     * @param trouble why not; empty where they can
     * @param audiences the names of those for whom a workbook would be written
     * @param mails that would be sent by the run, and once what it publishes is released
     */
    public record Period(
            ReportingPeriod period,
            boolean published,
            List<Return> returns,
            PeriodChanges changes,
            String trouble,
            List<String> audiences,
            List<ExpectedMail> mails) {

        public Period {
            returns = List.copyOf(returns);
            audiences = List.copyOf(audiences);
            mails = List.copyOf(mails);
        }
    }

    /** What a return is to those that were there before. */
    public enum Kind {
        /** The first of its team and type for the period. */
        NEW("new"),
        /** Another was received before. */
        CHANGED("sent again"),
        /** The same, to be read again because cells or rows of it were amended. */
        AMENDED("amended");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people, e.g. {@code sent again}. */
        public String words() {
            return words;
        }
    }

    /**
     * A return that would be read.
     *
     * @param verdict it would get
     * @param workingDaysLate by its date of preparation; 0 where it is in time, or not owed
     */
    public record Return(String fileName, String team, Kind kind, String verdict, int workingDaysLate) {}
}
