package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * A linear programme whose numbers are whole where they must be. The solver counts in floating point: its answer is
 * taken only if it meets every condition when it is worked out exactly.
 */
final class Programme {

    /** How far a sum with numbers that need not be whole may be out. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    private static final int SCALE = 9;

    /** One thread: which of several answers of equal cost is found must not depend on the machine. */
    private static final IntegerStrategy ONE_THREAD = IntegerStrategy.DEFAULT.withParallelism(() -> 1);

    static {
        // What is known is not among the unknowns: simplifying the rest divides by 1 to 34 digits, and halves the
        // speed.
        ExpressionsBasedModel.clearPresolvers();
    }

    private final List<Unknown> unknowns = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    private record Unknown(Range range, boolean whole, double cost) {}

    /** @param range what the unknowns, each times its factor, add up to */
    private record Condition(TreeMap<Integer, BigDecimal> factors, Range range) {}

    /** Adds an unknown and returns its place in the answer. */
    int unknown(Range range, boolean whole, double cost) {
        unknowns.add(new Unknown(range, whole, cost));
        return unknowns.size() - 1;
    }

    void condition(Map<Integer, BigDecimal> factors, Range range) {
        conditions.add(new Condition(new TreeMap<>(factors), range));
    }

    /** The unknowns that cost least; nothing where there are none, or none that can be proved. */
    Optional<List<BigDecimal>> cheapest() {
        Optimisation.Result relaxed = solved(false);
        if (!relaxed.getState().isFeasible()) {
            return Optional.empty();
        }
        // Mostly the answer is whole by itself, and found much faster so.
        Optional<List<BigDecimal>> answer = proved(relaxed);
        return answer.isPresent() ? answer : proved(solved(true));
    }

    private Optimisation.Result solved(boolean whole) {
        var model = new ExpressionsBasedModel();
        model.options.integer(ONE_THREAD);
        var variables = new ArrayList<Variable>();
        for (Unknown unknown : unknowns) {
            Variable variable = model.newVariable("x" + variables.size())
                    .lower(unknown.range().least())
                    .upper(unknown.range().most())
                    .weight(unknown.cost())
                    // Else the middle of its range is worked out to 34 digits each time, which takes long.
                    .value(Objects.requireNonNullElse(unknown.range().least(), BigDecimal.ZERO));
            variables.add(whole && unknown.whole() ? variable.integer() : variable);
        }
        for (int place = 0; place < conditions.size(); place++) {
            Condition condition = conditions.get(place);
            Expression expression = model.newExpression("c" + place)
                    .lower(condition.range().least())
                    .upper(condition.range().most());
            condition.factors().forEach((unknown, factor) -> expression.set(variables.get(unknown), factor));
        }
        return model.minimise();
    }

    private Optional<List<BigDecimal>> proved(Optimisation.Result result) {
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        var answer = new ArrayList<BigDecimal>();
        for (int place = 0; place < unknowns.size(); place++) {
            Unknown unknown = unknowns.get(place);
            BigDecimal rounded = result.get(place).setScale(unknown.whole() ? 0 : SCALE, RoundingMode.HALF_EVEN);
            BigDecimal within = within(unknown.range(), rounded, unknown.whole());
            if (within == null) {
                return Optional.empty();
            }
            answer.add(within);
        }
        return conditions.stream().allMatch(condition -> holds(condition, answer))
                ? Optional.of(answer)
                : Optional.empty();
    }

    private static @Nullable BigDecimal within(Range range, BigDecimal number, boolean whole) {
        if (range.contains(number)) {
            return number;
        }
        BigDecimal nearest =
                range.least() != null && number.compareTo(range.least()) < 0 ? range.least() : range.most();
        return whole || nearest == null || nearest.subtract(number).abs().compareTo(TOLERANCE) > 0 ? null : nearest;
    }

    private boolean holds(Condition condition, List<BigDecimal> answer) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean whole = true;
        for (Map.Entry<Integer, BigDecimal> term : condition.factors().entrySet()) {
            sum = sum.add(answer.get(term.getKey()).multiply(term.getValue()));
            whole &= unknowns.get(term.getKey()).whole();
        }
        BigDecimal slack = whole ? BigDecimal.ZERO : TOLERANCE;
        return condition.range().contains(sum)
                || condition.range().contains(sum.add(slack))
                || condition.range().contains(sum.subtract(slack));
    }
}
