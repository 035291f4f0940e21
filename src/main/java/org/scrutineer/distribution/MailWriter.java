package org.scrutineer.distribution;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.scrutineer.audit.AuditHead;
import org.springframework.stereotype.Component;

/**
 * Writes a delivery as a mail: plain text, the same as HTML, attachments. The same delivery gives the same bytes: nothing
 * in it is drawn at random or depends on when it is sent.
 */
@Component
class MailWriter {

    private static final String UTF_8 = "UTF-8";

    private final Sender sender;

    MailWriter(Sender sender) {
        this.sender = sender;
    }

    /** @param bytes of the attachment */
    record Attached(String name, byte[] bytes) {

        private String type() {
            if (name.endsWith(".xlsx")) {
                return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            }
            if (name.endsWith(".docx")) {
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            }
            return name.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
        }
    }

    /** @param head of the audit trail, which thereby leaves the machine */
    MimeMessage write(Delivery delivery, List<Attached> attachments, AuditHead head) throws MessagingException {
        Message message = delivery.message();
        var mail = new Mail(delivery.messageId());
        mail.setFrom(address(sender.address(), sender.name()));
        mail.setRecipient(
                RecipientType.TO,
                address(message.recipient().address(), message.recipient().name()));
        mail.setSubject(message.subject(), UTF_8);
        mail.setSentDate(Date.from(delivery.queuedAt()));
        // No out-of-office reply is wanted, and none would be read.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Scrutineer-Audit-Head", head.toString());
        String boundary =
                "=_" + delivery.messageId().replaceAll("[^0-9a-z]", "").substring(0, 30);
        var texts = new Parts("alternative", boundary + "_text");
        texts.addBodyPart(text(MailBody.plain(message.lines()), "plain"));
        texts.addBodyPart(text(MailBody.html(message.subject(), message.lines()), "html"));
        if (attachments.isEmpty()) {
            mail.setContent(texts);
        } else {
            var all = new Parts("mixed", boundary + "_all");
            var first = new MimeBodyPart();
            first.setContent(texts);
            all.addBodyPart(first);
            for (Attached attached : attachments) {
                all.addBodyPart(attachment(attached));
            }
            mail.setContent(all);
        }
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            var full = new InternetAddress(address, HeaderText.of(name), UTF_8);
            full.validate();
            return full;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        // Otherwise long lines would be sent as they are, and cut by servers.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart attachment(Attached attached) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attached.bytes(), attached.type())));
        part.setFileName(HeaderText.of(attached.name()));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Keeps the identity it is given. */
    private static final class Mail extends MimeMessage {

        private final String id;

        private Mail(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** Has the boundary it is given: the library would draw one at random. */
    private static final class Parts extends MimeMultipart {

        private Parts(String subtype, String boundary) {
            var parameters = new ParameterList();
            parameters.set("boundary", boundary);
            contentType = new ContentType("multipart", subtype, parameters).toString();
        }
    }
}
