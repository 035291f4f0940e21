package org.scrutineer.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is in Arial, without asking the machine for its fonts. The unit is the width of a digit, which is also
 * Excel's unit for the width of a column.
 */
final class TextWidth {

    /** Bold letters are about this much wider. */
    static final double BOLD = 1.08;

    private static final double DIGIT = 556;
    private static final int WIDE_FROM = 0x1100;
    private static final int WIDE = 1000;
    private static final int OTHER = 600;

    /** From space to tilde, in thousandths of the font's size (Adobe's metrics of Helvetica, which Arial shares). */
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
        556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
        556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
        500, 500, 500, 334, 260, 334, 584
    };

    private TextWidth() {}

    static double of(String text) {
        return thousandths(text) / DIGIT;
    }

    private static long thousandths(String text) {
        long sum = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            sum += of(character);
            i += Character.charCount(character);
        }
        return sum;
    }

    private static int of(int character) {
        int index = character - ' ';
        if (index >= 0 && index < ASCII.length) {
            return ASCII[index];
        }
        return character >= WIDE_FROM ? WIDE : OTHER;
    }

    /** Breaks text into lines no wider than {@code width}, between words where it can, and always at a line feed. */
    static List<String> wrap(String text, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            long taken = 0;
            for (String word : paragraph.split(" ")) {
                long more = thousandths(word);
                if (!line.isEmpty() && (taken + of(' ') + more) / DIGIT > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                taken = line.isEmpty() ? more : taken + of(' ') + more;
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many lines {@code text} takes in a column; words that do not fit are broken, as Excel does. */
    static int lines(String text, double width) {
        int lines = 0;
        for (String line : wrap(text, width)) {
            lines += Math.max(1, (int) Math.ceil(of(line) / width));
        }
        return lines;
    }
}
