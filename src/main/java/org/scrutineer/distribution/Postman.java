package org.scrutineer.distribution;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.distribution.Delivery.State;
import org.scrutineer.distribution.MailRoute.Outcome;
import org.scrutineer.distribution.MailWriter.Attached;
import org.scrutineer.distribution.Message.Attachment;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is in the outbox. That a message is being sent is committed before the mail server hears of it; one that is
 * found so afterwards was cut off, and nobody knows whether it was taken: it is shown, and sent again only if a person
 * says so.
 */
@Component
public class Postman {

    private final Deliveries deliveries;
    private final Recipients recipients;
    private final MailProperties settings;
    private final MailWriter writer;
    private final Locks locks;
    private final AuditTrail trail;
    private final Actor actor;
    private final TransactionTemplate own;
    private final Clock clock;

    Postman(
            Deliveries deliveries,
            Recipients recipients,
            MailProperties settings,
            MailWriter writer,
            Locks locks,
            AuditTrail trail,
            Actor actor,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.settings = settings;
        this.writer = writer;
        this.locks = locks;
        this.trail = trail;
        this.actor = actor;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * What a round came to.
     *
     * @param deliveries those it dealt with, as they stand after it, in the order they were queued
     */
    public record Round(List<Delivery> deliveries) {

        public Round {
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * What is wrong with the settings of the mail server, as sentences for whoever looks after them: nothing is sent while
     * there is anything.
     */
    public List<String> mistakes() {
        return MailCredentials.mistakes(settings);
    }

    /**
     * Sends every message whose time has come, once. Where the mail server cannot be reached, the rest waits.
     *
     * @throws org.scrutineer.locks.WorkInProgressException where another process is sending
     * @throws IllegalStateException where the settings of the mail server are mistaken
     */
    public Round send() {
        List<String> mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(String.join(" ", mistakes));
        }
        try (Locks.Held held = locks.take(Work.SENDING, "sending mail")) {
            var touched = new ArrayList<Long>();
            MailRoute route = settings.host() == null ? new FileRoute(settings.outbox()) : new SmtpRoute(settings);
            for (Delivery delivery : deliveries.in(State.SENDING)) {
                touched.add(delivery.id());
                settleCutOff(delivery, routeOf(delivery).cutOff(delivery));
            }
            for (Delivery delivery : deliveries.due(now())) {
                if (!claim(delivery, route)) {
                    continue;
                }
                touched.add(delivery.id());
                Outcome outcome = send(delivery, route);
                settle(delivery, outcome);
                if (outcome instanceof Outcome.NotNow notNow && !notNow.reached()) {
                    break;
                }
            }
            return new Round(touched.stream()
                    .distinct()
                    .sorted()
                    .flatMap(id -> deliveries.find(id).stream())
                    .toList());
        }
    }

    private MailRoute routeOf(Delivery delivery) {
        var files = new FileRoute(settings.outbox());
        return deliveries.route(delivery.id()).equals(files.id()) ? files : new SmtpRoute(settings);
    }

    private boolean claim(Delivery delivery, MailRoute route) {
        return Boolean.TRUE.equals(own.execute(status -> deliveries.claim(delivery.id(), route.id())));
    }

    private Outcome send(Delivery delivery, MailRoute route) {
        Optional<String> forbidden = forbidden(delivery);
        if (forbidden.isPresent()) {
            return new Outcome.Refused(forbidden.get());
        }
        var attached = new ArrayList<Attached>();
        for (Attachment attachment : delivery.message().attachments()) {
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(attachment.file());
            } catch (IOException e) {
                return new Outcome.Refused("The file " + attachment.file()
                        + ", which goes with it, cannot be read. Put it back where it was published, and send again.");
            }
            if (!DigestUtils.sha256Hex(bytes).equals(attachment.sha256())) {
                return new Outcome.Refused("The file " + attachment.file()
                        + ", which goes with it, is not what was issued. Put back what was published, and send again.");
            }
            attached.add(new Attached(attachment.file().getFileName().toString(), bytes));
        }
        AuditHead head = trail.head();
        // A process that stood still while another took its place must not send what that one has sent since.
        locks.requireHeld();
        try {
            return route.send(delivery, writer.write(delivery, attached, head));
        } catch (MessagingException e) {
            throw new IllegalStateException("mail " + delivery.id() + " cannot be written", e);
        }
    }

    /** Why it may not go where it was to go; asked at the last moment, as catalogue and settings may have changed. */
    private Optional<String> forbidden(Delivery delivery) {
        Recipient recipient = delivery.message().recipient();
        if (!recipients.has(recipient.id(), recipient.address())) {
            return Optional.of("The catalogue does not name " + recipient.address() + " for " + recipient.id()
                    + " any more, and mail goes to those it names only.");
        }
        String domain = recipient
                .address()
                .substring(recipient.address().indexOf('@') + 1)
                .toLowerCase(Locale.ROOT);
        boolean allowed = settings.allowedDomains().stream()
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(domain));
        // Without a server nothing leaves the machine, and no domain need be named.
        return allowed || (settings.host() == null && settings.allowedDomains().isEmpty())
                ? Optional.empty()
                : Optional.of("Mail may not go to " + domain + ", which is not among mail.allowed-domains.");
    }

    /** One that surely was not sent is not a failed attempt: it is sent now. */
    private void settleCutOff(Delivery delivery, Outcome outcome) {
        if (outcome instanceof Outcome.NotNow) {
            own.executeWithoutResult(status -> deliveries.pend(delivery.id(), now(), ""));
        } else {
            settle(delivery, outcome);
        }
    }

    private void settle(Delivery delivery, Outcome outcome) {
        own.executeWithoutResult(status -> {
            if (outcome instanceof Outcome.Sent sent) {
                end(delivery, State.SENT, sent.said());
            } else if (outcome instanceof Outcome.Refused refused) {
                end(delivery, State.FAILED, refused.said());
            } else if (outcome instanceof Outcome.Unknown unknown) {
                end(delivery, State.UNKNOWN, unknown.said());
            } else if (outcome instanceof Outcome.NotNow notNow) {
                retry(delivery, notNow.said());
            }
        });
    }

    private void retry(Delivery delivery, String said) {
        int attempts = deliveries.find(delivery.id()).orElseThrow().attempts();
        if (attempts > settings.retryAfter().size()) {
            end(delivery, State.FAILED, said + " It was tried " + attempts + " times.");
        } else {
            deliveries.pend(delivery.id(), now().plus(settings.retryAfter().get(attempts - 1)), said);
        }
    }

    private void end(Delivery delivery, State state, String said) {
        deliveries.ended(delivery.id(), state, now(), said);
        trail.record(
                actor.account(),
                "mail-" + state.id(),
                Outbox.subject(delivery),
                null,
                Map.of(
                        "address", delivery.message().recipient().address(),
                        "message-id", delivery.messageId(),
                        "said", said));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
