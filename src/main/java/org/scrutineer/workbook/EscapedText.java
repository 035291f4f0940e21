package org.scrutineer.workbook;

/**
 * Characters written as {@code _xHHHH_}, as Excel does with those that XML cannot hold (ECMA-376 part 1, 22.9.2.19,
 * ST_Xstring).
 */
final class EscapedText {

    private static final int LENGTH = "_x0000_".length();
    private static final char REPLACEMENT = '\uFFFD';

    private EscapedText() {}

    /** {@code a_x000D_b} gives a, carriage return, b. What is no character of a text becomes U+FFFD. */
    static String decode(String text) {
        // Nearly all texts end with this: the search for a single character is the cheapest there is.
        int at = text.indexOf('_') < 0 ? -1 : next(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int done = 0;
        for (; at >= 0; at = next(text, done)) {
            decoded.append(text, done, at);
            char character = (char) Integer.parseInt(text.substring(at + 2, at + 6), 16);
            decoded.append(character == 0 || Character.isSurrogate(character) ? REPLACEMENT : character);
            done = at + LENGTH;
        }
        return decoded.append(text, done, text.length()).toString();
    }

    /** Text that Excel shows as {@code text}: line ends as line feeds, what XML cannot hold as U+FFFD. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lines.length(); ) {
            int character = lines.codePointAt(i);
            if (isEscape(lines, i)) {
                encoded.append("_x005F_");
            } else {
                encoded.appendCodePoint(isXml(character) ? character : REPLACEMENT);
            }
            i += Character.charCount(character);
        }
        return encoded.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < 0xFFFE)
                || character > 0xFFFF;
    }

    private static int next(String text, int from) {
        for (int at = text.indexOf("_x", from); at >= 0; at = text.indexOf("_x", at + 1)) {
            if (isEscape(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEscape(String text, int at) {
        if (at + LENGTH > text.length() || text.charAt(at) != '_' || text.charAt(at + 1) != 'x') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            char digit = text.charAt(i);
            if (digit > 'f' || Character.digit(digit, 16) < 0) {
                return false;
            }
        }
        return text.charAt(at + 6) == '_';
    }
}
