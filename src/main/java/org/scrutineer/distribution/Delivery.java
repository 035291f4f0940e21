package org.scrutineer.distribution;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A message on its way to its recipient.
 *
 * @param attempts how often it was tried
 * @param nextAttempt when it is tried next; only where it is pending
 * @param said what the mail server answered last, or why it was not asked; empty where there is nothing to say
 */
public record Delivery(
        long id,
        String messageId,
        Message message,
        State state,
        int attempts,
        Instant queuedAt,
        Optional<Instant> nextAttempt,
        String said) {

    /** How far it got. */
    public enum State {
        /** It will be sent at its time. */
        PENDING,
        /** Being handed to the mail server. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** It was refused, or tried too often. */
        FAILED,
        /** It was cut off while it was handed over: it may have been sent. A person decides whether it is sent again. */
        UNKNOWN,
        /** It stands in a ledger that was restored: it may have been sent since. A person decides too. */
        HELD,
        /** What it told of was withdrawn or superseded before it was sent. */
        CANCELLED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        /** Whether somebody has to decide what becomes of it. */
        public boolean waitsForAPerson() {
            return this == FAILED || this == UNKNOWN || this == HELD;
        }
    }
}
