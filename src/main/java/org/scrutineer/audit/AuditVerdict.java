package org.scrutineer.audit;

/** What verifying the entries came to. */
public sealed interface AuditVerdict {

    /**
     * Every entry is what was written, in its place.
     *
     * @param keyed how many of them were sealed with a key
     * @param anchors how many heads that were written down elsewhere they agree with
     */
    record Sound(AuditHead head, long keyed, int anchors) implements AuditVerdict {}

    /**
     * Something was changed.
     *
     * @param entry the number of the first entry that is not what it was, or is missing
     * @param sentence what was found and what to do
     */
    record Broken(long entry, String sentence) implements AuditVerdict {}
}
