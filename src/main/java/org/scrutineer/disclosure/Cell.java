package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that is printed, or that stands between printed ones: how many are counted by the one and not by the other.
 * It is one cell wherever it is printed: in several figures, publications and months.
 */
final class Cell {

    /** What it may be made known as. */
    enum Kind {
        /** How many people; printed in some figure. */
        PEOPLE,
        /** What is added up over people; printed in some figure. */
        AMOUNT,
        /** How many people are in one printed number and not in another; printed nowhere. */
        REST,
        /** By how much printed numbers of different days disagree; nothing that must be protected. */
        LATE
    }

    private final int number;
    private final Kind kind;
    private final FigureKey figure;
    private final String part;
    private final BigDecimal truth;
    private final Set<Rule> rules = new LinkedHashSet<>();
    private @Nullable Rule rule;
    private boolean ofFew;

    /** @param part which number of the figure it is, e.g. {@code numerator} */
    Cell(int number, Kind kind, FigureKey figure, String part, BigDecimal truth) {
        this.number = number;
        this.kind = kind;
        this.figure = figure;
        this.part = part;
        this.truth = truth;
    }

    /** Its place among all cells. */
    int number() {
        return number;
    }

    FigureKey figure() {
        return figure;
    }

    String part() {
        return part;
    }

    BigDecimal truth() {
        return truth;
    }

    Kind kind() {
        return kind;
    }

    boolean isPrinted() {
        return kind == Kind.PEOPLE || kind == Kind.AMOUNT;
    }

    boolean isWhole() {
        return truth.stripTrailingZeros().scale() <= 0;
    }

    /** Notes a rule that it is printed by, or that one of its neighbours is. */
    void under(Rule added) {
        rules.add(added);
        rule = rule == null ? added : rule.and(added);
    }

    Set<Rule> rules() {
        return rules;
    }

    /** Notes that it is an amount of few people. */
    void ofFew() {
        ofFew = true;
    }

    /** What all rules it stands under ask for. */
    Rule rule() {
        if (rule == null) {
            throw new IllegalStateException("no rule for the " + this);
        }
        return rule;
    }

    /** Whether nobody may know it, printed or not. */
    boolean isSensitive() {
        return switch (kind) {
            case PEOPLE, REST -> rule().hides(truth);
            case AMOUNT -> ofFew;
            case LATE -> false;
        };
    }

    /** Whether everyone may know that it is nothing. */
    boolean isOpenZero() {
        return isPrinted() && truth.signum() == 0 && !isSensitive();
    }

    /** The least it can be where it is hidden: a 0 would have been shown, where zeros are. Null where it can be below 0. */
    @Nullable
    BigDecimal least() {
        if (truth.signum() < 0) {
            return null;
        }
        return kind == Kind.PEOPLE && isWhole() && !rule().hidesZero() ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    /** What it can be, going by how it is printed by all its rules. */
    Range asPrinted() {
        Range known = new Range(null, null);
        for (Rule rule : rules) {
            known = known.and(asPrinted(rule));
        }
        return known;
    }

    /** What it can be, going by how a rule prints it. */
    Range asPrinted(Rule rule) {
        return kind == Kind.PEOPLE ? rule.known(rule.rounded(truth), isWhole()) : new Range(truth, truth);
    }

    @Override
    public String toString() {
        return part + " of " + figure;
    }
}
