package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How long something is kept.
 *
 * @param id what it is told by wherever something is gone, e.g. {@code returns}
 * @param returnTypes whose returns it is about; empty for those that no other rule names
 * @param after what the time is counted from
 * @param because why it is kept so long and no longer, as a clause without a full stop
 */
public record RetentionRule(
        String id, What what, Set<String> returnTypes, Keep keep, Event after, String because, Place place) {

    /** What the time is counted from. */
    public enum Event {
        PERIOD_END("after the end of its period"),
        RECEIVED("after it was received"),
        SUPERSEDED("after a newer one took its place"),
        SENT("after it was sent"),
        MADE("after it was made");

        private final String words;

        Event(String words) {
            this.words = words;
        }
    }

    /** What is kept. */
    public enum What {
        /** Received files that are or were counted, with their rows, the cells quoted from them, and answers to them. */
        RETURNS("returns", true, Event.PERIOD_END, Event.RECEIVED),
        /** The same of returns that a newer one has taken the place of. */
        SUPERSEDED_RETURNS(
                "returns that a newer one took the place of", true, Event.SUPERSEDED, Event.PERIOD_END, Event.RECEIVED),
        /** The same of files that were refused, or that nobody can tell the return of. */
        REFUSED_RETURNS("refused files", false, Event.RECEIVED),
        /** Cells as findings and comparisons quote them, and what teams answered there; the return stays. */
        QUOTED_TEXT("cells quoted in the ledger", true, Event.PERIOD_END, Event.RECEIVED),
        /** The marked workbooks and receipts that went back to teams. */
        TEAM_FILES("answers to teams", true, Event.PERIOD_END, Event.RECEIVED),
        /** What those who answer for figures said of them. */
        EXPLANATIONS("explanations in the ledger", false, Event.PERIOD_END),
        /** The organisation's own data of a run, before small numbers are hidden. */
        INTERNAL_DATA("internal data of runs", false, Event.PERIOD_END),
        /** Mails that were written into files. */
        OUTBOX("mails in files", false, Event.SENT),
        BACKUPS("backups", false, Event.MADE),
        /** Copies of received and checked files that were left in the drop folder. */
        INPUT("files left in the drop folder", false, Event.RECEIVED);

        private final String words;
        private final boolean ofReturnTypes;
        private final Set<Event> events;

        What(String words, boolean ofReturnTypes, Event first, Event... further) {
            this.words = words;
            this.ofReturnTypes = ofReturnTypes;
            this.events = EnumSet.of(first, further);
        }

        /** As the catalogue writes it, e.g. {@code superseded-returns}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** For people, e.g. {@code answers to teams}. */
        public String words() {
            return words;
        }

        boolean mayNameReturnTypes() {
            return ofReturnTypes;
        }

        Set<Event> events() {
            return events;
        }
    }

    /** A unit of time. */
    public enum Unit {
        DAYS,
        MONTHS,
        YEARS;

        private String words(int number) {
            String plural = name().toLowerCase(Locale.ROOT);
            return number == 1 ? plural.substring(0, plural.length() - 1) : plural;
        }
    }

    /** A length of time, e.g. 6 years. */
    public record Keep(int number, Unit unit) {

        /** The last day on which something is kept whose time is counted from a day. */
        public LocalDate until(LocalDate from) {
            return switch (unit) {
                case DAYS -> from.plusDays(number);
                case MONTHS -> from.plusMonths(number);
                case YEARS -> from.plusYears(number);
            };
        }

        @Override
        public String toString() {
            return number + " " + unit.words(number);
        }
    }

    public RetentionRule {
        returnTypes = Collections.unmodifiableSet(new LinkedHashSet<>(returnTypes));
    }

    /** For people, e.g. {@code returns (6 years after the end of its period)}. */
    public String title() {
        return id + " (" + terms() + ")";
    }

    /** For people, e.g. {@code 6 years after the end of its period}. */
    public String terms() {
        return keep + " " + after.words;
    }
}
