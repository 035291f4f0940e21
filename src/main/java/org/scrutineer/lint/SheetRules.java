package org.scrutineer.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Page;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;

/** Rules about how a sheet is laid out: its title and lines, where its tables stand, how it is shown and printed. */
final class SheetRules {

    private static final List<String> NUMBER_WORDS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final SheetView view;
    private final List<Problem> problems = new ArrayList<>();

    private SheetRules(SheetView view) {
        this.view = view;
    }

    static List<Problem> check(SheetView view) {
        SheetRules rules = new SheetRules(view);
        if (view.lastRow() > 0) {
            rules.titleAndLines();
            rules.tables();
            rules.blanks();
        }
        rules.shown(view.sheet());
        rules.printed(view.sheet().page());
        return rules.problems;
    }

    private void add(Rule rule, String found) {
        problems.add(view.of(rule, found));
    }

    private void titleAndLines() {
        Cell title = view.at(1, 1).filter(cell -> !cell.text().isBlank()).orElse(null);
        if (title == null) {
            add(Rule.SHEET_TITLE, "no text in A1");
        } else {
            double body = view.filled(2)
                    .mapToDouble(cell -> cell.style().points())
                    .max()
                    .orElse(0);
            if (!title.style().bold() || title.style().points() <= body) {
                problems.add(view.at(
                        Rule.SHEET_TITLE,
                        title,
                        SheetView.quoted(title.text()) + " in the same letters as what is below"));
            }
        }
        if (view.text(2, 1).isBlank() && view.text(3, 1).isBlank()) {
            add(Rule.SHEET_LINES, "no text in A2 or A3");
        }
    }

    private void tables() {
        List<SheetView.Grid> grids = view.grids();
        for (SheetView.Grid grid : grids) {
            if (grid.table().area().firstColumn() > 1) {
                problems.add(view.at(
                        Rule.TABLE_START,
                        grid.table().area(),
                        "the table " + grid.table().name()));
            }
        }
        if (grids.isEmpty()) {
            return;
        }
        int end = grids.get(grids.size() - 1).lastRow();
        view.filled()
                .filter(cell -> cell.row() > end)
                .findFirst()
                .ifPresent(cell -> problems.add(view.at(Rule.BELOW_TABLE, cell, text(cell))));
        if (grids.size() > 1) {
            severalTables(grids);
        }
    }

    private void severalTables(List<SheetView.Grid> grids) {
        int count = grids.size();
        String word = count < NUMBER_WORDS.size() ? NUMBER_WORDS.get(count) : "" + count;
        boolean said = view.lines().stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .anyMatch(line -> line.contains(word + " tables") || line.contains(count + " tables"));
        if (!said) {
            add(Rule.SEVERAL_TABLES, count + " tables, and no line that says so");
        }
        for (SheetView.Grid grid : grids) {
            if (view.text(grid.headerRow() - 1, 1).isBlank() || view.isInTable(grid.headerRow() - 1)) {
                problems.add(view.at(
                        Rule.SEVERAL_TABLES,
                        grid.table().area(),
                        "the table " + grid.table().name() + " without a title"));
            }
        }
    }

    private void blanks() {
        List<Integer> rows = IntStream.rangeClosed(1, view.lastRow())
                .filter(row -> view.filled(row).findAny().isEmpty())
                .boxed()
                .toList();
        if (!rows.isEmpty()) {
            add(Rule.BLANK_ROWS, "blank rows " + String.join(", ", SheetView.runs(rows)));
        }
        TreeSet<Integer> used = new TreeSet<>();
        view.filled().forEach(cell -> used.add(cell.column()));
        List<Integer> columns = IntStream.rangeClosed(1, view.lastColumn())
                .filter(column -> !used.contains(column))
                .boxed()
                .toList();
        if (!columns.isEmpty()) {
            add(Rule.BLANK_COLUMNS, "blank columns " + String.join(", ", SheetView.runs(columns)));
        }
    }

    private void shown(Sheet sheet) {
        if (sheet.view().frozen()) {
            add(Rule.FREEZE_PANES, "frozen panes");
        }
        if (sheet.filter() != null) {
            add(Rule.FILTERS, "a filter on " + sheet.filter());
        }
        for (SheetView.Grid grid : view.grids()) {
            if (grid.table().filterButtons()) {
                problems.add(view.at(
                        Rule.FILTERS,
                        grid.table().area(),
                        "filter buttons on the table " + grid.table().name()));
            }
        }
        if (!sheet.hiddenRows().isEmpty()) {
            add(Rule.HIDDEN_CELLS, "hidden rows " + String.join(", ", SheetView.runs(sheet.hiddenRows())));
        }
        if (!sheet.hiddenColumns().isEmpty()) {
            add(Rule.HIDDEN_CELLS, "hidden columns " + String.join(", ", SheetView.runs(sheet.hiddenColumns())));
        }
        if (sheet.collapsed()) {
            add(Rule.HIDDEN_CELLS, "rows or columns folded into groups");
        }
    }

    private void printed(Page page) {
        if (page.headerOrFooter()) {
            add(Rule.PAGE_HEADERS, "some");
        }
        List<String> missing = new ArrayList<>();
        if (!page.landscape()) {
            missing.add("not landscape");
        }
        if (!page.fitsWidth()) {
            missing.add("not fitted to a page's width");
        }
        if (view.grids().size() == 1 && !page.repeatsRows()) {
            missing.add("no header repeated");
        }
        if (!missing.isEmpty()) {
            add(Rule.PRINTING, String.join(", ", missing));
        }
    }

    private static String text(Cell cell) {
        return cell.text().isEmpty() ? "a value" : SheetView.quoted(cell.text());
    }
}
