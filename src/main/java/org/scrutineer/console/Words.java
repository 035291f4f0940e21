package org.scrutineer.console;

import java.util.Locale;
import org.scrutineer.intake.CellCount;

/** Numbers and reasons in plain words. */
final class Words {

    private Words() {}

    /** {@code 1 return}, {@code 2 returns}, {@code 1,024 rows}. */
    static String count(long number, String thing) {
        return String.format(Locale.UK, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    static String closure(CellCount count) {
        return number(count.cells()) + " cells = " + number(count.used()) + " used + " + number(count.notAskedFor())
                + " not asked for + " + number(count.unreadable()) + " unreadable";
    }
}
