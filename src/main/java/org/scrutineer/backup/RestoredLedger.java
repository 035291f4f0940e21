package org.scrutineer.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.distribution.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is to be done at the first start with a ledger that was restored: it does not know of the mails that were sent after it
 * was backed up, so all that it believes are still to be sent wait for a person.
 */
@Component
public class RestoredLedger {

    /** Beside the ledger; says which backup it is from. */
    static final String MARK = "restored-from";

    private final Path mark;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Actor actor;
    private final TransactionTemplate transaction;

    RestoredLedger(
            BackupProperties settings, Outbox outbox, AuditTrail trail, Actor actor, TransactionTemplate transaction) {
        this.mark = settings.output().resolve("ledger").resolve(MARK);
        this.outbox = outbox;
        this.trail = trail;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * Holds the mails of a ledger that was restored, once.
     *
     * @return what there is to say of it, in whole sentences; nothing where there is nothing to hold
     */
    public Optional<String> settle() throws IOException {
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        String backup = Files.readString(mark).strip();
        int held = Optional.ofNullable(transaction.execute(status -> {
                    int mails = outbox.hold("the ledger was restored from a backup, and may not know that it was sent");
                    trail.record(
                            actor.account(), "restored", backup, null, Map.of("mailsHeld", Integer.toString(mails)));
                    return mails;
                }))
                .orElse(0);
        Files.delete(mark);
        return held == 0
                ? Optional.empty()
                : Optional.of("The ledger was restored from " + backup
                        + ", and may not know which mails were sent after"
                        + " that: " + held + (held == 1 ? " mail is" : " mails are") + " held. See \"status\", and send"
                        + " again what did not arrive.");
    }
}
