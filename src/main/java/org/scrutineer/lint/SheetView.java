package org.scrutineer.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.InspectedWorkbook.Area;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;
import org.scrutineer.workbook.InspectedWorkbook.Table;

/** A sheet, with its cells to be found by where they stand. */
final class SheetView {

    /** A table of the sheet; rows and columns as on the sheet. */
    record Grid(Table table, SheetView sheet) {

        int headerRow() {
            return table.area().firstRow();
        }

        int firstRow() {
            return headerRow() + table.headerRows();
        }

        int lastRow() {
            return table.area().lastRow();
        }

        IntStream rows() {
            return IntStream.rangeClosed(firstRow(), lastRow());
        }

        IntStream columns() {
            return IntStream.rangeClosed(
                    table.area().firstColumn(), table.area().lastColumn());
        }

        /** The header's text; empty where there is none. */
        String header(int column) {
            return table.headerRows() == 0 ? "" : sheet.text(headerRow(), column);
        }

        /** The column with this header; empty where there is none. */
        Optional<Integer> column(String header) {
            return columns()
                    .filter(column -> header(column).equals(header))
                    .boxed()
                    .findFirst();
        }

        Stream<Cell> body() {
            return rows().boxed()
                    .flatMap(row -> columns().mapToObj(column -> sheet.at(row, column)))
                    .flatMap(Optional::stream);
        }

        /** Whether the one row it must have says that it has none. */
        boolean isNone() {
            return firstRow() == lastRow()
                    && sheet.text(firstRow(), table.area().firstColumn()).equals("None")
                    && body().filter(cell -> cell.content() != null).count() == 1;
        }
    }

    private final Sheet sheet;
    private final Map<Integer, Map<Integer, Cell>> rows;
    private final List<Grid> grids;
    private final int lastRow;
    private final int lastColumn;

    private SheetView(Sheet sheet) {
        this.sheet = sheet;
        this.rows = sheet.cells().stream()
                .collect(Collectors.groupingBy(
                        Cell::row,
                        TreeMap::new,
                        Collectors.toMap(Cell::column, Function.identity(), (one, two) -> two, TreeMap::new)));
        this.grids = sheet.tables().stream().map(table -> new Grid(table, this)).toList();
        this.lastRow = filled().mapToInt(Cell::row).max().orElse(0);
        this.lastColumn = filled().mapToInt(Cell::column).max().orElse(0);
    }

    static SheetView of(Sheet sheet) {
        return new SheetView(sheet);
    }

    Sheet sheet() {
        return sheet;
    }

    String name() {
        return sheet.name();
    }

    List<Grid> grids() {
        return grids;
    }

    Optional<Cell> at(int row, int column) {
        return Optional.ofNullable(rows.getOrDefault(row, Map.of()).get(column));
    }

    /** Empty where the cell holds no text. */
    String text(int row, int column) {
        return at(row, column).map(Cell::text).orElse("");
    }

    boolean isFilled(int row, int column) {
        return at(row, column).filter(cell -> cell.content() != null).isPresent();
    }

    /** The cells with a content, in the order of rows and columns. */
    Stream<Cell> filled() {
        return rows.values().stream().flatMap(row -> row.values().stream()).filter(cell -> cell.content() != null);
    }

    Stream<Cell> filled(int row) {
        return rows.getOrDefault(row, Map.of()).values().stream().filter(cell -> cell.content() != null);
    }

    /** Of the last row with a content; 0 on an empty sheet. */
    int lastRow() {
        return lastRow;
    }

    int lastColumn() {
        return lastColumn;
    }

    Optional<Grid> gridAt(Cell cell) {
        return grids.stream()
                .filter(grid -> grid.table().area().contains(cell.row(), cell.column()))
                .findFirst();
    }

    boolean isInTable(int row) {
        return grids.stream().anyMatch(grid -> grid.headerRow() <= row && row <= grid.lastRow());
    }

    /** What stands in column A outside of tables, from top to bottom. */
    List<String> lines() {
        return filled().filter(cell -> cell.column() == 1 && !isInTable(cell.row()))
                .map(Cell::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Problem at(Rule rule, Cell cell, String found) {
        return new Problem(rule, name(), cell.address(), found);
    }

    Problem at(Rule rule, Area area, String found) {
        return new Problem(rule, name(), area.toString(), found);
    }

    Problem of(Rule rule, String found) {
        return Problem.ofSheet(rule, name(), found);
    }

    /** Text as it is quoted in a message: in quotation marks, and not longer than can be read at a glance. */
    static String quoted(@Nullable String text) {
        String shown = text == null ? "" : text.strip();
        return "\"" + (shown.length() > 60 ? shown.substring(0, 57) + "..." : shown) + "\"";
    }

    /** The rows in which neighbouring ones are joined: 4, 5, 6, 9 gives 4 to 6, 9. */
    static List<String> runs(List<Integer> numbers) {
        List<String> runs = new ArrayList<>();
        for (int from = 0; from < numbers.size(); ) {
            int to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            runs.add(to == from ? "" + numbers.get(from) : numbers.get(from) + " to " + numbers.get(to));
            from = to + 1;
        }
        return runs;
    }
}
