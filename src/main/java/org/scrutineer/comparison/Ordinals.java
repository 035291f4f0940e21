package org.scrutineer.comparison;

import java.util.List;

/** Ordinal numbers in words. */
final class Ordinals {

    private static final List<String> WORDS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private Ordinals() {}

    /** {@code third}; from 13 on with figures, e.g. {@code 21st}. */
    static String word(int number) {
        if (number <= WORDS.size()) {
            return WORDS.get(number - 1);
        }
        int ones = number % 10;
        boolean teen = number % 100 / 10 == 1;
        return number + (teen || ones == 0 || ones > 3 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : "rd");
    }
}
