package org.scrutineer.web.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.scrutineer.audit.AuditEntry;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as the page tells it.
 *
 * @param what e.g. {@code Release approved}
 * @param reason empty where none was given
 * @param details by name
 */
record AuditLine(
        long number, Instant at, String who, String what, String subject, String reason, Map<String, String> details) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static AuditLine of(AuditEntry entry) {
        String reason = entry.reason();
        return new AuditLine(
                entry.number(),
                entry.at(),
                entry.who(),
                words(entry.action()),
                entry.subject(),
                reason == null ? "" : reason,
                new TreeMap<>(JSON.readValue(entry.details(), new TypeReference<Map<String, String>>() {})));
    }

    /** E.g. {@code Release approved} for {@code release-approved}. */
    static String words(String action) {
        return action.substring(0, 1).toUpperCase(Locale.ROOT)
                + action.substring(1).replace('-', ' ');
    }
}
