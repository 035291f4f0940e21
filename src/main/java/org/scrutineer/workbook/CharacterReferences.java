package org.scrutineer.workbook;

import org.jspecify.annotations.Nullable;

/** References in a text of XML, such as {@code &amp;} and {@code &#xE9;}. */
final class CharacterReferences {

    private CharacterReferences() {}

    /**
     * A text with the characters in place of its references, and with line ends as XML has them; null where a reference gives
     * no character that XML may hold.
     */
    static @Nullable String resolved(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '&') {
                int end = text.indexOf(';', i);
                int meant = end < 0 ? 0 : meant(text.substring(i + 1, end));
                if (meant == 0) {
                    return null;
                }
                plain.appendCodePoint(meant);
                i = end;
            } else if (character == '\r') {
                boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                plain.append('\n');
                i += pair ? 1 : 0;
            } else {
                plain.append(character);
            }
        }
        return plain.toString();
    }

    /** The character that a reference gives; 0 where it gives none. */
    private static int meant(String reference) {
        return switch (reference) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> numbered(reference);
        };
    }

    private static int numbered(String reference) {
        boolean hexadecimal = reference.startsWith("#x");
        int digits = hexadecimal ? 2 : 1;
        if (!reference.startsWith("#") || reference.length() == digits || reference.length() > digits + 7) {
            return 0;
        }
        int character = 0;
        for (int i = digits; i < reference.length(); i++) {
            char digit = reference.charAt(i);
            int value = digit < 0x80 ? Character.digit(digit, hexadecimal ? 16 : 10) : -1;
            if (value < 0) {
                return 0;
            }
            character = character * (hexadecimal ? 16 : 10) + value;
        }
        return isCharacter(character) ? character : 0;
    }

    private static boolean isCharacter(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= ' ' && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < 0xFFFE)
                || (character > 0xFFFF && character <= Character.MAX_CODE_POINT);
    }
}
