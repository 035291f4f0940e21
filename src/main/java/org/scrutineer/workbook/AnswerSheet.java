package org.scrutineer.workbook;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is put in front of a sender's own workbook: a title in A1, lines of text below it, and tables.
 *
 * @param name on the tab, at most 31 characters; a sheet of the same name that the workbook has already gives way to it
 * @param lines below the title, one a row in column A
 * @param tables one below the other
 */
public record AnswerSheet(String name, String title, List<String> lines, List<Table> tables) {

    public AnswerSheet {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    /**
     * A real Excel table, from column A; without rows it says None.
     *
     * @param name letters and underscores; where the workbook has such a name already, a number is added
     * @param title above it; null where the sheet's title says it all
     */
    public record Table(String name, @Nullable String title, List<Column> columns, List<List<Cell>> rows) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("table " + name + ": a row of " + row.size() + " cells under "
                            + columns.size() + " columns");
                }
            }
        }

        boolean takesAnswers() {
            return rows.stream().flatMap(List::stream).anyMatch(Cell.Answer.class::isInstance);
        }
    }

    /**
     * @param header unique in its table
     * @param width in characters of the body font; longer text wraps
     */
    public record Column(String header, int width) {}

    /** What stands in a cell of a table. */
    public sealed interface Cell {

        /** As a person reads it. */
        String shown();

        /** Text, written as text whatever it starts with. */
        record Text(String text) implements Cell {

            @Override
            public String shown() {
                return text;
            }
        }

        record Number(long value) implements Cell {

            @Override
            public String shown() {
                return String.format(Locale.UK, "%,d", value);
            }
        }

        /**
         * Text that leads to a cell of the sender's own sheets.
         *
         * @param cell as Excel shows it, e.g. {@code C14}
         */
        record Link(String text, String sheet, String cell) implements Cell {

            @Override
            public String shown() {
                return text;
            }
        }

        /**
         * Where the sender may write; all other cells of the sheet are locked, without a password.
         *
         * @param text what stands there already
         */
        record Answer(String text) implements Cell {

            @Override
            public String shown() {
                return text;
            }
        }
    }

    /** Whether the sender may write into it. */
    boolean takesAnswers() {
        return tables.stream().anyMatch(Table::takesAnswers);
    }
}
