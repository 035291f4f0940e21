package org.scrutineer.schedule;

import java.util.List;
import org.scrutineer.distribution.Issuing;
import org.scrutineer.distribution.Postman;
import org.scrutineer.locks.WorkInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Issues what is approved and whose embargo has passed, and sends the mail that waits. */
@Component
class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);

    private final Issuing issuing;
    private final Postman postman;
    private final OfficerNotices notices;
    private List<String> mistakesTold = List.of();

    MailRound(Issuing issuing, Postman postman, OfficerNotices notices) {
        this.issuing = issuing;
        this.postman = postman;
        this.notices = notices;
    }

    /** Nothing is issued while mail cannot be sent: those it is for would not hear of it. */
    void look() {
        List<String> mistakes = postman.mistakes();
        if (!mistakes.isEmpty()) {
            if (!mistakes.equals(mistakesTold)) {
                LOG.error("nothing is issued or sent: {}", String.join(" ", mistakes));
            }
            mistakesTold = mistakes;
            return;
        }
        try {
            issuing.issueDue();
            notices.tellOfMail();
            postman.send();
        } catch (WorkInProgressException e) {
            // Another process is sending, or has the output folder to itself; the next round comes in a moment.
            return;
        }
    }
}
