package org.scrutineer.workbook;

/**
 * Tells formulas that look into another workbook, which the file stores by number: {@code [1]Costs!A1}, {@code
 * '[2]May 2018'!B3}, {@code [1]!Total}. Number 0 is the workbook itself; {@code Costs[2018]} is a table's column.
 */
final class ExternalReference {

    private ExternalReference() {}

    static boolean isIn(CharSequence formula) {
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < formula.length(); i++) {
            char character = formula.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (quoted) {
                continue;
            } else if (character == '[') {
                if (depth == 0 && isFreeStanding(formula, i) && isNumber(formula, i + 1)) {
                    return true;
                }
                depth++;
            } else if (character == ']') {
                depth = Math.max(0, depth - 1);
            } else if (character == '\'' && depth > 0) {
                // In a table's column name it takes the next character for a plain one.
                i++;
            }
        }
        return false;
    }

    /** A table's name stands right before its bracket. */
    private static boolean isFreeStanding(CharSequence formula, int bracket) {
        if (bracket == 0) {
            return true;
        }
        char before = formula.charAt(bracket - 1);
        return !Character.isLetterOrDigit(before) && before != '_' && before != '.' && before != '\\';
    }

    private static boolean isNumber(CharSequence formula, int from) {
        int at = from;
        while (at < formula.length() && formula.charAt(at) >= '0' && formula.charAt(at) <= '9') {
            at++;
        }
        boolean zero = at == from + 1 && formula.charAt(from) == '0';
        return at > from && !zero && at < formula.length() && formula.charAt(at) == ']';
    }
}
