package org.scrutineer.distribution;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.security.GeneralSecurityException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.scrutineer.distribution.MailProperties.Security;
import org.scrutineer.distribution.SmtpDialogue.Stage;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Messages handed to a mail server. What counts is how far the dialogue got and what the server answered there, not which
 * error the library makes of it: once the end of the message was sent, only an answer tells whether it was taken.
 */
final class SmtpRoute implements MailRoute {

    /** Answers below this are no refusals. */
    private static final int REFUSED = 400;

    /** Refusals from this on will not change. */
    private static final int FOR_GOOD = 500;

    private final MailProperties settings;
    private final MailCredentials credentials;

    SmtpRoute(MailProperties settings) {
        this.settings = settings;
        this.credentials = new MailCredentials(settings);
    }

    @Override
    public String id() {
        return "smtp";
    }

    @Override
    public Outcome cutOff(Delivery delivery) {
        return new Outcome.Unknown("It was cut off while it was handed to the mail server.");
    }

    @Override
    public Outcome send(Delivery delivery, MimeMessage message) {
        var connection = new Connection();
        try {
            connection.send(message);
        } catch (MailException e) {
            // The stage says more, and says it also where only taking leave went wrong.
            return outcome(connection.dialogue, e.getMostSpecificCause());
        }
        return outcome(connection.dialogue, null);
    }

    /** @param reason why it ended; null where it ended well */
    private Outcome outcome(@Nullable SmtpDialogue dialogue, @Nullable Throwable reason) {
        String server = settings.host() + ", port " + settings.usedPort();
        Stage stage = dialogue == null ? Stage.CONNECTING : dialogue.stage();
        int answer = dialogue == null ? -1 : dialogue.getLastReturnCode();
        String said = dialogue == null ? "" : HeaderText.of(String.valueOf(dialogue.getLastServerResponse()));
        if (stage == Stage.TAKEN) {
            return new Outcome.Sent("The mail server " + server + " took it.");
        }
        if (stage == Stage.CONNECTING) {
            return new Outcome.NotNow(notReached(server, reason), false);
        }
        if (answer >= REFUSED) {
            String sentence = "The mail server " + server + " said \"" + shortened(said) + "\".";
            return answer >= FOR_GOOD ? new Outcome.Refused(sentence) : new Outcome.NotNow(sentence, true);
        }
        return stage == Stage.HANDED_OVER
                ? new Outcome.Unknown("The mail server " + server + " was handed the message and did not answer.")
                : new Outcome.NotNow(
                        "The connection to the mail server " + server
                                + " broke off before the message was handed over.",
                        false);
    }

    private String notReached(String server, @Nullable Throwable reason) {
        if (reason instanceof AuthenticationFailedException) {
            return "The mail server " + server
                    + " did not accept the account. Correct mail.username, and the password or" + " token.";
        }
        if (reason instanceof GeneralSecurityException) {
            return "The mail server " + server
                    + " showed a certificate that is not valid, is for another name, or is signed by"
                    + " none of the authorities that Java trusts; nothing more was said to it. Write mail.host as the"
                    + " certificate names it, or have whoever looks after the server put that right; an authority of your own"
                    + " belongs into Java's trust store.";
        }
        return "The mail server " + server + " cannot be reached"
                + (settings.security() == Security.NONE ? "" : " over a connection that is secured by TLS")
                + ". Look whether it runs, and whether mail.host, mail.port and mail.security are right.";
    }

    private static String shortened(String said) {
        return said.length() <= 500 ? said : said.substring(0, 500) + "…";
    }

    /** Spring's sender with a dialogue that tells how far it got; good for one message. */
    private final class Connection extends JavaMailSenderImpl {

        private @Nullable SmtpDialogue dialogue;

        private Connection() {
            setHost(settings.host());
            setPort(settings.usedPort());
            setUsername(settings.username());
            setPassword(credentials.secret());
            setJavaMailProperties(properties());
        }

        @Override
        protected Transport getTransport(Session session) throws NoSuchProviderException {
            dialogue = new SmtpDialogue(session, settings.security() == Security.IMPLICIT);
            return dialogue;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        String prefix = settings.security() == Security.IMPLICIT ? "mail.smtps." : "mail.smtp.";
        String timeout = String.valueOf(settings.timeout().toMillis());
        properties.put(prefix + "connectiontimeout", timeout);
        properties.put(prefix + "timeout", timeout);
        properties.put(prefix + "writetimeout", timeout);
        properties.put(prefix + "localhost", "scrutineer.invalid");
        properties.put(prefix + "allow8bitmime", "false");
        properties.put(prefix + "sendpartial", "false");
        properties.put(prefix + "quitwait", "false");
        if (settings.username() != null) {
            properties.put(prefix + "auth", "true");
            properties.put(prefix + "auth.mechanisms", settings.tokenFile() == null ? "PLAIN LOGIN" : "XOAUTH2");
        }
        if (settings.security() != Security.NONE) {
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
        }
        if (settings.security() == Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
