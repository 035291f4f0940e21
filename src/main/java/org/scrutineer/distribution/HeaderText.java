package org.scrutineer.distribution;

import java.util.regex.Pattern;

/**
 * Text that goes into the header of a mail. Line ends begin another header; characters that are not seen, or turn the
 * direction of writing, make a name look like another.
 */
final class HeaderText {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

    private HeaderText() {}

    /** The same without anything that is not seen, on one line. */
    static String of(String text) {
        return BLANKS.matcher(UNSEEN.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
