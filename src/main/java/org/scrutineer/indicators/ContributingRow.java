package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.records.RowOrigin;

/**
 * A row of a dataset or view, and what it is to a figure.
 *
 * @param source the dataset or view it is of
 * @param team whose it is; the organisation itself where of no team
 * @param value what is added up, or one of which is picked; null where rows or what is different are counted
 * @param toNumerator what it adds to the numerator; 0 where a row above is of the same thing, of which each counts once
 * @param toDenominator the same of the denominator
 * @param origins the rows of returns it was made of; none for reference data
 */
public record ContributingRow(
        Role role,
        Reason reason,
        String source,
        String team,
        @Nullable BigDecimal value,
        BigDecimal toNumerator,
        BigDecimal toDenominator,
        List<RowOrigin> origins) {

    public ContributingRow {
        origins = List.copyOf(origins);
    }

    /** What a row is to a figure. */
    public enum Role {
        /** It counts in the numerator, and where that is a part of the denominator in both. */
        NUMERATOR,
        /** It counts in the denominator only. */
        DENOMINATOR,
        NOT_COUNTED
    }

    /** Why a row has its role. */
    public enum Reason {
        MEETS_THE_DEFINITION,
        OUTSIDE_THE_DENOMINATOR,
        OUTSIDE_THE_NUMERATOR,
        /** It meets the conditions, but has nothing to add. */
        WITHOUT_A_VALUE
    }
}
