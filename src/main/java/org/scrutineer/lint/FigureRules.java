package org.scrutineer.lint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;

/**
 * Rules about figures, recomputed from what is printed. They know the headings of published tables: Code, Unit,
 * Numerator, Denominator, Value, Good is, Target, Tolerance, RAG and Direction of travel.
 */
final class FigureRules {

    private static final Pattern STANDING = Pattern.compile(
            "\\p{Lu}\\p{Ll}+ \\d{4}\\. (Data as at \\d{1,2} \\p{L}+ \\d{4}|No return counts yet)\\. Run \\d+\\."
                    + " Returns received: [\\d,]+ of [\\d,]+ expected\\. Status: .+");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SheetView view;
    private final List<Problem> problems = new ArrayList<>();

    private FigureRules(SheetView view) {
        this.view = view;
    }

    /** @param ours whether the sheet is to say how things stand, as all do that this program writes */
    static List<Problem> check(SheetView view, boolean ours) {
        FigureRules rules = new FigureRules(view);
        // On a narrow sheet the line goes on in the next row.
        if (ours && !STANDING.matcher(view.text(2, 1) + " " + view.text(3, 1)).matches()) {
            rules.problems.add(view.of(Rule.STANDING, SheetView.quoted(view.text(2, 1)) + " in A2"));
        }
        for (SheetView.Grid grid : view.grids()) {
            grid.rows().forEach(row -> {
                rules.percentage(grid, row);
                rules.rating(grid, row);
            });
        }
        return rules.problems;
    }

    /** What is told of an indicator on several sheets. */
    static List<Problem> check(List<SheetView> sheets) {
        List<Problem> problems = new ArrayList<>();
        directions(sheets, problems);
        sameFigures(sheets, problems);
        return problems;
    }

