package org.scrutineer.workbook;

/** Tells the formats that show a date or a time of day from all others, elapsed time ({@code [h]:mm}) among them. */
final class NumberFormats {

    private NumberFormats() {}

    /** Formats that are known by number only (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 in East Asia). */
    static boolean isDate(int builtIn) {
        boolean elapsed = builtIn == 46;
        return !elapsed
                && ((builtIn >= 14 && builtIn <= 22)
                        || (builtIn >= 27 && builtIn <= 36)
                        || (builtIn >= 45 && builtIn <= 47)
                        || (builtIn >= 50 && builtIn <= 58));
    }

    /** Looks at the first section, which is for positive numbers, without its quoted and escaped characters. */
    static boolean isDate(String code) {
        boolean date = false;
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            switch (character) {
                case ';' -> {
                    return date;
                }
                case '"' -> i = end(code, '"', i);
                case '[' -> {
                    int end = end(code, ']', i);
                    if (isElapsed(code, i + 1, end)) {
                        return false;
                    }
                    i = end;
                }
                // The next character is shown as it is, left as wide a blank as it is, or repeated.
                case '\\', '_', '*' -> i++;
                case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S' -> date = true;
                default -> {}
            }
        }
        return date;
    }

    private static int end(String code, char mark, int from) {
        int end = code.indexOf(mark, from + 1);
        return end < 0 ? code.length() : end;
    }

    private static boolean isElapsed(String code, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("hHmMsS".indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return to > from;
    }
}
