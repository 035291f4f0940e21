package org.scrutineer.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;

/**
 * Turns the filled cells of one column into values of its type, one after the other. {@link #read} takes a cell; where
 * it returns nothing the value is ready to be asked for.
 */
abstract class ValueReader {

    final Column column;
    private String text = "";
    private long number;
    private @Nullable Conversion conversion;

    ValueReader(Column column) {
        this.column = column;
    }

    static ValueReader of(Column column, boolean identifies, boolean from1904) {
        return switch (column.type()) {
            case TEXT -> new TextReader(column, identifies);
            case CODE -> new CodeReader(column);
            case DATE -> new DateReader(column, from1904);
            case DATETIME -> new DateReader(column, from1904);
            case MONTH -> new MonthReader(column);
            case YES_NO -> new YesNoReader(column);
            case INTEGER -> new NumberReader(column, 0);
            case DECIMAL -> new NumberReader(column, 4);
            case MONEY -> new NumberReader(column, 2);
        };
    }

    /** Reads the cell at {@code index} of a row, which has a value. */
    abstract @Nullable CellProblem read(RawCells cells, int index);

    /** What the column takes, in words that follow "expected". */
    final String expected() {
        return column.expected();
    }

    /** The value last read, where it is a text. */
    final String text() {
        return text;
    }

    /** The value last read, where it is none: a day, a second, a truth, or a number without its decimal point. */
    final long number() {
        return number;
    }

    /** How the value last read was understood, if it was not typed as it should be. */
    final @Nullable Conversion conversion() {
        return conversion;
    }

    final void be(String value) {
        text = value;
    }

    final void be(long value) {
        number = value;
    }

    final void understoodBy(@Nullable Conversion how) {
        conversion = how;
    }

    final <T> Optional<T> understood(Optional<T> value, Conversion how) {
        conversion = value.isPresent() ? how : null;
        return value;
    }
}
