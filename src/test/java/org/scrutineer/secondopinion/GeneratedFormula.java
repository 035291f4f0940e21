package org.scrutineer.secondopinion;

import java.util.List;
import java.util.Random;

/** Expressions over the columns of {@link ThingsCatalogue}, from a seed: of every kind that the second opinion knows. */
final class GeneratedFormula {

    private final Random random;

    GeneratedFormula(long seed) {
        random = new Random(seed);
    }

    /** A value of any kind. */
    String next() {
        int depth = 1 + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0 -> whole(depth);
            case 1 -> decimal(depth);
            case 2 -> date(depth);
            case 3 -> text(depth);
            default -> truth(depth);
        };
    }

    private String one(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }

    private String truth(int depth) {
        if (depth == 0) {
            return one("yes", "not yes", "n > 0", "a is null", "true", "false", "cast(null as boolean)");
        }
        int down = depth - 1;
        return switch (random.nextInt(17)) {
            case 0 -> "(" + truth(down) + " and " + truth(down) + ")";
            case 1 -> "(" + truth(down) + " or " + truth(down) + " or " + truth(down) + ")";
            case 2 -> "not " + "(" + truth(down) + ")";
            case 3 -> "(" + whole(down) + compared() + whole(down) + ")";
            case 4 -> "(" + decimal(down) + compared() + one(whole(down), decimal(down)) + ")";
            case 5 -> "(" + date(down) + compared() + one(date(down), moment(down)) + ")";
            case 6 -> "(" + text(down) + compared() + text(down) + ")";
            case 7 -> "(" + whole(down) + one(" between ", " not between ") + whole(down) + " and " + whole(down) + ")";
            case 8 -> "(" + date(down) + " between " + date(down) + " and :end)";
            case 9 -> "(code " + one("in ", "not in ") + one("('X', 'Y')", "('X', null)", "('Zé')") + ")";
            case 10 -> "(" + whole(down) + " in (1, " + whole(down) + ", -1))";
            case 11 -> "(" + one(whole(down), text(down), date(down)) + one(" is null", " is not null") + ")";
            case 12 -> "(" + whole(down) + one(" is distinct from ", " is not distinct from ") + whole(down) + ")";
            case 13 -> "(text " + one("like ", "not like ") + one("'a%'", "'_'", "'%b'", "'100\\%'", "'a_b'") + ")";
            case 14 -> one("starts_with", "ends_with", "contains") + "(" + text(down) + ", 'a')";
            case 15 -> "coalesce(" + truth(down) + ", " + truth(down) + ")";
            default -> "(t - u " + one("<", ">=") + " " + one("to_hours(72)", "to_days(3)", "to_minutes(90)") + ")";
        };
    }

    private String compared() {
        return one(" = ", " <> ", " < ", " <= ", " > ", " >= ");
    }

    private String whole(int depth) {
        if (depth == 0) {
            return one("n", "m", "0", "1", "-2", "45");
        }
        int down = depth - 1;
        return switch (random.nextInt(14)) {
            case 0 -> "(" + whole(down) + one(" + ", " - ", " * ") + whole(down) + ")";
            case 1 -> "-" + "(" + whole(down) + ")";
            case 2 -> "abs(" + whole(down) + ")";
            case 3 -> "(" + date(down) + " - " + date(down) + ")";
            case 4 ->
                one("working_days", "working_days_inclusive", "weekdays") + "(" + date(down) + ", " + date(down) + ")";
            case 5 -> one("year", "month", "day", "quarter") + "(" + date(down) + ")";
            case 6 ->
                "date_diff('" + one("day", "month", "quarter", "year") + "', " + date(down) + ", " + date(down) + ")";
            case 7 -> "case when " + truth(down) + " then " + whole(down) + " else " + whole(down) + " end";
            case 8 -> "coalesce(" + whole(down) + ", " + whole(down) + ")";
            case 9 -> one("greatest", "least") + "(" + whole(down) + ", " + whole(down) + ")";
            case 10 -> "nullif(" + whole(down) + ", 0)";
            case 11 -> "length(" + text(down) + ")";
            case 12 -> "cast(" + decimal(0) + " as bigint)";
            default -> "(" + whole(down) + one(" // ", " % ") + one("2", "-3", "7") + ")";
        };
    }

    private String decimal(int depth) {
        if (depth == 0) {
            return one("d", "c", "1.5", "-0.25", "cast(n as decimal(18,4))");
        }
        int down = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "(" + decimal(down) + one(" + ", " - ") + one(decimal(down), whole(0)) + ")";
            case 1 -> "(" + decimal(0) + " * " + one("m", "n", "2.5") + ")";
            case 2 -> "-" + "(" + decimal(down) + ")";
            case 3 -> one("abs", "floor", "ceil", "trunc", "round") + "(" + decimal(down) + ")";
            case 4 -> "round(" + decimal(0) + ", 1)";
            case 5 -> "case when " + truth(down) + " then d else " + decimal(0) + " end";
            case 6 -> "coalesce(" + decimal(down) + ", 0.5)";
            default -> "cast(" + decimal(0) + " as decimal(18,2))";
        };
    }

    private String date(int depth) {
        if (depth == 0) {
            return one("a", "b", ":start", ":end", "date '2018-12-31'", "t::date");
        }
        int down = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "(" + date(down) + one(" + ", " - ") + one("28", "1", "91") + ")";
            case 1 -> "last_day(" + date(down) + ")";
            case 2 -> "coalesce(" + date(down) + ", :end)";
            case 3 -> "case when " + truth(down) + " then " + date(down) + " end";
            case 4 -> one("greatest", "least") + "(" + date(down) + ", " + date(down) + ")";
            case 5 ->
                "cast(" + date(down) + one(" + interval 1 month", " - interval 3 day", " + to_years(1)") + " as date)";
            case 6 -> "working_day_after(" + date(down) + ", " + one("0", "10", "m") + ")";
            default -> "cast(date_trunc('" + one("month", "quarter", "year") + "', " + date(down) + ") as date)";
        };
    }

    private String moment(int depth) {
        return depth == 0
                ? one("t", "u", "timestamp '2018-12-31 12:00:00'")
                : "(" + moment(0) + one(" + to_hours(72)", " - to_minutes(30)", " + to_weeks(1)") + ")";
    }

    private String text(int depth) {
        if (depth == 0) {
            return one("code", "text", "'X'", "''", "k");
        }
        int down = depth - 1;
        return switch (random.nextInt(7)) {
            case 0 -> "(" + text(down) + " || " + text(down) + ")";
            case 1 -> one("lower", "upper", "trim") + "(" + text(down) + ")";
            case 2 -> one("left", "right") + "(" + text(down) + ", " + one("1", "2", "-1") + ")";
            case 3 -> "coalesce(" + text(down) + ", 'none')";
            case 4 -> "nullif(" + text(down) + ", '')";
            case 5 -> "replace(" + text(down) + ", 'a', 'bb')";
            default -> "case when " + truth(down) + " then " + text(down) + " else code end";
        };
    }
}
