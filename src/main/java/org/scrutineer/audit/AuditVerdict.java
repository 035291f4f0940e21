package org.scrutineer.audit;

import java.util.Locale;

/** What verifying the entries came to. */
public sealed interface AuditVerdict {

    /** What was found, and what to do. */
    String sentence();

    /**
     * Every entry is what was written, in its place.
     *
     * @param keyed how many of them were sealed with a key
     * @param anchors how many heads that were written down elsewhere they agree with
     */
    record Sound(AuditHead head, long keyed, int anchors) implements AuditVerdict {

        @Override
        public String sentence() {
            return String.format(
                    Locale.UK,
                    "All %,d entries of the audit trail are what was written; %,d of them are sealed with a key. They"
                            + " agree with %,d head%s written down elsewhere. The head is %s.",
                    head.entry(),
                    keyed,
                    anchors,
                    anchors == 1 ? "" : "s",
                    head);
        }
    }

    /**
     * Something was changed.
     *
     * @param entry the number of the first entry that is not what it was, or is missing
     * @param sentence what was found and what to do
     */
    record Broken(long entry, String sentence) implements AuditVerdict {}
}
