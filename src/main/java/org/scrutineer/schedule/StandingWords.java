package org.scrutineer.schedule;

import java.util.Locale;
import org.scrutineer.pipeline.PeriodStatus.ExpectedReturn;

/** How things stand, in a few words. */
public final class StandingWords {

    private StandingWords() {}

    /** Whether and when a return came, e.g. {@code Missing, 3 working days overdue} or {@code In time}. */
    public static String received(ExpectedReturn expected) {
        if (expected.isMissing()) {
            return expected.workingDaysLeft() < 0
                    ? "Missing, " + count(-expected.workingDaysLeft(), "working day") + " overdue"
                    : "Not yet";
        }
        return expected.isLate()
                ? "Late, prepared on " + Days.words(expected.preparedOn().orElseThrow())
                : "In time";
    }

    /** {@code 1 return}, {@code 2 returns}, {@code 1,024 returns}. */
    static String count(long number, String thing) {
        return String.format(Locale.UK, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
