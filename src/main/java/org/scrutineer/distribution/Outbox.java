package org.scrutineer.distribution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.distribution.Delivery.State;
import org.scrutineer.distribution.Message.About;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The messages that are to be sent, each once, and what became of them. What is queued is sent when {@code send} is called. */
@Repository
public class Outbox {

    private final Deliveries deliveries;
    private final Sender sender;
    private final AuditTrail trail;
    private final Actor actor;
    private final Clock clock;

    Outbox(Deliveries deliveries, Sender sender, AuditTrail trail, Actor actor, Clock clock) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Queues a message in the caller's transaction: it is sent if and only if that is committed, at the next time somebody
     * sends.
     *
     * @return false, and nothing is done, where a message with its key was queued before
     */
    @Transactional
    public boolean queue(Message message) {
        return deliveries.add(clean(message), messageId(message), now());
    }

    private static Message clean(Message message) {
        Recipient recipient = message.recipient();
        return new Message(
                message.key(),
                message.kind(),
                message.about(),
                new Recipient(recipient.id(), HeaderText.of(recipient.name()), recipient.address()),
                HeaderText.of(message.subject()),
                message.lines(),
                message.attachments());
    }

    /** The same for the same message, however often it is sent, so that whoever gets it twice can tell. */
    private String messageId(Message message) {
        return "<" + DigestUtils.sha256Hex(message.key()).substring(0, 40) + "@" + sender.domain() + ">";
    }

    /** All messages, in the order they were queued. */
    public List<Delivery> all() {
        return deliveries.all();
    }

    /** Those of a run's publication for an audience. */
    public List<Delivery> about(About about) {
        return deliveries.about(about);
    }

    public Optional<Delivery> find(long id) {
        return deliveries.find(id);
    }

    /**
     * Has a message sent again that failed, or of which nobody knows whether it was sent.
     *
     * @throws NotReleasedException where there is none with this number, or it does not wait for a person
     */
    @Transactional
    public Delivery again(long id, String reason) throws NotReleasedException {
        Delivery delivery = deliveries
                .find(id)
                .orElseThrow(() -> new NotReleasedException("There is no mail " + id + "; status lists them."));
        if (!delivery.state().waitsForAPerson()) {
            throw new NotReleasedException(
                    "Mail " + id + " is " + delivery.state().id()
                            + ". Only one that failed, was held, or of which nobody knows whether it was sent, is sent again.");
        }
        deliveries.pend(id, now(), "");
        trail.record(
                actor.account(),
                "mail-sent-again",
                subject(delivery),
                reason,
                Map.of("was", delivery.state().id()));
        return delivery;
    }

    /**
     * Holds everything that is not known to have been sent, as after a ledger was restored that may not know of all that
     * was sent since.
     *
     * @return how many are held
     */
    @Transactional
    public int hold(String why) {
        int held = 0;
        for (State state : List.of(State.PENDING, State.SENDING)) {
            for (Delivery delivery : deliveries.in(state)) {
                deliveries.ended(delivery.id(), State.HELD, now(), why);
                held++;
            }
        }
        return held;
    }

    /** Cancels what was to be told of a publication and is not sent yet. */
    @Transactional
    void cancel(About about, String why) {
        deliveries.about(about).stream()
                .filter(delivery -> delivery.state() == State.PENDING)
                .forEach(delivery -> deliveries.ended(delivery.id(), State.CANCELLED, now(), why));
    }

    static String subject(Delivery delivery) {
        return "mail: " + delivery.message().key();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
