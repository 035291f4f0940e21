package org.scrutineer.workbook;

/** References such as {@code AB12}. What is no reference gives 0, what is beyond any grid a large number. */
final class CellReference {

    private static final int BEYOND = 10_000_000;

    private CellReference() {}

    /** How many letters it begins with. */
    static int letters(String reference) {
        int count = 0;
        while (count < reference.length() && letter(reference.charAt(count)) > 0) {
            count++;
        }
        return count;
    }

    /** Its column, from 1. */
    static int column(String reference) {
        int column = 0;
        for (int i = 0; i < letters(reference); i++) {
            column = Math.min(BEYOND, column) * 26 + letter(reference.charAt(i));
        }
        return column;
    }

    /** Its row, from 1, whose digits begin at {@code from}. */
    static int row(String reference, int from) {
        int row = 0;
        for (int i = from; i < reference.length(); i++) {
            int digit = reference.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            row = Math.min(BEYOND, row) * 10 + digit;
        }
        return row;
    }

    /** {@code of(14, 3)} is {@code C14}; both count from 1. */
    static String of(int row, int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.append(row).toString();
    }

    private static int letter(char character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A' + 1;
        }
        return character >= 'a' && character <= 'z' ? character - 'a' + 1 : 0;
    }
}
