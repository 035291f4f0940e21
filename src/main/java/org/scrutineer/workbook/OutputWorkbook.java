package org.scrutineer.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A workbook to be written, as its reader will meet it: sheets of a title, lines of text and tables. What it looks like
 * is {@link WorkbookWriter}'s affair.
 *
 * @param title also the document's title property
 * @param author an organisation, never a person
 * @param subject the document's subject property
 * @param keywords separated by commas
 * @param asAt the date its properties bear, so that the same content gives the same bytes
 */
public record OutputWorkbook(
        String title,
        String author,
        String subject,
        String keywords,
        LocalDate asAt,
        Layout layout,
        List<Sheet> sheets) {

    public OutputWorkbook {
        sheets = List.copyOf(sheets);
    }

    /** One that looks as the guidance on accessible spreadsheets wants it. */
    public OutputWorkbook(
            String title, String author, String subject, String keywords, LocalDate asAt, List<Sheet> sheets) {
        this(title, author, subject, keywords, asAt, Layout.ACCESSIBLE, sheets);
    }

    /** What it is printed on. */
    public enum Paper {
        A4,
        A3
    }

    /**
     * What its readers are free to want so or otherwise.
     *
     * @param paper null for A4, and A3 for sheets whose tables would be too small to read on it
     * @param freezePanes whether the first column, and the headers of a sheet's only table, stay while the rest is scrolled
     * @param filters whether headers have buttons to filter rows by
     * @param fills whether ratings stand on a colour that says the same as their word
     */
    public record Layout(@Nullable Paper paper, boolean freezePanes, boolean filters, boolean fills) {

        /** Without what hinders those who do not see the sheet as a whole. */
        public static final Layout ACCESSIBLE = new Layout(null, false, false, true);
    }

    /**
     * @param name on the tab, at most 31 characters
     * @param title in A1
     * @param lines below the title, one a row in column A
     * @param tables one below the other, each under its title where there are several
     */
    public record Sheet(String name, String title, List<Line> lines, List<Table> tables) {

        public Sheet {
            lines = List.copyOf(lines);
            tables = List.copyOf(tables);
        }
    }

    /** A line of text. */
    public sealed interface Line {

        record Paragraph(String text) implements Line {}

        record Heading(String text) implements Line {}

        /** A link to cell A1 of another sheet. */
        record SheetLink(String text, String sheet) implements Line {}
    }

    /**
     * A real Excel table, from column A.
     *
     * @param name unique in the workbook, letters, digits and underscores, e.g. {@code scorecard}
     * @param title above it; null where the sheet's title says it all
     * @param charts of its rows, beside it from top to bottom
     */
    public record Table(
            String name, @Nullable String title, List<Header> columns, List<List<Cell>> rows, List<Chart> charts) {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            charts = List.copyOf(charts);
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("table " + name + ": a row of " + row.size() + " cells under "
                            + columns.size() + " columns");
                }
            }
        }

        public Table(String name, @Nullable String title, List<Header> columns, List<List<Cell>> rows) {
            this(name, title, columns, rows, List.of());
        }
    }

    /**
     * A line chart of neighbouring rows of a table, drawn by the program that opens the workbook.
     *
     * @param alternative what it shows, for those who cannot see it
     * @param firstRow of its rows in the table's body, from 0
     * @param lastRow included
     * @param labels the column with what stands below the axis, from 0
     */
    public record Chart(String title, String alternative, int firstRow, int lastRow, int labels, List<Series> series) {

        public Chart {
            series = List.copyOf(series);
        }

        int points() {
            return lastRow - firstRow + 1;
        }
    }

    /**
     * A column of the table, called as its header is; an empty cell is a gap.
     *
     * @param column from 0
     */
    public record Series(int column, Stroke stroke) {}

    /** How a series is drawn: each differs from the others by more than its colour. */
    public enum Stroke {
        /** A line with a dot at each value. */
        VALUES,
        /** A thin line. */
        AVERAGE,
        /** A dashed line. */
        LIMIT,
        /** A line of dashes and dots. */
        TARGET,
        /** No line, a diamond at each value. */
        MARKS
    }

    /**
     * @param text unique in its table
     * @param width in characters of the body font; longer text wraps
     */
    public record Header(String text, int width) {}

    /** What stands in a cell of a table. */
    public sealed interface Cell {

        /** Text, written as text whatever it starts with. */
        record Text(String text) implements Cell {}

        /** @param decimals how many are shown; the cell holds the value itself */
        record Number(BigDecimal value, int decimals) implements Cell {}

        /**
         * A number that can be checked where it stands: a formula over two cells of its row, whose result as printed is
         * held beside it.
         *
         * @param printed with the decimals that are shown
         * @param times what the quotient is multiplied by, e.g. 100 for a percentage
         * @param numerator column of the numerator, from 0
         * @param denominator column of the denominator, from 0
         */
        record Quotient(BigDecimal printed, int times, int numerator, int denominator) implements Cell {}

        record Day(LocalDate date) implements Cell {}

        /** A rating such as Red, Amber or Green: the word, with a fill that says the same again. */
        record Rating(String word, Tone tone) implements Cell {}

        /** Text that leads to cell A1 of another sheet. */
        record SheetLink(String text, String sheet) implements Cell {}

        /**
         * Shorthand in place of a value or beside it.
         *
         * @param symbols without their brackets, e.g. {@code p} and {@code b}; shown as {@code [p][b]}
         */
        record Shorthand(List<String> symbols) implements Cell {

            public Shorthand {
                symbols = List.copyOf(symbols);
            }

            public Shorthand(String symbol) {
                this(List.of(symbol));
            }

            public String text() {
                return symbols.stream().map(symbol -> "[" + symbol + "]").collect(Collectors.joining());
            }
        }

        /** Nothing: a cell whose emptiness the sheet explains. */
        record Empty() implements Cell {}
    }

    public enum Tone {
        GOOD,
        MIDDLING,
        BAD
    }
}
