package org.scrutineer.distribution;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A dialogue with a mail server about one message, which tells how far it got. */
final class SmtpDialogue extends SMTPTransport {

    /** How far a dialogue got. */
    enum Stage {
        CONNECTING,
        /** The server knows us, and has not seen the end of the message. */
        CONNECTED,
        /** The end of the message was sent, and not answered. */
        HANDED_OVER,
        TAKEN
    }

    private Stage stage = Stage.CONNECTING;

    SmtpDialogue(Session session, boolean implicit) {
        super(session, null, implicit ? "smtps" : "smtp", implicit);
    }

    Stage stage() {
        return stage;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.CONNECTED;
        super.mailFrom();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.CONNECTED;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        // An answer to something said before must not pass for one to this.
        stage = Stage.HANDED_OVER;
        super.finishData();
        stage = Stage.TAKEN;
    }
}
