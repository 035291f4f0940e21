package org.scrutineer.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What must hold in every row of a dataset.
 *
 * @param expect a condition over the dataset's columns; a row breaks the rule only where it is false, not where it is
 *     unknown because a cell is blank
 * @param cell the column whose cell is named in the finding; where null, the first one the condition mentions
 * @param say what is wrong, in plain words, e.g. {@code the date of authorisation is before the start date}
 * @param remedy what to do about it
 * @param breaks a row that breaks it; null where the catalogue gives none
 * @param keeps a row that does not
 */
public record RowRule(
        String id,
        Expression expect,
        Severity severity,
        @Nullable String cell,
        String say,
        String remedy,
        @Nullable Example breaks,
        @Nullable Example keeps) {

    /** A rule without examples. */
    public RowRule(String id, Expression expect, Severity severity, @Nullable String cell, String say, String remedy) {
        this(id, expect, severity, cell, say, remedy, null, null);
    }
}
