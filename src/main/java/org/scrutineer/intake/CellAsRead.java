package org.scrutineer.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;

/**
 * A cell of a return: what stands in the file, and what was made of it.
 *
 * @param column as the catalogue defines it
 * @param header as the workbook has it
 * @param cell as Excel shows it, e.g. {@code C14}
 * @param raw what stands there in the file, as a person reads it, blanks around a text included; empty for a blank cell
 * @param value what it counts as, as a person writes it; empty where it counts as blank
 * @param how what was done to the raw text to get there, in the order it was done; empty where it counts as it stands
 * @param amendment what was agreed about it; null where nothing was
 */
public record CellAsRead(
        Column column,
        String header,
        String cell,
        String raw,
        String value,
        List<String> how,
        @Nullable Amendment amendment) {

    public CellAsRead {
        how = List.copyOf(how);
    }
}
