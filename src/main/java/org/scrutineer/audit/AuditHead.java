package org.scrutineer.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which entry was the last at some time. Kept where the ledger is not, it shows later whether entries up to it are still
 * what they were.
 *
 * @param entry its number, from 1; 0 before there is any
 * @param hash of it and all before it, 64 hexadecimal digits
 */
public record AuditHead(long entry, String hash) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** Reads what {@link #toString} wrote; nothing where it is anything else. */
    public static Optional<AuditHead> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(new AuditHead(Long.parseLong(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    /** E.g. {@code 17:ab12…}, as mails carry it. */
    @Override
    public String toString() {
        return entry + ":" + hash;
    }
}
