package org.scrutineer.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it was written.
 *
 * @param number from 1, without gaps
 * @param at to the millisecond
 * @param who the account
 * @param action what was done, e.g. {@code release-approved}
 * @param subject what it was done to, e.g. {@code run 7}
 * @param reason as the person gave it; null where none was asked for
 * @param details names and values as canonical JSON
 * @param keyed whether the hash was made with the installation's key
 * @param hash of it and all before it
 */
public record AuditEntry(
        long number,
        Instant at,
        String who,
        String action,
        String subject,
        @Nullable String reason,
        String details,
        boolean keyed,
        String hash) {

    /** Everything but the hash, as canonical JSON: names in order, no blanks, nothing escaped that need not be. */
    String canonical() {
        return "{\"action\":" + CanonicalJson.text(action)
                + ",\"at\":" + CanonicalJson.text(at.toString())
                + ",\"details\":" + details
                + ",\"keyed\":" + keyed
                + ",\"number\":" + number
                + ",\"reason\":" + (reason == null ? "null" : CanonicalJson.text(reason))
                + ",\"subject\":" + CanonicalJson.text(subject)
                + ",\"who\":" + CanonicalJson.text(who) + "}";
    }
}
