package org.scrutineer.publication;

import java.time.format.TextStyle;
import java.util.Locale;
import org.scrutineer.catalogue.Catalogue;

/** The notes of a workbook, in their order. */
enum Note {
    WORKING_DAYS,
    RATING,
    COVERAGE,
    ROUNDING,
    TIMING,
    SHORTHAND,
    PARTS,
    NEITHER,
    TREND;

    /** As sheets refer to it, e.g. {@code [note 2]}. */
    String marker() {
        return marker(ordinal() + 1);
    }

    static String marker(int number) {
        return "[note " + number + "]";
    }

    String text(Catalogue catalogue) {
        return switch (this) {
            case WORKING_DAYS ->
                "Working days are Monday to Friday without bank holidays"
                        + catalogue
                                .calendar()
                                .holidaysOf()
                                .map(where -> ", those of " + where)
                                .orElse("")
                        + ". The day something "
                        + "starts is day 0 and is not counted, the day it ends is; a start on a day that is not worked "
                        + "is moved to the next working day. It is in time if the count is at most the limit: with a "
                        + "limit of 5 working days, what starts on a Monday is in time up to the Monday after, if there "
                        + "is no holiday between. Definitions that count otherwise say so: working_days_inclusive "
                        + "counts the start as day 1, so that each limit is a day shorter; weekdays counts bank holidays "
                        + "as well. Four weeks are 28 calendar days.";
            case RATING ->
                "Where high is good, a value at the target or above it is Green, from the tolerance up to the target "
                        + "Amber, below the tolerance Red; where low is good, the other way about. Where near the "
                        + "target is good, Green reaches as far from the target as the tolerance is, Amber twice as far. "
                        + "The rating is given from the value as printed.";
            case COVERAGE ->
                "A value is given where at least " + catalogue.organisation().minimumCoverage() + " per cent of the "
                        + "returns it rests on were received, unless its definition sets another level; below that "
                        + "it is [x]. Above it, but with returns missing, the value is marked [p]. A return "
                        + "is expected of each team that owes data the figure uses; one in an older template that lacks "
                        + "them counts as not received. What is missing is never taken for zero.";
            case ROUNDING ->
                "Values are rounded half up. Where numerator and denominator stand beside it, a value is a formula over "
                        + "their cells, so that it can be checked; elsewhere the cell holds the value itself. A ratio is the sum "
                        + "of the numerators over the sum of the denominators, never an average of ratios. Change is "
                        + "the difference between the two values as printed.";
            case TIMING ->
                "A figure for the month end is how things stood on its last day, from that month's returns "
                        + "only. A figure for the month, or for several, counts each event in the month it "
                        + "happened, also one that was reported late, so that it may differ from what was printed "
                        + "before. Years begin on 1 "
                        + catalogue.calendar().yearStart().getDisplayName(TextStyle.FULL, Locale.UK)
                        + ". Where returns do not tell of every month of a longer time, its figure is added up from "
                        + "those of its months as they were published, if none of them lacks, and the remark beside it "
                        + "says so. A year that was frozen keeps its figures, whatever is corrected later.";
            case SHORTHAND ->
                "[p] provisional: some of the returns the value rests on are missing. [x] not available: too few of "
                        + "them were received. [z] not applicable: there is nothing the value could be calculated "
                        + "from, because the denominator is 0 or because the returns do not say which authority. "
                        + "[c] confidential: hidden, so that no small number of people can be told from it. "
                        + "[r] revised: another value was published before. 0 is a true zero.";
            case PARTS ->
                "A target for a percentage, rate or average holds for services and teams too. One for a count or an "
                        + "amount is for the whole, and its parts are rated only where the target is 0.";
            case NEITHER ->
                "The authority of a row is the one its return names. Rows of another authority, or without "
                        + "one, stand on a line of their own, so that no row is left out.";
            case TREND ->
                "A direction of travel is never given from two points. The values of months, month ends and whole "
                        + "quarters are drawn as control charts (XmR), as Making Data Count does: the limits lie 2.66 "
                        + "times the average moving range from the average. A special cause is a value beyond a limit; "
                        + "several in a row each higher, or each lower, than the one before; two of three near one "
                        + "limit; or several in a row on one side of the average. The first of these that the newest "
                        + "value meets decides. A month without a value ends a row, and no range is taken across it. A "
                        + "total that lacks a return is shown but not judged, and nothing is where too few returns "
                        + "were received: \"Returns missing\" is said of both. Limits are shown no lower than 0, and "
                        + "those of percentages no higher than 100, unless values are; they are calculated without "
                        + "that. They are drawn anew only by a decision that is told with its reason.";
        };
    }
}
