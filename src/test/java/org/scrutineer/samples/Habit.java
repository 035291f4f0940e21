package org.scrutineer.samples;

/** What some teams do to a workbook that a reader of it has to live with. */
enum Habit {
    /** Some dates are typed as text, day first: {@code 03/12/2018}, {@code 3 Dec 2018}, {@code 17.12.2018}. */
    TEXT_DATES,
    /** Blanks and non-breaking spaces around identifiers and codes, from a copy out of the case system. */
    STRAY_BLANKS,
    /** A row is hidden, though it counts. */
    HIDDEN_ROW,
    /** Rows are left empty in the middle. */
    BLANK_ROWS,
    /** Empty rows below the last one keep their borders. */
    FORMATTED_TAIL,
    /** A column of the team's own. */
    NOTES,
    /** The template's guidance was sent along. */
    GUIDANCE,
    /** Child identifiers without their letter, so that Excel takes them for numbers. */
    NUMERIC_IDS,
    /** Pounds typed as text: {@code 1,250,000} or {@code £35,400.00}. */
    MONEY_AS_TEXT,
    /** Codes and words for them mixed in one column. */
    MIXED_CODES,
    /** Rows were added that are wrong, each in its own way. */
    MISTAKES
}
