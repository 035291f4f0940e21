package org.scrutineer.intake;

import java.util.Locale;

/**
 * All that can be said of a workbook and of a dataset's sheet while they are read. They stand in one place so that a test
 * can see to it that the sentence of each is asserted.
 */
enum ReadingRule {
    HEADER_NOT_FOUND,
    COLUMN_MISSING,
    COLUMN_REPEATED,
    COLUMN_NOT_ASKED_FOR,

    VALUE_MISSING,
    FORMULA_WITHOUT_RESULT,
    ERROR_VALUE,
    CODE_UNKNOWN,
    YES_OR_NO_EXPECTED,
    DATE_EXPECTED,
    DATE_MONTH_FIRST,
    DATE_BEFORE_MARCH_1900,
    TIME_WITHOUT_DATE,
    MONTH_EXPECTED,
    NUMBER_EXPECTED,
    NUMBER_WITH_UNIT,
    OUT_OF_RANGE,
    CHARACTER_NOT_ALLOWED,
    PATTERN_EXPECTED,
    TEAM_UNKNOWN,
    TEAM_NOT_KNOWN,
    TEAM_MISSING,

    TEXT_READ_AS_DATE,
    DATES_PERHAPS_MONTH_FIRST,
    NUMBER_READ_AS_DATE,
    TEXT_READ_AS_NUMBER,
    PERCENTAGE_READ_AS_NUMBER,
    CHARACTERS_LEFT_OUT,
    VALUE_FROM_ANOTHER_WORKBOOK,
    FORMULAS_NOT_CALCULATED,

    HEADER_REPEATED,
    TOTAL_LEFT_OUT,
    NOTE_LEFT_OUT,
    ROW_BESIDE_THE_COLUMNS,

    HIDDEN_ROWS_READ,
    HIDDEN_COLUMN_READ,
    HIDDEN_SHEET_READ,
    FILTER_SET,
    MERGED_CELLS,
    ACTIVE_CONTENT;

    /** As findings bear it, e.g. {@code date-expected}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
