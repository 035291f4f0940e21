package org.scrutineer.retention;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.RetentionRule.Event;
import org.scrutineer.catalogue.RetentionRule.What;

/**
 * Something that is kept.
 *
 * @param subject as {@link Due#subject}
 * @param returnType what it is a return of, or is of; null where it is of none, or nobody can tell
 * @param rowsOf the period whose rows it holds, where figures are made from them; null for all else
 * @param since when each event was that it can be counted from
 */
record Held(
        What what,
        String subject,
        String title,
        @Nullable Long submission,
        @Nullable String returnType,
        @Nullable ReportingPeriod rowsOf,
        Map<Event, LocalDate> since) {

    Held {
        since = since.isEmpty() ? Map.of() : new EnumMap<>(since);
    }
}
