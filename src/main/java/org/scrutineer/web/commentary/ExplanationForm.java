package org.scrutineer.web.commentary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.web.Mistakes;

/**
 * An explanation as it is typed.
 *
 * @param figure the printed figure that the page showed
 * @param version how many had been written when the page was opened
 */
record ExplanationForm(
        String figure,
        int version,
        @Nullable String why,
        @Nullable String action,
        @Nullable String byWhom,
        @Nullable String byWhenDay,
        @Nullable String byWhenMonth,
        @Nullable String byWhenYear,
        @Nullable String onTargetMonth,
        @Nullable String onTargetYear) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST = 4_000;
    private static final int LONGEST_OFFICE = 200;

    /** What was said before, to be gone on with. */
    static ExplanationForm of(String figure, int version, Optional<Explanation> said) {
        Optional<LocalDate> byWhen = said.flatMap(one -> Optional.ofNullable(one.byWhen()));
        Optional<ReportingPeriod> onTarget = said.flatMap(one -> Optional.ofNullable(one.onTarget()));
        return new ExplanationForm(
                figure,
                version,
                said.map(Explanation::why).orElse(""),
                said.map(Explanation::action).orElse(""),
                said.map(Explanation::byWhom).orElse(""),
                byWhen.map(day -> Integer.toString(day.getDayOfMonth())).orElse(""),
                byWhen.map(day -> Integer.toString(day.getMonthValue())).orElse(""),
                byWhen.map(day -> Integer.toString(day.getYear())).orElse(""),
                onTarget.map(month -> Integer.toString(month.month().getMonthValue()))
                        .orElse(""),
                onTarget.map(month -> Integer.toString(month.month().getYear())).orElse(""));
    }

    /** The same for the figure and the version as they are now. */
    ExplanationForm now(String printed, int newest) {
        return new ExplanationForm(
                printed, newest, why, action, byWhom, byWhenDay, byWhenMonth, byWhenYear, onTargetMonth, onTargetYear);
    }

    Mistakes mistakes() {
        var mistakes = new Mistakes();
        if (text(why) == null) {
            mistakes.add("why", "Enter why the figure is what it is.");
        }
        tooLong(mistakes, "why", "Why", why, LONGEST);
        tooLong(mistakes, "action", "Action", action, LONGEST);
        tooLong(mistakes, "byWhom", "By whom", byWhom, LONGEST_OFFICE);
        if (isGiven(byWhenDay, byWhenMonth, byWhenYear) && byWhen().isEmpty()) {
            mistakes.add("byWhen", "By when must be a real day with its year, for example 31 3 2019.");
        }
        if (isGiven(onTargetMonth, onTargetYear) && onTarget().isEmpty()) {
            mistakes.add("onTarget", "Expected back on target must be a month and its year, for example 6 2019.");
        }
        return mistakes;
    }

    private static void tooLong(Mistakes mistakes, String field, String label, @Nullable String typed, int longest) {
        if (typed != null && typed.strip().length() > longest) {
            mistakes.add(field, label + " must be " + longest + " characters or fewer.");
        }
    }

    /** Only of a form without mistakes. */
    Explanation explanation(String indicator, String role) {
        return new Explanation(
                indicator,
                role,
                figure,
                text(why),
                text(action),
                text(byWhom),
                byWhen().orElse(null),
                onTarget().orElse(null));
    }

    private Optional<LocalDate> byWhen() {
        try {
            return Optional.of(LocalDate.of(year(byWhenYear), number(byWhenMonth), number(byWhenDay)));
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Optional<ReportingPeriod> onTarget() {
        try {
            return Optional.of(ReportingPeriod.containing(LocalDate.of(year(onTargetYear), number(onTargetMonth), 1)));
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String typed) {
        return Integer.parseInt(typed == null ? "" : typed.strip());
    }

    /** A year is written in full, and is one of this time. */
    private static int year(@Nullable String typed) {
        int year = number(typed);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
        return year;
    }

    private static boolean isGiven(@Nullable String... parts) {
        return Stream.of(parts).anyMatch(part -> text(part) != null);
    }

    /** As it is kept: with the line ends of this program, and null where nothing was typed. */
    private static @Nullable String text(@Nullable String typed) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        return text.isEmpty() ? null : text;
    }
}
