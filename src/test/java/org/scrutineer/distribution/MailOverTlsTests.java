package org.scrutineer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.distribution.MailProperties.Security;
import org.scrutineer.distribution.ScriptedMailServer.Place;

/** Mail to servers that show a certificate, over connections that are really secured. */
class MailOverTlsTests {

    private static final String HOST = "127.0.0.1";

    @TempDir
    static Path certificates;

    private static TestCertificate ofThisHost;
    private static TestCertificate ofAnother;

    @TempDir
    Path folder;

    private TestOutbox test;
    private SSLContext before;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException, GeneralSecurityException {
        ofThisHost = TestCertificate.of(certificates, "ip:127.0.0.1");
        ofAnother = TestCertificate.of(certificates, "dns:mail.elsewhere.example");
    }

    @BeforeEach
    void trustOne() throws GeneralSecurityException, IOException {
        test = new TestOutbox(folder).queue("one");
        before = SSLContext.getDefault();
        trust(ofThisHost);
    }

    @AfterEach
    void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    /** As if it were the only one in Java's trust store. */
    private static void trust(TestCertificate certificate) throws GeneralSecurityException, IOException {
        SSLContext.setDefault(certificate.trusted());
    }

    private MailProperties settings(
            int port, Security security, @Nullable Path passwordFile, @Nullable Path tokenFile) {
        return new MailProperties(
                folder.resolve("outbox"),
                HOST,
                port,
                security,
                passwordFile == null && tokenFile == null ? null : "scrutineer",
                null,
                passwordFile,
                tokenFile,
                null,
                List.of("committee.example"),
                Duration.ofSeconds(10),
                List.of(Duration.ofMinutes(1)));
    }

    private Path secret(String secret) throws IOException {
        return Files.writeString(folder.resolve("secret"), secret + "\n");
    }

    private static String heard(String mechanism, String said) {
        return "AUTH " + mechanism + " " + Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aConnectionTurnsToTlsBeforeAnAccountOrAMessageIsNamed() throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.offeringTls(ofThisHost.shown(), "", Place.NOWHERE)) {
            MailProperties settings = settings(server.port(), Security.STARTTLS, secret("a password"), null);

            assertThat(test.afterSending(settings))
                    .containsExactly("sent: The mail server " + HOST + ", port " + server.port() + " took it.");
            assertThat(server.taken()).hasSize(1);
            assertThat(server.heard().subList(0, 5))
                    .containsExactly(
                            "EHLO scrutineer.invalid",
                            "STARTTLS",
                            ScriptedMailServer.TLS,
                            "EHLO scrutineer.invalid",
                            heard("PLAIN", "scrutineer\0scrutineer\0a password"));
        }
    }

    @Test
    void aRealServerThatSpeaksTlsFromTheStartTakesAMessage() throws Exception {
        System.setProperty("greenmail.tls.keystore.file", ofThisHost.file().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        System.setProperty("greenmail.tls.key.password", TestCertificate.PASSWORD);
        var server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            int port = server.getSmtps().getPort();

            assertThat(test.afterSending(settings(port, Security.IMPLICIT, null, null)))
                    .containsExactly("sent: The mail server " + HOST + ", port " + port + " took it.");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
            System.clearProperty("greenmail.tls.key.password");
        }
    }

    @Test
    void nothingIsSaidToAServerWhoseCertificateNobodyVouchesFor() throws Exception {
        trust(ofAnother);
        isRefused(ofThisHost);
    }

    @Test
    void nothingIsSaidToAServerWhoseCertificateIsForAnotherName() throws Exception {
        trust(ofAnother);
        isRefused(ofAnother);
    }

    private void isRefused(TestCertificate shown) throws Exception {
        for (Security security : List.of(Security.STARTTLS, Security.IMPLICIT)) {
            var own = new TestOutbox(folder).queue("one");
            try (ScriptedMailServer server = security == Security.IMPLICIT
                    ? ScriptedMailServer.speakingTls(shown.shown())
                    : ScriptedMailServer.offeringTls(shown.shown(), "", Place.NOWHERE)) {
                assertThat(own.afterSending(settings(server.port(), security, secret("a password"), null)))
                        .containsExactly("pending: The mail server " + HOST + ", port " + server.port()
                                + " showed a certificate that is not valid, is for another name, or is signed by none of the"
                                + " authorities that Java trusts; nothing more was said to it. Write mail.host as the"
                                + " certificate names it, or have whoever looks after the server put that right; an"
                                + " authority of your own belongs into Java's trust store.");
                assertThat(server.heard()).noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
            }
        }
    }

    @Test
    void aTokenIsShownOverTlsAlone() throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.offeringTls(ofThisHost.shown(), "", Place.NOWHERE)) {
            assertThat(test.afterSending(settings(server.port(), Security.STARTTLS, null, secret("a token"))))
                    .containsExactly("sent: The mail server " + HOST + ", port " + server.port() + " took it.");
            assertThat(server.heard())
                    .contains(heard("XOAUTH2", "user=scrutineer\1auth=Bearer a token\1\1"))
                    .doesNotContainSequence("EHLO scrutineer.invalid", "AUTH");
        }
    }

    @Test
    void aTokenThatHasRunOutIsToldAndTheMailWaits() throws Exception {
        try (ScriptedMailServer server = ScriptedMailServer.offeringTls(
                ofThisHost.shown(), "535 5.7.3 Authentication unsuccessful", Place.AUTH)) {
            assertThat(test.afterSending(settings(server.port(), Security.STARTTLS, null, secret("an old token"))))
                    .containsExactly("pending: The mail server " + HOST + ", port " + server.port()
                            + " did not accept the account. Correct mail.username, and the password or token.");
            assertThat(server.handedOver()).isEmpty();
        }
    }
}
