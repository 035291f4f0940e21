package org.scrutineer.intake;

import org.scrutineer.catalogue.Severity;

/** How a cell was understood that is not as its column should be; told once a column, not once a cell. */
enum Conversion {
    TEXT_TO_DATE(
            ReadingRule.TEXT_READ_AS_DATE,
            "a date typed as such; it was understood",
            "Format the column as dates, so that nobody has to guess."),
    NUMBER_TO_DATE(
            ReadingRule.NUMBER_READ_AS_DATE, "a date typed as such; it was understood", "Format the column as dates."),
    TEXT_TO_NUMBER(
            ReadingRule.TEXT_READ_AS_NUMBER,
            "a number typed as such; it was understood",
            "Format the column as numbers."),
    PERCENTAGE_TO_PART_OF_ONE(
            ReadingRule.PERCENTAGE_READ_AS_NUMBER,
            "a number typed as such; it was understood as part of 1 (85% as 0.85)",
            "Format the column as numbers."),
    PERCENTAGE_TO_PARTS_OF_HUNDRED(
            ReadingRule.PERCENTAGE_READ_AS_NUMBER,
            "a number typed as such; it was understood as parts of 100 (85% as 85)",
            "Format the column as numbers."),
    WITHOUT_UNSEEN_CHARACTERS(
            ReadingRule.CHARACTERS_LEFT_OUT,
            "text without control characters; it was read without them",
            "Type the text anew where it was pasted from another program."),
    FROM_ANOTHER_WORKBOOK(
            ReadingRule.VALUE_FROM_ANOTHER_WORKBOOK,
            "a value of this workbook; the one last taken from another workbook was read",
            "Copy the cells and paste them as values, so that they no longer depend on a file nobody sent.") {
        @Override
        Severity severity() {
            return Severity.WARNING;
        }
    };

    private final ReadingRule rule;
    private final String expected;
    private final String remedy;

    Conversion(ReadingRule rule, String expected, String remedy) {
        this.rule = rule;
        this.expected = expected;
        this.remedy = remedy;
    }

    ReadingRule rule() {
        return rule;
    }

    Severity severity() {
        return Severity.INFO;
    }

    /** @param count how many cells of a column were understood like this */
    String expected(int count) {
        String others = count == 2 ? ", as was 1 more" : ", as were " + (count - 1) + " more";
        return expected + (count == 1 ? "" : others + " in this column");
    }

    String remedy() {
        return remedy;
    }
}
