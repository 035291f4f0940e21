package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scrutineer.disclosure.Made.Kind;
import org.scrutineer.disclosure.PrintedFigures.Told;
import org.scrutineer.disclosure.Tables.Parts;

/** How the figures of public releases are printed, beside what was printed before. */
final class Printing {

    private final Tables tables;
    private final List<PublicRelease> releases;
    private final Set<Cell> hidden;

    Printing(Tables tables, List<Told> before, List<PublicRelease> releases) {
        this.tables = tables;
        this.releases = releases;
        Map<Cell, Range> known = new IdentityHashMap<>();
        Set<Cell> hiddenBefore = new LinkedHashSet<>();
        for (Told one : before) {
            tables.parts(one.figure().truth()).ifPresent(parts -> {
                note(parts.numerator(), isCountOf(parts, one.figure()), one.rule(), known, hiddenBefore);
                note(parts.denominator(), one.figure().denominator() != null, one.rule(), known, hiddenBefore);
            });
        }
        hiddenBefore.removeAll(known.keySet());
        this.hidden = new Suppressor(tables, known, offered(), hiddenBefore).hidden();
    }

    /** Whether a figure prints its numerator: that of a count is its value. */
    private static boolean isCountOf(Parts parts, PrintedFigure figure) {
        return figure.numerator() != null || (parts.made().denominator() == null && figure.value() != null);
    }

    private static void note(
            @Nullable Cell cell, boolean shown, Rule rule, Map<Cell, Range> known, Set<Cell> hiddenBefore) {
        if (cell != null && shown) {
            known.merge(cell, cell.asPrinted(rule), Range::and);
        } else if (cell != null) {
            hiddenBefore.add(cell);
        }
    }

    /** In how many figures each number would be printed. */
    private Map<Cell, Integer> offered() {
        Map<Cell, Integer> offered = new LinkedHashMap<>();
        Set<TrueFigure> counted = new HashSet<>();
        for (PublicRelease release : releases) {
            for (TrueFigure figure : release.figures()) {
                if (counted.add(figure)) {
                    tables.parts(figure).ifPresent(parts -> {
                        Optional.ofNullable(parts.numerator()).ifPresent(cell -> offered.merge(cell, 1, Integer::sum));
                        Optional.ofNullable(parts.denominator())
                                .ifPresent(cell -> offered.merge(cell, 1, Integer::sum));
                    });
                }
            }
        }
        return offered;
    }

    List<ControlledRelease> releases() {
        var controlled = new ArrayList<ControlledRelease>();
        for (PublicRelease release : releases) {
            Rule rule = Rule.of(release.profile());
            var byKey = new TreeMap<FigureKey, List<PrintedFigure>>();
            for (TrueFigure figure : new LinkedHashSet<>(release.figures())) {
                byKey.computeIfAbsent(figure.key(), first -> new ArrayList<>()).add(printed(figure, rule));
            }
            controlled.add(new ControlledRelease(release.audience(), release.profile(), byKey));
        }
        return controlled;
    }

    private PrintedFigure printed(TrueFigure figure, Rule rule) {
        return tables.parts(figure)
                .map(parts -> printed(figure, parts, rule))
                .orElseGet(() ->
                        new PrintedFigure(figure, figure.numerator(), figure.denominator(), figure.value(), false));
    }

    private PrintedFigure printed(TrueFigure figure, Parts parts, Rule rule) {
        BigDecimal numerator = printed(figure.numerator(), parts.made().numerator(), parts.numerator(), rule);
        BigDecimal denominator = printed(figure.denominator(), parts.made().denominator(), parts.denominator(), rule);
        BigDecimal value = value(figure, parts, numerator, denominator, rule);
        return new PrintedFigure(figure, numerator, denominator, value, figure.value() != null && value == null);
    }

    private @Nullable BigDecimal printed(
            @Nullable BigDecimal number, Made.@Nullable Quantity quantity, @Nullable Cell cell, Rule rule) {
        if (number == null || isHidden(cell)) {
            return null;
        }
        return quantity != null && quantity.kind() == Kind.PEOPLE ? rule.rounded(number) : number;
    }

    private boolean isHidden(@Nullable Cell cell) {
        return cell != null && hidden.contains(cell);
    }

    private @Nullable BigDecimal value(
            TrueFigure figure,
            Parts parts,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Rule rule) {
        if (figure.value() == null) {
            return null;
        }
        if (isHidden(parts.numerator()) || isHidden(parts.denominator())) {
            // Nothing of anything is nothing: it says no more than the 0 that is shown.
            return numerator != null && numerator.signum() == 0 && parts.made().denominator() != null
                    ? figure.value()
                    : null;
        }
        if (rule.roundTo() == 1) {
            return figure.value();
        }
        if (parts.made().denominator() == null) {
            return rule.rounded(Objects.requireNonNullElse(figure.numerator(), figure.value()));
        }
        return numerator == null || denominator == null
                ? figure.value()
                : parts.made().value(numerator, denominator);
    }
}
