package org.scrutineer.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.distribution.MailProperties.Security;
import org.scrutineer.distribution.ScriptedMailServer.Place;
import org.scrutineer.locks.TestLocks;
import org.scrutineer.locks.Work;
import org.scrutineer.locks.WorkInProgressException;

class PostmanTests {

    @TempDir
    Path folder;

    private TestOutbox test;

    @BeforeEach
    void makeAnOutbox() {
        test = new TestOutbox(folder);
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private List<Path> outbox() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aMessageIsTakenOnceByARealServerWithItsAttachment() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            MailProperties settings = test.server(server.getSmtp().getPort());
            test.queue("one", test.attachment("paper.docx", "the paper"));
            test.queue("one");

            assertThat(test.afterSending(settings))
                    .containsExactly("sent: The mail server 127.0.0.1, port " + settings.usedPort() + " took it.");
            test.postman(settings).send();

            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getMessageID())
                    .isEqualTo(test.deliveries.all().get(0).messageId());
            assertThat(mail.getHeader("To", null)).isEqualTo("Clerk to the Committee <clerk@committee.example>");
            assertThat(mail.getHeader("From", null)).isEqualTo("The trust <performance@trust.example>");
            var parts = (MimeMultipart) mail.getContent();
            var texts = (MimeMultipart) parts.getBodyPart(0).getContent();
            assertThat(texts.getBodyPart(0).getContent())
                    .isEqualTo("At a glance\r\n-----------\r\n\r\n2 are Red; <b>1</b> & more.\r\n");
            assertThat((String) texts.getBodyPart(1).getContent())
                    .contains("<h2>At a glance</h2>", "<p>2 are Red; &lt;b&gt;1&lt;/b&gt; &amp; more.</p>");
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("paper.docx");
            assertThat(parts.getBodyPart(1).getInputStream()).hasContent("the paper");
        } finally {
            server.stop();
        }
    }

    /** What a message is after the server behaves in a way at a place, and how often the server saw its end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GREETING | 554 go away        | pending | 0
            GREETING | drop               | pending | 0
            GREETING | silence            | pending | 0
            EHLO     | drop               | pending | 0
            MAIL     | 451 later          | pending | 0
            MAIL     | 550 not you        | failed  | 0
            MAIL     | drop               | pending | 0
            RCPT     | 450 busy           | pending | 0
            RCPT     | 550 no such user   | failed  | 0
            RCPT     | drop               | pending | 0
            RCPT     | silence            | pending | 0
            DATA     | 451 later          | pending | 0
            DATA     | 554 no             | failed  | 0
            DATA     | drop               | pending | 0
            END      | 452 disk full      | pending | 1
            END      | 554 spam           | failed  | 1
            END      | drop               | unknown | 1
            END      | silence            | unknown | 1
            QUIT     | drop               | sent    | 1
            NOWHERE  | drop               | sent    | 1
            """)
    void howFarTheDialogueGotDecides(Place place, String answer, String state, int handedOver) throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.that(answer, place)) {
            test.queue("one");

            assertThat(test.afterSending(test.server(server.port())))
                    .singleElement()
                    .asString()
                    .startsWith(state + ": ");
            assertThat(server.handedOver()).hasSize(handedOver);
        }
    }

    @Test
    void tellsWhatTheServerSaidOrThatItDidNot() throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.that("550 5.1.1 no such user", Place.RCPT)) {
            assertThat(test.queue("one").afterSending(test.server(server.port())))
                    .containsExactly("failed: The mail server 127.0.0.1, port " + server.port()
                            + " said \"550 5.1.1 no such user\".");
        }
        try (ScriptedMailServer server = ScriptedMailServer.that(ScriptedMailServer.DROP, Place.END)) {
            assertThat(test.queue("two").afterSending(test.server(server.port())))
                    .contains("unknown: The mail server 127.0.0.1, port " + server.port()
                            + " was handed the message and did not answer.");
        }
        try (ScriptedMailServer server = ScriptedMailServer.that(ScriptedMailServer.DROP, Place.DATA)) {
            assertThat(test.queue("three").afterSending(test.server(server.port())))
                    .contains("pending: The connection to the mail server 127.0.0.1, port " + server.port()
                            + " broke off before the message was handed over.");
        }
        try (ScriptedMailServer server = ScriptedMailServer.that("421 closed", Place.GREETING)) {
            assertThat(test.queue("four").afterSending(test.server(server.port())))
                    .contains("pending: The mail server 127.0.0.1, port " + server.port()
                            + " cannot be reached. Look whether"
                            + " it runs, and whether mail.host, mail.port and mail.security are right.");
        }
    }

    @Test
    void nothingIsSaidToAServerThatDoesNotSpeakTls() throws IOException {
        for (Security security : List.of(Security.STARTTLS, Security.IMPLICIT)) {
            try (ScriptedMailServer server = ScriptedMailServer.thatWorks()) {
                var own = new TestOutbox(folder);
                MailProperties settings =
                        own.settings("127.0.0.1", server.port(), security, List.of("committee.example"));

                assertThat(own.queue("one").afterSending(settings))
                        .containsExactly("pending: The mail server 127.0.0.1, port " + server.port()
                                + " cannot be reached over a connection that is secured by TLS. Look whether it runs, and"
                                + " whether mail.host, mail.port and mail.security are right.");
                assertThat(server.handedOver()).isEmpty();
            }
        }
    }

    @Test
    void aMessageIsTriedAgainLaterEachTimeAndGivenUpInTheEnd() throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.that("451 later", Place.MAIL)) {
            MailProperties settings = test.server(server.port());
            String said = "The mail server 127.0.0.1, port " + server.port() + " said \"451 later\".";
            test.queue("one");

            test.postman(settings).send();
            assertThat(test.deliveries.all().get(0).nextAttempt()).contains(TestOutbox.NOW.plus(Duration.ofMinutes(1)));
            assertThat(test.postman(settings).send().deliveries()).isEmpty();

            test.clock.set(TestOutbox.NOW.plus(Duration.ofMinutes(1)));
            assertThat(test.afterSending(settings)).containsExactly("pending: " + said);
            test.clock.passes(Duration.ofHours(1));
            assertThat(test.afterSending(settings)).containsExactly("failed: " + said + " It was tried 3 times.");
        }
    }

    @Test
    void whileTheServerCannotBeReachedTheOthersWaitUntried() throws IOException {
        int port;
        try (ScriptedMailServer server = ScriptedMailServer.thatWorks()) {
            port = server.port();
        }
        test.queue("one").queue("two").postman(test.server(port)).send();

        assertThat(test.deliveries.all()).extracting(Delivery::attempts).containsExactly(1, 0);
    }

    @Test
    void oneThatWasCutOffIsShownAndSentAgainOnlyByAPerson() throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.thatWorks()) {
            MailProperties settings = test.server(server.port());
            test.queue("one");
            test.deliveries.claim(test.deliveries.all().get(0).id(), "smtp");

            assertThat(test.afterSending(settings))
                    .containsExactly("unknown: It was cut off while it was handed to the mail server.");
            test.clock.set(TestOutbox.NOW.plus(Duration.ofDays(2)));
            test.postman(settings).send();
            assertThat(server.handedOver()).isEmpty();

            Delivery unknown = test.deliveries.all().get(0);
            test.outbox().again(unknown.id(), "the clerk says it never came");
            test.postman(settings).send();
            assertThat(server.taken()).singleElement().asString().contains("Message-ID: " + unknown.messageId());
            assertThatThrownBy(() -> test.outbox().again(unknown.id(), "once more"))
                    .isInstanceOf(NotReleasedException.class)
                    .hasMessage("Mail " + unknown.id()
                            + " is sent. Only one that failed, was held, or of which nobody knows"
                            + " whether it was sent, is sent again.");
        }
    }

    @Test
    void withoutAServerMessagesAreFilesWrittenWholeAndNeverTwice() throws Exception {
        test.queue("one");
        test.postman(test.files()).send();
        List<Path> files = outbox();
        assertThat(files).hasSize(1);
        assertThat(files.get(0).getFileName().toString()).matches("issue-[0-9a-f]{16}\\.eml");
        assertThat(read(files.get(0)).getSubject()).isEqualTo("The paper");

        // Cut off after the file had appeared, and before that was known.
        test.jdbc.sql("update delivery set state = 'sending'").update();
        byte[] before = Files.readAllBytes(files.get(0));
        assertThat(test.afterSending(test.files()))
                .containsExactly("sent: Written to " + files.get(0).getFileName() + ".");
        assertThat(Files.readAllBytes(files.get(0))).isEqualTo(before);

        // Cut off before it had.
        Files.delete(files.get(0));
        test.jdbc.sql("update delivery set state = 'sending'").update();
        test.postman(test.files()).send();
        assertThat(outbox()).containsExactlyElementsOf(files);
    }

    @Test
    void aServerWhoseNameIsBlankIsNone() throws IOException {
        test.queue("one")
                .postman(test.settings(" ", 25, Security.NONE, List.of()))
                .send();

        assertThat(outbox()).hasSize(1);
    }

    @Test
    void theSameMessageIsTheSameBytes() throws Exception {
        test.queue("one", test.attachment("paper.docx", "the paper"));
        var writer = test.writer();
        var one = new ByteArrayOutputStream();
        var other = new ByteArrayOutputStream();
        Delivery delivery = test.deliveries.all().get(0);
        var attached = List.of(new MailWriter.Attached("paper.docx", new byte[] {1, 2}));
        writer.write(delivery, attached, test.trail().head()).writeTo(one);
        writer.write(delivery, attached, test.trail().head()).writeTo(other);

        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    @Test
    void whoIsNotInTheCatalogueAnyMoreIsNotWrittenTo() throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.thatWorks()) {
            test.queue("one").clerkMovesTo("clerk@elsewhere.example");

            assertThat(test.afterSending(test.server(server.port())))
                    .containsExactly(
                            "failed: The catalogue does not name clerk@committee.example for clerk any more, and"
                                    + " mail goes to those it names only.");
            assertThat(server.handedOver()).isEmpty();
        }
    }

    @Test
    void mailGoesToAllowedDomainsOnly() throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.thatWorks()) {
            MailProperties settings =
                    test.settings("127.0.0.1", server.port(), Security.NONE, List.of("trust.example", "example"));

            assertThat(test.queue("one").afterSending(settings))
                    .containsExactly("failed: Mail may not go to committee.example, which is not among"
                            + " mail.allowed-domains.");
            assertThat(server.handedOver()).isEmpty();
        }
    }

    @Test
    void anAttachmentThatIsNotWhatWasIssuedIsNotSent() throws IOException {
        Message.Attachment paper = test.attachment("paper.docx", "the paper");
        test.queue("one", paper);
        Files.writeString(paper.file(), "another");

        assertThat(test.afterSending(test.files()))
                .containsExactly(
                        "failed: The file " + paper.file() + ", which goes with it, is not what was issued. Put back"
                                + " what was published, and send again.");
    }

    @Test
    void oneProcessSendsAtATime() {
        test.queue("one");
        try (var held = TestLocks.ofProcess(2, test.ledger, test.clock).take(Work.SENDING, "sending mail")) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> test.postman(test.files()).send())
                    .isInstanceOf(WorkInProgressException.class)
                    .hasMessage("The outbox is worked on by process 2 on srv-1 since 9 Jan 2019, 09:00 (sending mail)");
        }
        assertThat(test.states()).containsExactly("pending: ");
    }

    @Test
    void whatIsHeldAfterARestoreWaitsForAPerson() throws Exception {
        test.queue("one");
        assertThat(test.outbox().hold("The ledger was restored.")).isEqualTo(1);

        assertThat(test.afterSending(test.files())).containsExactly("held: The ledger was restored.");
        test.outbox().again(test.deliveries.all().get(0).id(), "it was not sent");
        test.postman(test.files()).send();
        assertThat(outbox()).hasSize(1);
    }

    @Test
    void everySentMailLeavesAnEntryInTheAuditTrail() {
        test.queue("one").afterSending(test.files());

        assertThat(test.trail().after(0, 10))
                .extracting(entry -> entry.who() + " " + entry.action() + " " + entry.subject())
                .containsExactly("officer mail-sent mail: one");
    }

    /** Line ends begin a header, and characters that turn the writing make a name look like another. */
    @Test
    void nothingThatIsInANameOrASubjectBecomesAHeader() throws Exception {
        List<String> endings = List.of(
                "\r\n",
                "\n",
                "\r",
                "\u0000",
                "\u2028",
                "\u2029",
                "\u0085",
                "\u000b",
                "\u000c",
                "\u202e",
                "\u2066",
                "\u200b",
                "\ufeff",
                "\r\n ",
                "\n\t",
                "%0d%0a",
                "=?utf-8?q?=0d=0a?=");
        List<String> headers = List.of(
                "Bcc: thief@elsewhere.example",
                "To: thief@elsewhere.example",
                "Content-Type: text/html",
                "\r\nthe body");
        int number = 0;
        var writer = test.writer();
        for (String ending : endings) {
            for (String header : headers) {
                String payload = "Paper" + ending + header;
                Message message = test.message("payload " + number++, payload, List.of());
                test.outbox().queue(message);
                Delivery queued = test.deliveries.all().get(number - 1);
                var named = new Delivery(
                        queued.id(),
                        queued.messageId(),
                        new Message(
                                message.key(),
                                message.kind(),
                                null,
                                new Recipient("clerk", payload, "clerk@committee.example"),
                                queued.message().subject(),
                                message.lines(),
                                List.of()),
                        queued.state(),
                        0,
                        queued.queuedAt(),
                        queued.nextAttempt(),
                        "");
                var bytes = new ByteArrayOutputStream();
                writer.write(
                                named,
                                List.of(new MailWriter.Attached(payload + ".docx", new byte[] {1})),
                                test.trail().head())
                        .writeTo(bytes);
                var mail = new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));

                assertThat(mail.getHeader("Bcc")).as(payload).isNull();
                assertThat(mail.getAllRecipients())
                        .as(payload)
                        .extracting(address -> ((InternetAddress) address).getAddress())
                        .containsExactly("clerk@committee.example");
                assertThat(mail.getHeader("Content-Type")).as(payload).hasSize(1);
                assertThat(mail.getContentType()).startsWith("multipart/mixed");
                assertThat(mail.getSubject()).as(payload).doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028\u2029]");
                assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
            }
        }
    }

    @Test
    void settingsThatCannotBeUsedAreToldAllAtOnceAndNothingIsSent() {
        var settings = new MailProperties(
                folder,
                "mail.trust.example",
                0,
                Security.NONE,
                "scrutineer",
                null,
                null,
                null,
                "the trust",
                List.of(),
                Duration.ofSeconds(1),
                List.of());

        assertThat(test.postman(settings).mistakes())
                .containsExactly(
                        "The setting mail.allowed-domains is empty; expected the domains that mail may go to, e.g."
                                + " trust.example, as mail.host names a server.",
                        "The setting mail.security: found \"none\"; expected starttls or implicit, as the server"
                                + " mail.trust.example is another machine.",
                        "The setting mail.from: found \"the trust\"; expected a mail address, e.g."
                                + " performance@trust.example.",
                        "The setting mail.username stands alone; expected mail.password-file, mail.token-file, or the"
                                + " password in the environment as MAIL_PASSWORD.");
        assertThatThrownBy(() -> test.postman(settings).send()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTokenIsReadAnewForEachConnection() throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.thatWorks()) {
            Path token = folder.resolve("token");
            var settings = new MailProperties(
                    folder,
                    "127.0.0.1",
                    server.port(),
                    Security.NONE,
                    "scrutineer",
                    null,
                    null,
                    token,
                    null,
                    List.of("committee.example"),
                    Duration.ofSeconds(5),
                    List.of(Duration.ofMinutes(1)));
            for (String secret : List.of("first", "second")) {
                Files.writeString(token, secret + "\n");
                test.queue(secret).postman(settings).send();
            }

            assertThat(server.heard())
                    .filteredOn(line -> line.startsWith("AUTH"))
                    .containsExactly(bearer("first"), bearer("second"));
            assertThat(server.taken()).hasSize(2);
        }
    }

    private static String bearer(String token) {
        return "AUTH XOAUTH2 "
                + Base64.getEncoder()
                        .encodeToString(("user=scrutineer\u0001auth=Bearer " + token + "\u0001\u0001")
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAccountThatIsNotAcceptedIsTold() throws IOException {
        try (ScriptedMailServer server = ScriptedMailServer.that("535 no", Place.AUTH)) {
            var settings = new MailProperties(
                    folder,
                    "127.0.0.1",
                    server.port(),
                    Security.NONE,
                    "scrutineer",
                    "secret",
                    null,
                    null,
                    null,
                    List.of("committee.example"),
                    Duration.ofSeconds(5),
                    List.of(Duration.ofMinutes(1)));

            assertThat(test.queue("one").afterSending(settings))
                    .containsExactly("pending: The mail server 127.0.0.1, port " + server.port()
                            + " did not accept the account. Correct mail.username, and the password or token.");
        }
    }
}
