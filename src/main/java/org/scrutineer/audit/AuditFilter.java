package org.scrutineer.audit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see.
 *
 * @param who the account; empty for anybody's
 * @param action e.g. {@code release-approved}; empty for any
 * @param about what the subject speaks of, such as a period; empty for anything
 * @param only the actions that may be seen at all; null for all
 */
public record AuditFilter(
        String who, String action, String about, @Nullable Set<String> only) {

    public AuditFilter {
        only = only == null ? null : Set.copyOf(only);
    }

    /** Every entry of those that may be seen. */
    public static AuditFilter of(@Nullable Set<String> only) {
        return new AuditFilter("", "", "", only);
    }
}
