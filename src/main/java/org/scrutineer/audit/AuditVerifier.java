package org.scrutineer.audit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds the first entry that was changed, taken away, added or put elsewhere. Who can write to the ledger, and knows how,
 * could make all later entries anew, or take the last ones away: that shows against heads that were written down
 * elsewhere, and, where entries are sealed with a key, by itself.
 */
@Component
public class AuditVerifier {

    private static final int PAGE = 10_000;

    private static final String REMEDY =
            " Keep the ledger as it is, and compare it with the last backup in which the entries are sound.";

    private final AuditTrail trail;
    private final Seal seal;

    AuditVerifier(AuditTrail trail, Seal seal) {
        this.trail = trail;
        this.seal = seal;
    }

    /** @param anchors heads that were written down elsewhere, in any order */
    public AuditVerdict verify(List<AuditAnchor> anchors) {
        Deque<AuditAnchor> waiting = new ArrayDeque<>(anchors.stream()
                .sorted(Comparator.comparing(anchor -> anchor.head().entry()))
                .toList());
        // Read first: entries that are written meanwhile come after it.
        AuditHead head = trail.head();
        AuditHead last = new AuditHead(0, AuditTrail.BEFORE_ALL);
        long keyed = 0;
        for (List<AuditEntry> page = trail.after(0, PAGE); !page.isEmpty(); page = trail.after(last.entry(), PAGE)) {
            for (AuditEntry entry : page) {
                if (entry.number() != last.entry() + 1) {
                    return broken(
                            last.entry() + 1,
                            "Entry " + (last.entry() + 1) + " of the audit trail is missing: the next one is entry "
                                    + entry.number() + ".");
                }
                if (!seal.canCheck(entry)) {
                    return new AuditVerdict.Broken(
                            entry.number(),
                            "Entry " + entry.number() + " of the audit trail was sealed with a key, which is needed to"
                                    + " verify it. Name the file that holds it in the setting audit.key-file.");
                }
                if (keyed > 0 && !entry.keyed()) {
                    return broken(
                            entry.number(),
                            described(entry) + " was not sealed with the key, though entries before it were.");
                }
                if (!seal.hash(last.hash(), entry).equals(entry.hash())) {
                    return broken(
                            entry.number(),
                            described(entry) + " is not what was written, or not where: its hash does not follow from"
                                    + " its text and the entries before it.");
                }
                last = new AuditHead(entry.number(), entry.hash());
                keyed += entry.keyed() ? 1 : 0;
                while (!waiting.isEmpty() && waiting.peek().head().entry() <= entry.number()) {
                    AuditAnchor anchor = waiting.remove();
                    if (!agrees(anchor, last)) {
                        return broken(
                                entry.number(),
                                described(entry) + " is not the one named in " + anchor.where()
                                        + ": the entries up to it were written anew.");
                    }
                }
            }
        }
        if (!waiting.isEmpty()) {
            AuditAnchor anchor = waiting.getLast();
            return broken(
                    last.entry() + 1,
                    "The audit trail ends with entry " + last.entry() + ", but " + anchor.where() + " names entry "
                            + anchor.head().entry() + ": entries from " + (last.entry() + 1) + " on are missing.");
        }
        if (last.entry() < head.entry()) {
            return broken(
                    last.entry() + 1,
                    "The audit trail ends with entry " + last.entry() + ", but entry " + head.entry()
                            + " had been written: entries from " + (last.entry() + 1) + " on are missing.");
        }
        return new AuditVerdict.Sound(last, keyed, anchors.size());
    }

    /** An anchor before the first entry says nothing about any. */
    private static boolean agrees(AuditAnchor anchor, AuditHead passed) {
        return anchor.head().entry() == 0 || anchor.head().equals(passed);
    }

    private static String described(AuditEntry entry) {
        return "Entry " + entry.number() + " of the audit trail (" + entry.action() + ", " + entry.subject() + ", "
                + entry.at() + ")";
    }

    private static AuditVerdict broken(long entry, String sentence) {
        return new AuditVerdict.Broken(entry, sentence + REMEDY);
    }
}
