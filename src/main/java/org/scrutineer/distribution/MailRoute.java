package org.scrutineer.distribution;

import jakarta.mail.internet.MimeMessage;

/** A way on which messages leave. */
interface MailRoute {

    /** How an attempt to send a message ended. */
    sealed interface Outcome {

        /** Whoever comes next has taken it. */
        record Sent(String said) implements Outcome {}

        /** It was not taken, and will not be if it is tried again. */
        record Refused(String said) implements Outcome {}

        /**
         * It was not taken this time.
         *
         * @param reached whether somebody answered: if not, there is no use in trying with another message now
         */
        record NotNow(String said, boolean reached) implements Outcome {}

        /** It was handed over, but nobody said whether it was taken. */
        record Unknown(String said) implements Outcome {}
    }

    /** As the ledger names it. */
    String id();

    Outcome send(Delivery delivery, MimeMessage message);

    /** How an attempt ended that was cut off. */
    Outcome cutOff(Delivery delivery);
}
