package org.scrutineer.intake;

/** Addresses of cells as Excel writes them. */
final class CellAddress {

    private CellAddress() {}

    /** {@code of(14, 3)} is {@code C14}; both count from 1. */
    static String of(int row, int column) {
        return columnName(column) + row;
    }

    static String columnName(int column) {
        var name = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }

    /** The first cell of a range, e.g. {@code B3} of {@code B3:D3}. */
    static String first(String range) {
        return range.substring(0, range.indexOf(':') < 0 ? range.length() : range.indexOf(':'));
    }

    /** The last cell of a range, e.g. {@code D3} of {@code B3:D3}. */
    static String last(String range) {
        return range.substring(range.indexOf(':') + 1);
    }

    /** The row of an address, 0 where it has none. */
    static int row(String address) {
        String digits = address.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** The column of an address, 0 where it has none. */
    static int column(String address) {
        int column = 0;
        for (char letter : address.toCharArray()) {
            if (letter >= 'A' && letter <= 'Z') {
                column = column * 26 + letter - 'A' + 1;
            }
        }
        return column;
    }
}
