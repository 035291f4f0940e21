package org.scrutineer.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;
import org.scrutineer.workbook.InspectedWorkbook.Side;
import org.scrutineer.workbook.InspectedWorkbook.Table;

/** Rules about tables: that they are ones, their headers, and how their cells stand. */
final class TableRules {

    private static final Pattern NUMBERED_NAME =
            Pattern.compile("(table|tabelle|tableau)_?\\d*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOTAL = Pattern.compile("(grand )?total|all|overall", Pattern.CASE_INSENSITIVE);
    private static final double NARROWEST = 4;
    private static final double WIDEST = 100;
    private static final double USUAL_WIDTH = 8.43;
    private static final int THOUSAND = 1000;

    private final SheetView view;
    private final List<Problem> problems = new ArrayList<>();

    private TableRules(SheetView view) {
        this.view = view;
    }

    static List<Problem> check(SheetView view) {
        TableRules rules = new TableRules(view);
        rules.tablesThatAreNone();
        view.sheet()
                .merged()
                .forEach(area -> rules.problems.add(new Problem(Rule.MERGED_CELLS, view.name(), area, "merged cells")));
        boolean emptyExplained = view.lines().stream().anyMatch(line -> line.contains("empty cell"));
        for (SheetView.Grid grid : view.grids()) {
            rules.header(grid);
            rules.totals(grid);
            if (!emptyExplained && !grid.isNone()) {
                rules.emptyCells(grid);
            }
            grid.body().forEach(rules::cell);
        }
        view.filled().forEach(rules::cutOff);
        rules.widths();
        return rules.problems;
    }

    /** Two rows one below the other with several cells each are a table, whether or not Excel knows it. */
    private void tablesThatAreNone() {
        for (int row = 1; row < view.lastRow(); row++) {
            if (isTabular(row) && isTabular(row + 1)) {
                int first = row;
                while (isTabular(row + 1)) {
                    row++;
                }
                problems.add(view.of(Rule.REAL_TABLE, "rows " + first + " to " + row + " outside of any table"));
            }
        }
    }

    private boolean isTabular(int row) {
        return view.filled(row).filter(cell -> view.gridAt(cell).isEmpty()).count() > 1;
    }

    private void header(SheetView.Grid grid) {
        Table table = grid.table();
        if (NUMBERED_NAME.matcher(table.name()).matches()) {
            problems.add(view.at(Rule.TABLE_NAME, table.area(), "the name " + table.name()));
        }
        if (table.headerRows() != 1) {
            problems.add(view.at(Rule.TABLE_HEADER, table.area(), table.headerRows() + " header rows"));
            return;
        }
        Set<String> seen = new HashSet<>();
        grid.columns().forEach(column -> {
            String header = grid.header(column).strip();
            String found = header.isEmpty()
                    ? "no text"
                    : !seen.add(header.toLowerCase(Locale.ROOT))
                            ? SheetView.quoted(header) + " for the second time"
                            : header.matches("Column\\d+") ? SheetView.quoted(header) : "";
            if (!found.isEmpty()) {
                problems.add(new Problem(
                        Rule.TABLE_HEADER,
                        view.name(),
                        view.at(grid.headerRow(), column)
                                .map(Cell::address)
                                .orElse(table.area().toString()),
                        found));
            }
            view.at(grid.headerRow(), column)
                    .filter(cell -> !cell.style().bold())
                    .ifPresent(cell -> problems.add(
                            view.at(Rule.HEADER_LOOK, cell, SheetView.quoted(header) + " in plain letters")));
        });
    }

    private void totals(SheetView.Grid grid) {
        int column = grid.table().area().firstColumn();
        grid.rows()
                .filter(row -> row > grid.firstRow() && row < grid.lastRow())
                .mapToObj(row -> view.at(row, column))
                .flatMap(Optional::stream)
                .filter(cell -> TOTAL.matcher(cell.text().strip()).matches())
                .forEach(cell ->
                        problems.add(view.at(Rule.TOTAL_LAST, cell, SheetView.quoted(cell.text()) + " in between")));
    }

    private void emptyCells(SheetView.Grid grid) {
        for (int column : grid.columns().toArray()) {
            List<Integer> empty = grid.rows()
                    .filter(row -> !view.isFilled(row, column))
                    .boxed()
                    .toList();
            if (!empty.isEmpty()) {
                problems.add(view.of(
                        Rule.EMPTY_CELL,
                        "empty cells under " + SheetView.quoted(grid.header(column)) + " in rows "
                                + String.join(", ", SheetView.runs(empty))));
            }
        }
    }

    private void cell(Cell cell) {
        if (cell.content() instanceof Content.Number number) {
            if (cell.style().side() == Side.LEFT && !cell.style().isDate()
                    || cell.style().side() == Side.CENTRE) {
                problems.add(view.at(Rule.ALIGNMENT, cell, "a number that is not on the right"));
            }
            format(cell, number);
        } else if (cell.content() instanceof Content.Text text
                && cell.style().side() == Side.RIGHT
                && !TextRules.isShorthand(text.text())) {
            problems.add(view.at(Rule.ALIGNMENT, cell, SheetView.quoted(text.text()) + " on the right"));
        }
    }

    private void format(Cell cell, Content.Number number) {
        String format = cell.style().format();
        boolean large = number.value().abs().intValue() >= THOUSAND;
        if (large && !format.contains(",") && !cell.style().isDate() && !isYear(number)) {
            problems.add(view.at(Rule.NUMBER_FORMAT, cell, "a number from 1,000 on in the format " + format));
        } else if (format.matches("#*\\.[0#]+.*") || format.contains(",#.") || format.contains("##.")) {
            problems.add(view.at(Rule.NUMBER_FORMAT, cell, "the format " + format));
        }
    }

    private static boolean isYear(Content.Number number) {
        int value = number.value().intValue();
        return value >= 1900
                && value < 2200
                && number.value().stripTrailingZeros().scale() <= 0;
    }

    /** Text that is wider than its cell is seen in full where it wraps or the cells it runs over are empty. */
    private void cutOff(Cell cell) {
        if (cell.text().isEmpty() || cell.style().wraps()) {
            return;
        }
        double room = width(cell.column());
        for (int column = cell.column() + 1;
                column <= view.lastColumn() + 1
                        && !view.isFilled(cell.row(), column)
                        && view.gridAt(cell).isEmpty();
                column++) {
            room = column > view.lastColumn() ? Double.MAX_VALUE : room + width(column);
        }
        if (cell.text().length() > 1.3 * room) {
            problems.add(view.at(
                    Rule.CUT_OFF,
                    cell,
                    SheetView.quoted(cell.text()) + " in a cell for about " + Math.round(room) + " characters"));
        }
    }

    private double width(int column) {
        return Objects.requireNonNullElse(view.sheet().widths().get(column), USUAL_WIDTH);
    }

    private void widths() {
        for (SheetView.Grid grid : view.grids()) {
            grid.columns()
                    .filter(column -> width(column) < NARROWEST || width(column) > WIDEST)
                    .forEach(column -> problems.add(view.of(
                            Rule.COLUMN_WIDTH,
                            "the column of " + SheetView.quoted(grid.header(column)) + " " + Math.round(width(column))
                                    + " characters wide")));
        }
    }
}