    private void percentage(SheetView.Grid grid, int row) {
        Optional<Integer> unit = grid.column("Unit");
        Cell value = cell(grid, row, "Value");
        BigDecimal percent = number(value);
        if (unit.isEmpty() || !view.text(row, unit.get()).startsWith("per cent") || value == null || percent == null) {
            return;
        }
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            problems.add(view.at(Rule.PERCENTAGE_RANGE, value, plain(percent)));
        }
        if (grid.column("Numerator").isEmpty()) {
            return;
        }
        BigDecimal numerator = number(cell(grid, row, "Numerator"));
        BigDecimal denominator = number(cell(grid, row, "Denominator"));
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            problems.add(view.at(Rule.PERCENTAGE, value, plain(percent) + " without them"));
            return;
        }
        BigDecimal given = numerator.multiply(HUNDRED).divide(denominator, MathContext.DECIMAL64);
        if (given.setScale(decimals(value), RoundingMode.HALF_UP)
                        .compareTo(percent.setScale(decimals(value), RoundingMode.HALF_UP))
                != 0) {
            problems.add(view.at(
                    Rule.PERCENTAGE,
                    value,
                    plain(percent) + " beside " + plain(numerator) + " of " + plain(denominator)));
        }
    }

    /** As note 2 of a published workbook says; the value counts as it is shown. */
    private void rating(SheetView.Grid grid, int row) {
        Cell rating = cell(grid, row, "RAG");
        Cell value = cell(grid, row, "Value");
        Optional<Integer> good = grid.column("Good is");
        if (rating == null || good.isEmpty()) {
            return;
        }
        BigDecimal target = number(cell(grid, row, "Target"));
        BigDecimal tolerance = number(cell(grid, row, "Tolerance"));
        BigDecimal shown = shown(value);
        String expected = target == null || tolerance == null || shown == null
                ? null
                : switch (view.text(row, good.get())) {
                    case "High" -> rated(shown.compareTo(target) >= 0, shown.compareTo(tolerance) >= 0);
                    case "Low" -> rated(shown.compareTo(target) <= 0, shown.compareTo(tolerance) <= 0);
                    default -> rating.text();
                };
        if (expected == null || !expected.equals(rating.text())) {
            problems.add(view.at(
                    Rule.RATING,
                    rating,
                    rating.text() + " where " + (expected == null ? "nothing gives one" : expected + " is given")));
        }
    }

    private static String rated(boolean meetsTarget, boolean withinTolerance) {
        return meetsTarget ? "Green" : withinTolerance ? "Amber" : "Red";
    }

    private static void directions(List<SheetView> sheets, List<Problem> problems) {
        Map<String, String> first = new LinkedHashMap<>();
        for (SheetView view : sheets) {
            for (SheetView.Grid grid : view.grids()) {
                Optional<Integer> code = grid.column("Code");
                Optional<Integer> direction = grid.column("Direction of travel");
                if (code.isPresent() && direction.isPresent()) {
                    grid.rows().forEach(row -> {
                        String said = view.text(row, direction.get());
                        String before = first.putIfAbsent(view.text(row, code.get()), said);
                        if (before != null && !agree(said, before)) {
                            problems.add(new Problem(
                                    Rule.DIRECTION,
                                    view.name(),
                                    view.at(row, direction.get())
                                            .map(Cell::address)
                                            .orElse(null),
                                    SheetView.quoted(said) + " where another sheet says " + SheetView.quoted(before)));
                        }
                    });
                }
            }
        }
    }

    /** One sheet may give the state alone, another a sentence with it; one may say nothing. */
    private static boolean agree(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return first.contains(second) || second.contains(first);
    }

    /** The scorecard's value of an indicator is among those that any other sheet has of it. */
    private static void sameFigures(List<SheetView> sheets, List<Problem> problems) {
        Map<String, Cell> scorecard = new LinkedHashMap<>();
        SheetView first = null;
        for (SheetView view : sheets) {
            for (SheetView.Grid grid : view.grids()) {
                if (grid.column("Code").isEmpty() || grid.column("Value").isEmpty()) {
                    continue;
                }
                if (first == null && grid.column("RAG").isPresent()) {
                    first = view;
                    grid.rows().forEach(row -> {
                        Cell value = FigureRules.cell(view, grid, row, "Value");
                        if (value != null) {
                            scorecard.put(view.text(row, grid.column("Code").get()), value);
                        }
                    });
                } else if (first != view) {
                    compare(view, grid, scorecard, problems);
                }
            }
        }
    }

    private static void compare(
            SheetView view, SheetView.Grid grid, Map<String, Cell> scorecard, List<Problem> problems) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        grid.rows().forEach(row -> {
            Cell value = cell(view, grid, row, "Value");
            values.computeIfAbsent(view.text(row, grid.column("Code").orElseThrow()), code -> new HashSet<>())
                    .add(value == null ? "" : printed(value));
        });
        values.forEach((code, found) -> {
            Cell value = scorecard.get(code);
            if (value != null && !found.contains(printed(value))) {
                problems.add(view.of(
                        Rule.SAME_FIGURE,
                        "no value " + printed(value) + " of " + code + ", which the scorecard has in "
                                + value.address()));
            }
        });
    }

    private static String printed(Cell cell) {
        return cell.content() instanceof Content.Number number ? plain(number.value()) : cell.text();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private @Nullable Cell cell(SheetView.Grid grid, int row, String header) {
        return cell(view, grid, row, header);
    }

    private static @Nullable Cell cell(SheetView view, SheetView.Grid grid, int row, String header) {
        return grid.column(header)
                .flatMap(column -> view.at(row, column))
                .filter(cell -> cell.content() != null)
                .orElse(null);
    }

    private static @Nullable BigDecimal number(@Nullable Cell cell) {
        return cell != null && cell.content() instanceof Content.Number number ? number.value() : null;
    }

    /** Rounded to the decimals of the cell's format, half up. */
    private static @Nullable BigDecimal shown(@Nullable Cell cell) {
        BigDecimal value = number(cell);
        return cell == null || value == null ? null : value.setScale(decimals(cell), RoundingMode.HALF_UP);
    }

    private static int decimals(Cell cell) {
        String format = cell.style().format();
        int point = format.indexOf('.');
        return point < 0
                ? 0
                : (int) format.substring(point + 1)
                        .chars()
                        .takeWhile(c -> c == '0')
                        .count();
    }
}
