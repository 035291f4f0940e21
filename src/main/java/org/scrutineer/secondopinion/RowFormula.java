package org.scrutineer.secondopinion;

import org.jspecify.annotations.Nullable;

/** A formula made ready for rows of one shape. */
@FunctionalInterface
interface RowFormula {

    /**
     * Works it out for a row.
     *
     * @return a {@code Boolean}, {@code Long}, {@code BigDecimal}, {@code String}, {@code LocalDate}, {@code
     *     LocalDateTime} or {@link Interval}; null as SQL means it
     * @throws IllegalArgumentException where values do not go together; a defect, as the catalogue was tried
     */
    @Nullable
    Object of(@Nullable Object[] row);

    /** Whether a row meets a condition: null is not met. */
    default boolean holds(@Nullable Object[] row) {
        return Boolean.TRUE.equals(of(row));
    }
}
