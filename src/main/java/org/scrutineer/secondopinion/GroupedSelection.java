package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.scrutineer.records.Formula;
import org.scrutineer.records.Query;
import org.scrutineer.records.Query.Item;

/**
 * A selection with groups, taken apart: what rows are gathered by, which aggregates are made of each group, and what is
 * then given of a row of groups and aggregates.
 */
final class GroupedSelection {

    private final List<Formula> groups = new ArrayList<>();
    private final List<Formula.Aggregate> aggregates = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final @Nullable Formula having;

    GroupedSelection(Query.Selection selection) {
        for (Formula group : selection.groups()) {
            groups.add(meant(group, selection.items()));
        }
        for (Item item : selection.items()) {
            items.add(
                    item instanceof Item.Value value ? new Item.Value(value.name(), gathered(value.formula())) : item);
        }
        having = selection.having() == null ? null : gathered(selection.having());
    }

    boolean isGrouped() {
        return !groups.isEmpty() || !aggregates.isEmpty();
    }

    List<Formula> groups() {
        return groups;
    }

    List<Formula.Aggregate> aggregates() {
        return aggregates;
    }

    /** What is given, over {@link #shape()}. */
    List<Item> items() {
        return items;
    }

    /** Which groups are given, over {@link #shape()}. */
    @Nullable
    Formula having() {
        return having;
    }

    /** A column a group, then a column an aggregate. */
    Shape shape() {
        var names = new ArrayList<String>();
        for (int i = 0; i < groups.size(); i++) {
            names.add(groupName(i));
        }
        for (int i = 0; i < aggregates.size(); i++) {
            names.add(aggregateName(i));
        }
        return Shape.of("", names);
    }

    /** {@code group by 2} and {@code group by its_name} mean what is given there. */
    private static Formula meant(Formula group, List<Item> items) {
        if (group instanceof Formula.Literal literal
                && literal.value() instanceof Long place
                && items.get(Math.toIntExact(place) - 1) instanceof Item.Value item) {
            return item.formula();
        }
        return items.stream()
                .filter(item -> item instanceof Item.Value value
                        && group.equals(new Formula.Column(null, value.name()))
                        && !(value.formula() instanceof Formula.Column))
                .map(item -> ((Item.Value) item).formula())
                .findFirst()
                .orElse(group);
    }

    /** The formula with columns of {@link #shape()} in place of groups and aggregates. */
    private Formula gathered(Formula formula) {
        for (int i = 0; i < groups.size(); i++) {
            if (isSame(groups.get(i), formula)) {
                return new Formula.Column(null, groupName(i));
            }
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            if (!aggregates.contains(aggregate)) {
                aggregates.add(aggregate);
            }
            return new Formula.Column(null, aggregateName(aggregates.indexOf(aggregate)));
        }
        return withParts(formula, this::gathered);
    }

    /** A column may be written with its table before it in one place and without in the other. */
    private static boolean isSame(Formula group, Formula formula) {
        return group instanceof Formula.Column one && formula instanceof Formula.Column other
                ? one.name().equals(other.name())
                        && (one.table() == null
                                || other.table() == null
                                || one.table().equals(other.table()))
                : group.equals(formula);
    }

    private static String groupName(int place) {
        return "group " + place;
    }

    private static String aggregateName(int place) {
        return "aggregate " + place;
    }

    private static Formula withParts(Formula formula, UnaryOperator<Formula> change) {
        if (formula instanceof Formula.Comparison comparison) {
            return new Formula.Comparison(
                    comparison.comparator(), change.apply(comparison.left()), change.apply(comparison.right()));
        }
        if (formula instanceof Formula.And and) {
            return new Formula.And(all(and.parts(), change));
        }
        if (formula instanceof Formula.Or or) {
            return new Formula.Or(all(or.parts(), change));
        }
        if (formula instanceof Formula.Not not) {
            return new Formula.Not(change.apply(not.part()));
        }
        if (formula instanceof Formula.IsNull isNull) {
            return new Formula.IsNull(change.apply(isNull.part()));
        }
        if (formula instanceof Formula.In in) {
            return new Formula.In(change.apply(in.value()), all(in.list(), change));
        }
        if (formula instanceof Formula.Coalesce coalesce) {
            return new Formula.Coalesce(all(coalesce.parts(), change));
        }
        if (formula instanceof Formula.Case choice) {
            return new Formula.Case(
                    choice.whens().stream()
                            .map(when -> new Formula.When(change.apply(when.condition()), change.apply(when.value())))
                            .toList(),
                    change.apply(choice.otherwise()));
        }
        if (formula instanceof Formula.Cast cast) {
            return new Formula.Cast(change.apply(cast.part()), cast.type(), cast.scale());
        }
        if (formula instanceof Formula.Call call) {
            return new Formula.Call(call.function(), all(call.arguments(), change));
        }
        return formula;
    }

    private static List<Formula> all(List<Formula> parts, UnaryOperator<Formula> change) {
        return parts.stream().map(change).toList();
    }
}
