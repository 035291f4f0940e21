package org.scrutineer.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Names;
import org.scrutineer.records.RowWriter;

/**
 * Turns the cells of one column into values of its type. {@link #read} takes a cell; where it returns nothing the value
 * is ready for {@link #write}.
 */
final class ColumnReader {

    /** What is wrong with a cell. */
    record Problem(String rule, String expected, String remedy) {}

    /** How a cell was understood that is not typed as its column is; told once a column, not once a cell. */
    enum Conversion {
        TEXT_TO_DATE("text-read-as-date", "Format the column as dates, so that nobody has to guess."),
        NUMBER_TO_DATE("number-read-as-date", "Format the column as dates."),
        TEXT_TO_NUMBER("text-read-as-number", "Format the column as numbers.");

        private final String rule;
        private final String remedy;

        Conversion(String rule, String remedy) {
            this.rule = rule;
            this.remedy = remedy;
        }

        String rule() {
            return rule;
        }

        String remedy() {
            return remedy;
        }
    }

    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");

    /** Days of 1954 and 2078: a whole number between them in a column of dates is a date that lost its format. */
    private static final int FIRST_LIKELY_SERIAL = 20_000;

    private static final int LAST_LIKELY_SERIAL = 65_000;

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private final Column column;
    private final Set<String> blanks = new HashSet<>();
    private final Map<String, String> codes = new HashMap<>();

    private boolean blank;
    private String text = "";
    private long number;
    private @Nullable Conversion conversion;

    ColumnReader(Column column) {
        this.column = column;
        column.blanks().forEach(word -> blanks.add(Names.normal(word)));
        column.codes().forEach((code, synonyms) -> {
            codes.put(Names.normal(code), code);
            synonyms.forEach(synonym -> codes.put(Names.normal(synonym), code));
        });
    }

    /** Reads the cell at {@code index} of a row. */
    @Nullable
    Problem read(RawCells cells, int index) {
        conversion = null;
        blank = isBlank(cells, index);
        if (blank) {
            return column.required()
                    ? new Problem("value-missing", expected(), "Fill in the cell; the row cannot count without it.")
                    : null;
        }
        if (cells.kind(index) == RawCells.Kind.NO_RESULT) {
            return new Problem(
                    "formula-without-result",
                    expected() + ", not a formula without a result",
                    "Open the workbook in Excel, let it calculate, and save it.");
        }
        if (cells.kind(index) == RawCells.Kind.ERROR) {
            return new Problem("error-value", expected(), "Mend the formula or type the value.");
        }
        return switch (column.type()) {
            case TEXT -> {
                text = cells.shown(index);
                yield null;
            }
            case CODE -> code(cells.shown(index));
            case DATE -> date(cells, index);
            case DATETIME -> dateTime(cells, index);
            case YES_NO -> yesNo(cells, index);
            case INTEGER -> number(cells, index, 0);
            case DECIMAL -> number(cells, index, 4);
            case MONEY -> number(cells, index, 2);
        };
    }

    /** Hands the value last read to the staged row. */
    void write(RowWriter row) {
        if (blank) {
            row.blank();
            return;
        }
        switch (column.type()) {
            case TEXT, CODE -> row.text(text);
            case DATE -> row.date(number);
            case DATETIME -> row.dateTime(number);
            case YES_NO -> row.yesNo(number != 0);
            case INTEGER -> row.integer(number);
            case DECIMAL, MONEY -> row.decimal(number);
        }
    }

    /** The text last read, for a column of text; empty where the cell is blank. */
    String text() {
        return blank ? "" : text;
    }

    /** How the value last read was understood, if it was not typed as it should be. */
    Optional<Conversion> conversion() {
        return Optional.ofNullable(conversion);
    }

    private boolean isBlank(RawCells cells, int index) {
        return switch (cells.kind(index)) {
            case NONE -> true;
            case TEXT, ERROR -> !blanks.isEmpty() && blanks.contains(Names.normal(cells.text(index)));
            default -> false;
        };
    }

    private @Nullable Problem code(String shown) {
        String code = codes.get(Names.normal(shown));
        if (code == null) {
            return new Problem("code-unknown", expected(), "Choose one of these.");
        }
        text = code;
        return null;
    }

