package org.scrutineer.workbook;

/** Numbers as a workbook stores them, whatever the locale. */
final class Numbers {

    private Numbers() {}

    /** A finite decimal number, e.g. {@code -1.5E-3}; Java's own hexadecimals, suffixes and NaN are none. */
    static double parse(String text) throws UnreadableWorkbookException {
        String trimmed = text.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            if ("0123456789.+-eE".indexOf(trimmed.charAt(i)) < 0) {
                throw CellEvents.damaged(null);
            }
        }
        try {
            double value = Double.parseDouble(trimmed);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Its message quotes the text, which may name a person.
        }
        throw CellEvents.damaged(null);
    }

    /** A whole number from 0. */
    static int parseIndex(String text) throws UnreadableWorkbookException {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > 9) {
            throw CellEvents.damaged(null);
        }
        int index = 0;
        for (int i = 0; i < trimmed.length(); i++) {
            int digit = trimmed.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw CellEvents.damaged(null);
            }
            index = index * 10 + digit;
        }
        return index;
    }
}
