package org.scrutineer.commentary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action of an improvement plan, as the newest return of a period tells it. Who answers for it is left out, as teams
 * name people there.
 *
 * @param reference what it is known by
 * @param state as the catalogue codes it, e.g. {@code IN-PROGRESS}
 * @param indicator the code of the indicator it is to improve; null where none, or none that is known, is named
 */
public record PlannedAction(
        String reference,
        String action,
        String state,
        @Nullable LocalDate due,
        @Nullable String indicator,
        @Nullable String progress) {

    /** Whether nothing more is to be done. */
    public boolean isClosed() {
        return state.equals("DONE") || state.equals("STOPPED");
    }

    /** Whether it should have been closed by a day and is not. */
    public boolean isOverdue(LocalDate on) {
        return !isClosed() && due != null && due.isBefore(on);
    }
}
