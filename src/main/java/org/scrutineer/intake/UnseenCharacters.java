package org.scrutineer.intake;

import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Characters that change what a text means without being seen: those that turn the direction of writing, so that what is
 * read differs from what is stored, and control characters.
 */
final class UnseenCharacters {

    private UnseenCharacters() {}

    /** Where the first of them stands, from 0. */
    static OptionalInt first(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnseen(text.charAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isUnseen(char character) {
        if (character <= '~') {
            return character < ' ' && character != '\n' && character != '\t' && character != '\r';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> character == '\ufffd';
        };
    }

    static String without(String text) {
        var seen = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isUnseen(text.charAt(i))) {
                seen.append(text.charAt(i));
            }
        }
        return seen.toString();
    }

    /** The text with the code points of those that cannot be seen, e.g. {@code c1[U+202E]}. */
    static String shown(String text) {
        if (first(text).isEmpty()) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isUnseen(character)) {
                shown.append('[').append(codePoint(character)).append(']');
            } else {
                shown.append(character);
            }
        }
        return shown.toString();
    }

    /** As character tables have it, with its name, e.g. {@code U+202E (right-to-left override)}. */
    static String described(char character) {
        String name = Character.getName(character);
        return codePoint(character) + (name == null ? "" : " (" + name.toLowerCase(Locale.ENGLISH) + ")");
    }

    private static String codePoint(char character) {
        return "U+" + HexFormat.of().withUpperCase().toHexDigits(character);
    }
}
