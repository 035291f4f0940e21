package org.scrutineer.disclosure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a number can be, both ends included.
 *
 * @param least null where it has no lower end
 * @param most null where it has no upper end
 */
record Range(@Nullable BigDecimal least, @Nullable BigDecimal most) {

    boolean isOne() {
        return least != null && most != null && least.compareTo(most) == 0;
    }

    boolean isEmpty() {
        return least != null && most != null && least.compareTo(most) > 0;
    }

    boolean contains(BigDecimal number) {
        return (least == null || least.compareTo(number) <= 0) && (most == null || number.compareTo(most) <= 0);
    }

    /** What it can be if it is in both. */
    Range and(Range other) {
        return new Range(
                least == null ? other.least : other.least == null ? least : least.max(other.least),
                most == null ? other.most : other.most == null ? most : most.min(other.most));
    }

    /** Whether it is wide enough for a number that a rule hides, and reaches beyond what the rule hides. */
    boolean protects(Cell cell) {
        Rule rule = cell.rule();
        return (least == null
                        || most == null
                        || most.subtract(least).compareTo(BigDecimal.valueOf(rule.narrowest())) >= 0)
                && (most == null
                        || cell.kind() == Cell.Kind.AMOUNT
                        || most.compareTo(BigDecimal.valueOf(rule.hideUpTo())) > 0);
    }
}
