package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.records.Formula;

/** Makes formulas ready for rows of a shape. Logic has three values, as in SQL: a comparison with null is null. */
final class Interpreter {

    private final Functions functions;
    private final Set<String> columns = new HashSet<>();

    Interpreter(Functions functions) {
        this.functions = functions;
    }

    /** @throws NotRecomputableException where the formula uses something that is not known here */
    RowFormula formula(Formula formula, Shape shape) throws NotRecomputableException {
        if (formula instanceof Formula.Column column) {
            int place = shape.place(column);
            columns.add(column.name());
            return row -> row[place];
        }
        if (formula instanceof Formula.Literal literal) {
            Object value = literal.value();
            return row -> value;
        }
        if (formula instanceof Formula.Comparison comparison) {
            return comparison(
                    comparison.comparator(), formula(comparison.left(), shape), formula(comparison.right(), shape));
        }
        if (formula instanceof Formula.And and) {
            return joined(formulas(and.parts(), shape), false);
        }
        if (formula instanceof Formula.Or or) {
            return joined(formulas(or.parts(), shape), true);
        }
        if (formula instanceof Formula.Not not) {
            RowFormula part = formula(not.part(), shape);
            return row -> part.of(row) instanceof Boolean truth ? !truth : null;
        }
        if (formula instanceof Formula.IsNull isNull) {
            RowFormula part = formula(isNull.part(), shape);
            return row -> part.of(row) == null;
        }
        if (formula instanceof Formula.In in) {
            return in(formula(in.value(), shape), formulas(in.list(), shape));
        }
        if (formula instanceof Formula.Coalesce coalesce) {
            return firstNotNull(formulas(coalesce.parts(), shape));
        }
        if (formula instanceof Formula.Case choice) {
            return choice(choice, shape);
        }
        if (formula instanceof Formula.Cast cast) {
            return cast(cast, shape);
        }
        if (formula instanceof Formula.Call call) {
            return call(call, shape);
        }
        throw new NotRecomputableException(
                formula instanceof Formula.InQuery ? "a query within an expression" : "an aggregate over rows");
    }

    /** The names of the columns that the formulas so far use, of whichever table. */
    Set<String> columns() {
        return Set.copyOf(columns);
    }

    private List<RowFormula> formulas(List<Formula> formulas, Shape shape) throws NotRecomputableException {
        var ready = new ArrayList<RowFormula>();
        for (Formula formula : formulas) {
            ready.add(formula(formula, shape));
        }
        return ready;
    }

    private static RowFormula comparison(Formula.Comparator comparator, RowFormula left, RowFormula right) {
        return row -> {
            Object a = left.of(row);
            Object b = right.of(row);
            if (a == null || b == null) {
                return switch (comparator) {
                    case DISTINCT -> a != b;
                    case NOT_DISTINCT -> a == b;
                    default -> null;
                };
            }
            int order = Values.compare(a, b);
            return switch (comparator) {
                case EQUAL, NOT_DISTINCT -> order == 0;
                case NOT_EQUAL, DISTINCT -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        };
    }

    /** @param decisive the part's value that decides the whole: false of a conjunction, true of a disjunction */
    private static RowFormula joined(List<RowFormula> parts, boolean decisive) {
        return row -> {
            boolean unknown = false;
            for (RowFormula part : parts) {
                Object truth = part.of(row);
                if (truth == null) {
                    unknown = true;
                } else if ((Boolean) truth == decisive) {
                    return decisive;
                }
            }
            return unknown ? null : !decisive;
        };
    }

    private static RowFormula in(RowFormula value, List<RowFormula> list) {
        List<RowFormula> equals = list.stream()
                .map(item -> comparison(Formula.Comparator.EQUAL, value, item))
                .toList();
        return joined(equals, true);
    }

    private static RowFormula firstNotNull(List<RowFormula> parts) {
        return row -> {
            for (RowFormula part : parts) {
                Object value = part.of(row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        };
    }

    private record Branch(RowFormula condition, RowFormula value) {}

    private RowFormula choice(Formula.Case choice, Shape shape) throws NotRecomputableException {
        var branches = new ArrayList<Branch>();
        for (Formula.When when : choice.whens()) {
            branches.add(new Branch(formula(when.condition(), shape), formula(when.value(), shape)));
        }
        RowFormula otherwise = formula(choice.otherwise(), shape);
        return row -> {
            for (Branch branch : branches) {
                if (branch.condition().holds(row)) {
                    return branch.value().of(row);
                }
            }
            return otherwise.of(row);
        };
    }

    private RowFormula cast(Formula.Cast cast, Shape shape) throws NotRecomputableException {
        if (cast.type().equals("double")
                || cast.type().equals("float")
                || cast.type().equals("real")) {
            throw new NotRecomputableException("a number in floating point");
        }
        if (cast.part() instanceof Formula.Literal literal && literal.value() != null) {
            // The days of a window are such texts: read once, not with every row.
            Object value = Values.cast(literal.value(), cast.type(), cast.scale());
            return row -> value;
        }
        RowFormula part = formula(cast.part(), shape);
        return row -> {
            Object value = part.of(row);
            return value == null ? null : Values.cast(value, cast.type(), cast.scale());
        };
    }

    private RowFormula call(Formula.Call call, Shape shape) throws NotRecomputableException {
        Functions.NullableFunction function = functions
                .function(call.function())
                .orElseThrow(() -> new NotRecomputableException(
                        call.function().equals("/")
                                ? "a division, which is calculated in floating point"
                                : "the function " + call.function()));
        List<RowFormula> arguments = formulas(call.arguments(), shape);
        return row -> {
            var values = new ArrayList<@Nullable Object>(arguments.size());
            arguments.forEach(argument -> values.add(argument.of(row)));
            return function.of(values);
        };
    }
}
