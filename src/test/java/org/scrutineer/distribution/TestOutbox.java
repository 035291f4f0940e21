package org.scrutineer.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.audit.TestTrail;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.distribution.MailProperties.Security;
import org.scrutineer.distribution.Message.Attachment;
import org.scrutineer.distribution.Message.Line;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestClock;
import org.scrutineer.locks.TestLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The outbox of a test's ledger: a clerk and a team may be written to. */
final class TestOutbox {

    private static final Catalogue CATALOGUE = catalogue("clerk@committee.example");

    static final Instant NOW = Instant.parse("2019-01-09T09:00:00Z");

    final DataSource ledger = TestLedger.aLedger().source();
    final JdbcClient jdbc = JdbcClient.create(ledger);
    final Deliveries deliveries = new Deliveries(jdbc);
    final TestClock clock = new TestClock(NOW);
    private final Path folder;
    private Catalogue catalogue = CATALOGUE;

    TestOutbox(Path folder) {
        this.folder = folder;
    }

    private static Catalogue catalogue(String clerk) {
        return SmallCatalogue.aCatalogue()
                .changing("organisation.yaml", "authorities:\n", """
                        roles:
                          - {id: clerk, name: Clerk to the Committee, contact: %s}
                          - {id: head-of-visits, name: Head of Visits, contact: head@trust.example}
                          - {id: officer, name: Data Officer, contact: room 12, email: data@trust.example}
                        officers: [officer]
                        authorities:
                        """.formatted(clerk))
                .changing(
                        "organisation.yaml",
                        "    aliases: [N1]\n",
                        "    aliases: [N1]\n    email: north@trust.example\n")
                .catalogue();
    }

    MailWriter writer() {
        return new MailWriter(new Sender(files(), catalogue));
    }

    /** The clerk gets another address in the catalogue. */
    TestOutbox clerkMovesTo(String address) {
        catalogue = catalogue(address);
        return this;
    }

    /** Mail goes into files. */
    MailProperties files() {
        return settings(null, 0, Security.STARTTLS, List.of());
    }

    /** Mail goes to a server on this machine. */
    MailProperties server(int port) {
        return settings("127.0.0.1", port, Security.NONE, List.of("Committee.example"));
    }

    MailProperties settings(String host, int port, Security security, List<String> domains) {
        return new MailProperties(
                folder.resolve("outbox"),
                host,
                port,
                security,
                null,
                null,
                null,
                null,
                null,
                domains,
                Duration.ofMillis(300),
                List.of(Duration.ofMinutes(1), Duration.ofHours(1)));
    }

    AuditTrail trail() {
        return TestTrail.of(ledger, clock);
    }

    Recipients recipients() {
        return new Recipients(catalogue);
    }

    Outbox outbox() {
        return new Outbox(deliveries, new Sender(files(), catalogue), trail(), () -> "officer", clock);
    }

    Letters letters() {
        return new Letters(catalogue, recipients(), outbox());
    }

    Postman postman(MailProperties settings) {
        return postman(settings, 1);
    }

    Postman postman(MailProperties settings, long pid) {
        return new Postman(
                deliveries,
                recipients(),
                settings,
                new MailWriter(new Sender(settings, catalogue)),
                TestLocks.ofProcess(pid, ledger, clock),
                trail(),
                () -> "officer",
                new JdbcTransactionManager(ledger),
                clock);
    }

    /** Sends, and tells how the messages stand then. */
    List<String> afterSending(MailProperties settings) {
        postman(settings).send();
        return states();
    }

    List<String> states() {
        return deliveries.all().stream()
                .map(delivery -> delivery.state().id() + ": " + delivery.said())
                .toList();
    }

    /** Queues a message to the clerk. */
    TestOutbox queue(String key, Attachment... attachments) {
        outbox().queue(message(key, "The paper", List.of(attachments)));
        return this;
    }

    Message message(String key, String subject, List<Attachment> attachments) {
        return new Message(
                key,
                "issue",
                null,
                recipients().role("clerk").orElseThrow(),
                subject,
                List.of(Line.heading("At a glance"), Line.paragraph("2 are Red; <b>1</b> & more.")),
                attachments);
    }

    Attachment attachment(String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name), text);
            return new Attachment(file, DigestUtils.sha256Hex(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