    private @Nullable Problem date(RawCells cells, int index) {
        Optional<LocalDate> date = switch (cells.kind(index)) {
            case DATE -> Optional.of(LocalDate.ofEpochDay(cells.epochDay(index)));
            case TEXT -> converted(TypedText.date(cells.text(index)), Conversion.TEXT_TO_DATE);
            case NUMBER -> converted(serial(cells.number(index)), Conversion.NUMBER_TO_DATE);
            default -> Optional.empty();
        };
        if (date.isEmpty() || !TypedText.isReportable(date.get())) {
            return new Problem("date-expected", expected(), "Type the date as day/month/year.");
        }
        number = date.get().toEpochDay();
        return null;
    }

    private @Nullable Problem dateTime(RawCells cells, int index) {
        Optional<LocalDateTime> moment = switch (cells.kind(index)) {
            case DATE -> Optional.of(LocalDateTime.ofEpochSecond(cells.epochSecond(index), 0, ZoneOffset.UTC));
            case TEXT -> converted(TypedText.dateTime(cells.text(index)), Conversion.TEXT_TO_DATE);
            default -> Optional.empty();
        };
        if (moment.isEmpty() || !TypedText.isReportable(moment.get().toLocalDate())) {
            return new Problem("date-expected", expected(), "Type the date as day/month/year and the time as 14:05.");
        }
        number = moment.get().toEpochSecond(ZoneOffset.UTC);
        return null;
    }

    private static Optional<LocalDate> serial(double value) {
        return value == Math.rint(value) && value >= FIRST_LIKELY_SERIAL && value <= LAST_LIKELY_SERIAL
                ? Optional.of(SERIAL_ZERO.plusDays((long) value))
                : Optional.empty();
    }

    private @Nullable Problem yesNo(RawCells cells, int index) {
        String word = Names.normal(cells.shown(index));
        if (!YES.contains(word) && !NO.contains(word)) {
            return new Problem("yes-or-no-expected", expected(), "Choose Yes or No.");
        }
        number = YES.contains(word) ? 1 : 0;
        return null;
    }

    private @Nullable Problem number(RawCells cells, int index, int decimals) {
        Optional<BigDecimal> value = switch (cells.kind(index)) {
            case NUMBER -> Optional.of(TypedText.exact(cells.number(index)));
            case TEXT -> converted(TypedText.number(cells.text(index)), Conversion.TEXT_TO_NUMBER);
            default -> Optional.empty();
        };
        if (value.isEmpty()
                || (decimals == 0 && value.get().stripTrailingZeros().scale() > 0)) {
            return new Problem("number-expected", expected(), "Type the number in digits. Type 0 if there were none.");
        }
        BigDecimal exact = value.get();
        if ((column.min() != null && exact.compareTo(column.min()) < 0)
                || (column.max() != null && exact.compareTo(column.max()) > 0)
                || exact.abs().compareTo(LARGEST) >= 0) {
            return new Problem("out-of-range", expected(), "Correct the number.");
        }
        number = exact.setScale(decimals, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        return null;
    }

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(13);

    private <T> Optional<T> converted(Optional<T> value, Conversion how) {
        conversion = value.isPresent() ? how : null;
        return value;
    }

    /** What the column takes, in words that follow "expected". */
    private String expected() {
        return switch (column.type()) {
            case TEXT -> "the " + column.headers().get(0);
            case CODE ->
                "one of "
                        + column.codes().entrySet().stream()
                                .map(code -> code.getValue().isEmpty()
                                        ? code.getKey()
                                        : code.getValue().get(0))
                                .collect(Collectors.joining(", "));
            case DATE -> "a date such as 31/12/2018";
            case DATETIME -> "a date and time such as 31/12/2018 14:05";
            case YES_NO -> "Yes or No";
            case INTEGER -> "a whole number" + range();
            case DECIMAL -> "a number" + range();
            case MONEY -> "an amount in pounds" + range();
        };
    }

    private String range() {
        if (column.min() != null && column.max() != null) {
            return " from " + column.min().toPlainString() + " to "
                    + column.max().toPlainString();
        }
        if (column.min() != null) {
            return ", " + column.min().toPlainString() + " or more";
        }
        return column.max() == null ? "" : ", " + column.max().toPlainString() + " or less";
    }
}
