package org.scrutineer.web.runs;

import java.util.Locale;
import org.scrutineer.pipeline.RunDesk.Request;
import org.scrutineer.pipeline.RunProgress;

/** Runs in plain words. */
final class RunWords {

    private RunWords() {}

    /** E.g. {@code 1 return}, {@code 1,024 returns}. */
    static String count(long number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** What somebody asked for, as a heading. */
    static String title(Request request) {
        if (request instanceof Request.Again again) {
            return "Running " + periods(again.from().title(), again.to().title()) + " again";
        }
        if (request instanceof Request.PreviewOfAgain again) {
            return "What running " + periods(again.from().title(), again.to().title()) + " again would touch";
        }
        if (request instanceof Request.PreviewOfCurrent) {
            return "What a run would touch";
        }
        if (request instanceof Request.AsIssued issued) {
            return "Building run " + issued.run() + " of " + issued.period().title() + " as it was issued";
        }
        return "Running what has arrived";
    }

    private static String periods(String from, String to) {
        return from.equals(to) ? from : from + " to " + to;
    }

    /** How far a run is, e.g. {@code 12 of 31 returns are checked. Step 4 of 12: calculating indicators.} */
    static String progress(RunProgress progress) {
        return number(progress.checked()) + " of " + count(progress.returns(), "return")
                + (progress.returns() == 1 ? " is" : " are") + " checked."
                + (progress.step() == 0
                        ? ""
                        : " Step " + progress.step() + " of " + progress.steps() + ": " + progress.doing() + ".");
    }
}
