package org.scrutineer.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook to be filled in: a cover, a sheet for each table to type rows into, and sheets that are only read, such as
 * guidance and the lists that cells are chosen from. It bears no date, so the same form is the same bytes on any day.
 *
 * @param title also the document's title property
 * @param author an organisation, never a person
 * @param subject the document's subject property
 * @param keywords separated by commas
 * @param readings written as any other published sheet
 */
public record FormWorkbook(
        String title,
        String author,
        String subject,
        String keywords,
        Cover cover,
        List<Grid> grids,
        List<OutputWorkbook.Sheet> readings) {

    public FormWorkbook {
        grids = List.copyOf(grids);
        readings = List.copyOf(readings);
    }

    /**
     * Labels in column A, values in column B, and beside each what to enter.
     *
     * @param title in A1
     */
    public record Cover(String sheet, String title, List<Field> fields) {

        public Cover {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param value what stands there already; empty where it is left to whoever fills the form in
     * @param note in column C, for everybody to see
     */
    public record Field(String label, String value, Entry entry, String note) {}

    /**
     * A table to type rows into, with its title in A1, lines of text below it, and its headers frozen.
     *
     * @param table its name in Excel
     * @param rows what stands in it already, a text a column: empty where the cell is, and a day as {@code 2018-12-31}
     */
    public record Grid(
            String sheet,
            String title,
            List<String> lines,
            String table,
            List<Column> columns,
            List<List<String>> rows) {

        public Grid {
            lines = List.copyOf(lines);
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param demand whether the column must be filled in, in words that stand above its header
     * @param width in characters
     */
    public record Column(String header, String demand, int width, Entry entry) {}

    /**
     * What may be typed into a cell.
     *
     * @param prompt shown by Excel while the cell is chosen, and once more where something else is typed; of a long text
     *     the beginning
     */
    public record Entry(Format format, Check check, String prompt) {}

    /** How Excel shows, and thereby takes, what is typed. */
    public enum Format {
        /** Kept as typed: leading zeros stay, and nothing becomes a date. */
        TEXT("@"),
        DAY("dd/mm/yyyy"),
        MOMENT("dd/mm/yyyy hh:mm"),
        WHOLE("0"),
        DECIMAL("General"),
        MONEY("#,##0.00");

        final String code;

        Format(String code) {
            this.code = code;
        }
    }

    /** What Excel itself checks; an empty cell always passes. */
    public sealed interface Check {

        record None() implements Check {}

        /**
         * One of the values in the first column of a table of the form.
         *
         * @param table the name of the table that lists them
         * @param strict whether Excel refuses others or only asks
         */
        record OneOf(String table, boolean strict) implements Check {}

        /** A day, or a moment on it, from the first to the last. */
        record Between(LocalDate first, LocalDate last, boolean strict) implements Check {}

        /** @param whole whether it has no decimals */
        record Within(@Nullable BigDecimal min, @Nullable BigDecimal max, boolean whole, boolean strict)
                implements Check {}
    }
}
