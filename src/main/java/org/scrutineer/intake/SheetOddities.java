package org.scrutineer.intake;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SheetFacts;
import org.scrutineer.workbook.SourceSheet;

/** Tells what a person who looks at a sheet would not see, though it was read, and cells that are merged. */
final class SheetOddities {

    private final Dataset dataset;
    private final HeaderRow header;
    private final SheetFindings findings;

    SheetOddities(Dataset dataset, HeaderRow header, SheetFindings findings) {
        this.dataset = dataset;
        this.header = header;
        this.findings = findings;
    }

    void tellHiddenSheet(SourceSheet sheet) {
        if (sheet.hidden()) {
            findings.info(
                    ReadingRule.HIDDEN_SHEET_READ,
                    null,
                    "a hidden sheet",
                    "the sheet where people can see it; it was read and counts like the others",
                    "Show the sheet, or delete it if it is not meant to count.");
        }
    }

    void tellHiddenRows(int count) {
        if (count > 0) {
            findings.info(
                    ReadingRule.HIDDEN_ROWS_READ,
                    null,
                    count + (count == 1 ? " hidden row" : " hidden rows"),
                    "no hidden rows; "
                            + (count == 1 ? "it was read and counts" : "they were read and count")
                            + " like the others",
                    "Delete rows that are not meant to count.");
        }
    }

    /** @param records the rows that were read as records */
    void tell(SheetFacts facts, BitSet records) {
        for (SheetFacts.Columns hidden : facts.hiddenColumns()) {
            for (int i = 0; i < dataset.columns().size(); i++) {
                int column = header.sheetColumn(i);
                if (column >= hidden.first() && column <= hidden.last()) {
                    tellHiddenColumn(column, dataset.columns().get(i).headers().get(0));
                }
            }
        }
        tellFilter(facts.filter());
        facts.merged().forEach(range -> tellMerged(range, records));
    }

    private void tellHiddenColumn(int column, String name) {
        findings.info(
                ReadingRule.HIDDEN_COLUMN_READ,
                CellAddress.of(header.row(), column),
                "hidden column " + CellAddress.columnName(column),
                "the column " + name + " where people can see it; it was read and counts like the others",
                "Show the column, so that nobody sends what nobody has seen.");
    }

    private void tellFilter(@Nullable String range) {
        if (range != null) {
            findings.info(
                    ReadingRule.FILTER_SET,
                    CellAddress.first(range),
                    "a filter on " + range,
                    "all rows, and all were read, whatever the filter shows",
                    "Delete rows that are not meant to count, as a filter leaves none out.");
        }
    }

    private void tellMerged(String range, BitSet records) {
        String first = CellAddress.first(range);
        String last = CellAddress.last(range);
        int row = CellAddress.row(first);
        if (records.get(row) && touchesColumnAskedFor(CellAddress.column(first), CellAddress.column(last))) {
            boolean overRows = CellAddress.row(last) > row;
            findings.add(
                    Severity.WARNING,
                    ReadingRule.MERGED_CELLS,
                    first,
                    "merged cells " + range,
                    "a cell of its own for each " + (overRows ? "row" : "column")
                            + "; the value counts in the first one only, the others were read as blank",
                    "Unmerge the cells and fill in each of them.");
        }
    }

    private boolean touchesColumnAskedFor(int first, int last) {
        for (int column = first; column <= last; column++) {
            if (header.column(column) >= 0) {
                return true;
            }
        }
        return false;
    }
}
