package org.scrutineer.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Column.Type;

/** Reads numbers, exactly as Excel shows them, into so many decimals. */
final class NumberReader extends ValueReader {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(13);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final int decimals;

    NumberReader(Column column, int decimals) {
        super(column);
        this.decimals = decimals;
    }

    @Override
    @Nullable
    CellProblem read(RawCells cells, int index) {
        understoodBy(null);
        Optional<BigDecimal> value = switch (cells.kind(index)) {
            case NUMBER -> Optional.of(TypedText.exact(cells.number(index)));
            case TEXT -> text(cells.text(index));
            default -> Optional.empty();
        };
        if (value.isEmpty() && cells.kind(index) == RawCells.Kind.TEXT && TypedText.hasUnit(cells.text(index))) {
            return new CellProblem(
                    ReadingRule.NUMBER_WITH_UNIT, expected() + ", without a unit", "Type the number alone.");
        }
        if (value.isEmpty()
                || (decimals == 0 && value.get().stripTrailingZeros().scale() > 0)) {
            return new CellProblem(
                    ReadingRule.NUMBER_EXPECTED, expected(), "Type the number in digits. Type 0 if there were none.");
        }
        BigDecimal exact = value.get();
        if ((column.min() != null && exact.compareTo(column.min()) < 0)
                || (column.max() != null && exact.compareTo(column.max()) > 0)
                || exact.abs().compareTo(LARGEST) >= 0) {
            return new CellProblem(ReadingRule.OUT_OF_RANGE, expected(), "Correct the number.");
        }
        be(exact.setScale(decimals, RoundingMode.HALF_UP).unscaledValue().longValueExact());
        return null;
    }

    private Optional<BigDecimal> text(String text) {
        Optional<BigDecimal> number = understood(TypedText.number(text), Conversion.TEXT_TO_NUMBER);
        return number.isPresent() || column.max() == null ? number : percentage(text, column.max());
    }

    /** Which of its two numbers a percentage stands for only the column's range can tell; without one it is not read. */
    private Optional<BigDecimal> percentage(String text, BigDecimal max) {
        Optional<BigDecimal> percentage = TypedText.percentage(text);
        if (column.type() != Type.INTEGER && max.compareTo(BigDecimal.ONE) == 0) {
            return understood(percentage.map(value -> value.movePointLeft(2)), Conversion.PERCENTAGE_TO_PART_OF_ONE);
        }
        return max.compareTo(HUNDRED) == 0
                ? understood(percentage, Conversion.PERCENTAGE_TO_PARTS_OF_HUNDRED)
                : Optional.empty();
    }
}
