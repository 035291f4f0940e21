package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gathers the rows of two sources and gives, when both have ended, each row of the left beside each that matches it. */
final class Joining {

    private final List<RowFormula> leftKeys;
    private final List<RowFormula> rightKeys;
    private final RowFormula condition;
    private final boolean outer;
    private final int rightColumns;
    private final RowStream result;
    private final List<@Nullable Object[]> lefts = new ArrayList<>();
    private final Map<List<@Nullable Object>, List<@Nullable Object[]>> rights = new HashMap<>();
    private int open = 2;

    /**
     * @param leftKeys what has to be equal to {@code rightKeys}; a null equals nothing
     * @param condition over a row of both
     * @param outer whether a left row without a match is given with blanks
     */
    Joining(
            List<RowFormula> leftKeys,
            List<RowFormula> rightKeys,
            RowFormula condition,
            boolean outer,
            int rightColumns,
            RowStream result) {
        this.leftKeys = List.copyOf(leftKeys);
        this.rightKeys = List.copyOf(rightKeys);
        this.condition = condition;
        this.outer = outer;
        this.rightColumns = rightColumns;
        this.result = result;
    }

    RowReceiver left() {
        return new Side(lefts::add);
    }

    RowReceiver right() {
        return new Side(row -> rights.computeIfAbsent(key(rightKeys, row), first -> new ArrayList<>())
                .add(row));
    }

    private final class Side implements RowReceiver {

        private final Consumer<@Nullable Object[]> rows;

        Side(Consumer<@Nullable Object[]> rows) {
            this.rows = rows;
        }

        @Override
        public void row(@Nullable Object[] row) {
            rows.accept(row);
        }

        @Override
        public void end() {
            if (--open == 0) {
                give();
            }
        }
    }

    private static List<@Nullable Object> key(List<RowFormula> keys, @Nullable Object[] row) {
        var values = new ArrayList<@Nullable Object>(keys.size());
        keys.forEach(key -> values.add(key.of(row)));
        return Grouping.canonical(values);
    }

    private void give() {
        for (@Nullable Object[] left : lefts) {
            List<@Nullable Object> key = key(leftKeys, left);
            boolean matched = false;
            if (!key.contains(null)) {
                for (@Nullable Object[] right : rights.getOrDefault(key, List.of())) {
                    @Nullable Object[] both = Arrays.copyOf(left, left.length + right.length);
                    System.arraycopy(right, 0, both, left.length, right.length);
                    if (condition.holds(both)) {
                        matched = true;
                        result.row(both);
                    }
                }
            }
            if (outer && !matched) {
                result.row(Arrays.copyOf(left, left.length + rightColumns));
            }
        }
        lefts.clear();
        rights.clear();
        result.end();
    }
}
