package org.scrutineer.distribution;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * How far a run's publication for an audience has come.
 *
 * @param approval null where it is a draft
 * @param issuedAt null where it was never issued
 * @param ended why it is superseded or withdrawn, as a sentence; empty where it is not
 */
public record Release(
        int run,
        String audience,
        ReportingPeriod period,
        State state,
        @Nullable Approval approval,
        @Nullable Instant issuedAt,
        String ended) {

    /** How far it has come. */
    public enum State {
        /** It waits for a person to approve it, or for what stands in its way to be put right. */
        DRAFT,
        /** It is issued once its embargo has passed. */
        APPROVED,
        /** Its recipients are told, and its files are kept as they are. */
        ISSUED,
        /** Another one took its place. */
        SUPERSEDED,
        /** A person took it back. */
        WITHDRAWN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * That somebody approved it.
     *
     * @param account of who did
     * @param as who that is, e.g. {@code Ada Smith for Director of Social Work}
     * @param embargo before which it is not issued; null for none
     * @param content hash of the files and the covering text that were approved
     * @param recipients hash of whom it was to go to
     */
    public record Approval(
            String account, String as, Instant at, @Nullable Instant embargo, String content, String recipients) {

        /** Whether the same person approved the same for the same recipients, whenever. */
        boolean isRepeatOf(@Nullable Approval former) {
            return former != null
                    && equals(new Approval(
                            former.account, former.as, at, former.embargo, former.content, former.recipients));
        }
    }

    /** E.g. {@code committee of 2018-12, run 1}. */
    public String subject() {
        return audience + " of " + period + ", run " + run;
    }

    /** The same at the beginning of a sentence. */
    String title() {
        String subject = subject();
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }

    /** Whether it may still be approved, or approved otherwise. */
    public boolean isOpen() {
        return state == State.DRAFT || state == State.APPROVED;
    }
}
