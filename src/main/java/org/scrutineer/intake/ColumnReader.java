package org.scrutineer.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RowWriter;

/**
 * Turns the cells of one column into what is staged. {@link #read} takes a cell; where it returns nothing the value is
 * ready for {@link #write}.
 */
final class ColumnReader {

    private static final long SECONDS_OF_A_DAY = 86_400;

    private final Column column;
    private final Set<String> blanks = new HashSet<>();
    private final ValueReader values;
    private boolean blank;

    /**
     * @param identifies whether the column is part of what makes a row the same thing
     * @param from1904 whether the workbook counts days from 1904, not 1900
     */
    ColumnReader(Column column, boolean identifies, boolean from1904) {
        this.column = column;
        this.values = ValueReader.of(column, identifies, from1904);
        column.blanks().forEach(word -> blanks.add(Names.normal(word)));
    }

    /** Reads the cell at {@code index} of a row. */
    @Nullable
    CellProblem read(RawCells cells, int index) {
        blank = isBlank(cells, index);
        if (blank) {
            return column.required()
                    ? new CellProblem(
                            ReadingRule.VALUE_MISSING,
                            values.expected(),
                            "Fill in the cell; the row cannot count without it.")
                    : null;
        }
        return switch (cells.kind(index)) {
            case NO_RESULT ->
                new CellProblem(
                        ReadingRule.FORMULA_WITHOUT_RESULT,
                        values.expected() + ", not a formula without a result",
                        "Open the workbook in Excel, let it calculate, and save it.");
            case ERROR ->
                new CellProblem(ReadingRule.ERROR_VALUE, values.expected(), "Mend the formula or type the value.");
            default -> values.read(cells, index);
        };
    }

    private boolean isBlank(RawCells cells, int index) {
        return switch (cells.kind(index)) {
            case NONE -> true;
            case TEXT, ERROR -> !blanks.isEmpty() && blanks.contains(Names.normal(cells.text(index)));
            default -> false;
        };
    }

    /** Hands the value last read to the staged row. */
    void write(RowWriter row) {
        if (blank) {
            row.blank();
            return;
        }
        switch (column.type()) {
            case TEXT, CODE -> row.text(values.text());
            case DATE, MONTH -> row.date(values.number());
            case DATETIME -> row.dateTime(values.number());
            case YES_NO -> row.yesNo(values.number() != 0);
            case INTEGER -> row.integer(values.number());
            case DECIMAL, MONEY -> row.decimal(values.number());
        }
    }

    /** The text last read, for a column of text; empty where the cell is blank. */
    String text() {
        return blank ? "" : values.text();
    }

    /** The value last read as a person writes it; empty where the cell counts as blank. */
    String shown() {
        if (blank) {
            return "";
        }
        long number = values.number();
        return switch (column.type()) {
            case TEXT, CODE -> values.text();
            case DATE -> TypedText.written(LocalDate.ofEpochDay(number));
            case MONTH ->
                ReportingPeriod.of(
                                LocalDate.ofEpochDay(number).getYear(),
                                LocalDate.ofEpochDay(number).getMonthValue())
                        .title();
            case DATETIME ->
                TypedText.written(
                        Math.floorDiv(number, SECONDS_OF_A_DAY), (int) Math.floorMod(number, SECONDS_OF_A_DAY));
            case YES_NO -> number != 0 ? "Yes" : "No";
            case INTEGER -> Long.toString(number);
            case DECIMAL -> plain(BigDecimal.valueOf(number, 4));
            case MONEY -> BigDecimal.valueOf(number, 2).toPlainString();
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** How the value last read was understood, if it was not typed as it should be. */
    @Nullable
    Conversion conversion() {
        return blank ? null : values.conversion();
    }
}
