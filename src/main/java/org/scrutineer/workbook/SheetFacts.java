package org.scrutineer.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet says of itself beside its cells, known once it has been read to its end.
 *
 * @param hiddenColumns in the order of the sheet
 * @param merged ranges of merged cells as stored, e.g. {@code B3:D3}, in the order of the sheet
 * @param filter the range that a filter is set on, e.g. {@code A4:K90}; null where there is none
 */
public record SheetFacts(
        List<Columns> hiddenColumns,
        List<String> merged,
        @Nullable String filter) {

    /** Neighbouring columns, from 1, both included. */
    public record Columns(int first, int last) {}

    public SheetFacts {
        hiddenColumns = List.copyOf(hiddenColumns);
        merged = List.copyOf(merged);
    }
}
