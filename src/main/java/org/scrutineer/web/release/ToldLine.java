package org.scrutineer.web.release;

import java.time.Instant;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.web.Tag;

/**
 * A mail about a publication, as its page tells it.
 *
 * @param waits whether somebody has to decide whether it is sent again
 * @param said what the mail server answered last; empty where there is nothing to say
 */
record ToldLine(long number, String recipient, String about, Tag state, boolean waits, Instant queued, String said) {

    static ToldLine of(Delivery delivery) {
        return new ToldLine(
                delivery.id(),
                delivery.message().recipient().toString(),
                delivery.message().subject(),
                state(delivery.state()),
                delivery.state().waitsForAPerson(),
                delivery.queuedAt(),
                delivery.said());
    }

    private static Tag state(Delivery.State state) {
        return switch (state) {
            case PENDING -> new Tag("Waits to be sent", "blue");
            case SENDING -> new Tag("Being sent", "blue");
            case SENT -> new Tag("Sent", "green");
            case FAILED -> new Tag("Failed", "red");
            case UNKNOWN -> new Tag("Perhaps sent", "yellow");
            case HELD -> new Tag("Held", "yellow");
            case CANCELLED -> new Tag("Cancelled", "grey");
        };
    }
}
