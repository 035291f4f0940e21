package org.scrutineer.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Excel's rules for names of sheets, tables and columns; breaking one is a defect of ours, not of a return. */
final class OutputRules {

    private static final Pattern SHEET_NAME = Pattern.compile("(?!')[^:\\\\/?*\\[\\]\\p{Cntrl}]{1,31}(?<!')");
    private static final Pattern TABLE_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]{0,254}");
    private static final Pattern LIKE_A_CELL = Pattern.compile("[A-Za-z]{1,3}\\d+|[RrCc]\\d*|[Rr]\\d*[Cc]\\d*");
    private static final Pattern HEADER = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private OutputRules() {}

    /** @throws IllegalArgumentException naming the first sheet, table or column that Excel would not accept */
    static void check(OutputWorkbook workbook) {
        require(!workbook.sheets().isEmpty(), "a workbook without sheets");
        Set<String> sheets = new HashSet<>();
        Set<String> tables = new HashSet<>();
        for (Sheet sheet : workbook.sheets()) {
            checkSheet(sheet.name(), sheets);
            for (Table table : sheet.tables()) {
                check(table, tables);
            }
        }
    }

    /** @throws IllegalArgumentException naming the first sheet, table or list that Excel would not accept */
    static void check(FormWorkbook form) {
        Set<String> sheets = new HashSet<>();
        Set<String> tables = new HashSet<>();
        checkSheet(form.cover().sheet(), sheets);
        for (FormWorkbook.Grid grid : form.grids()) {
            checkSheet(grid.sheet(), sheets);
            List<Header> headers = grid.columns().stream()
                    .map(column -> new Header(column.header(), column.width()))
                    .toList();
            check(new Table(grid.table(), null, headers, List.of()), tables);
        }
        for (Sheet reading : form.readings()) {
            checkSheet(reading.name(), sheets);
            reading.tables().forEach(table -> check(table, tables));
        }
        Stream.concat(
                        form.cover().fields().stream().map(FormWorkbook.Field::entry),
                        form.grids().stream()
                                .flatMap(grid -> grid.columns().stream())
                                .map(FormWorkbook.Column::entry))
                .forEach(entry -> require(
                        !(entry.check() instanceof FormWorkbook.Check.OneOf chosen)
                                || tables.contains(folded(chosen.table())),
                        "a list that is nowhere in the form: " + entry.check()));
    }

    private static void checkSheet(String name, Set<String> sheets) {
        require(
                SHEET_NAME.matcher(name).matches() && !name.equalsIgnoreCase("History"),
                "sheet " + name + ": not a name Excel accepts");
        require(sheets.add(folded(name)), "sheet " + name + ": another has the same name");
    }

    private static void check(Table table, Set<String> tables) {
        String place = "table " + table.name();
        require(
                TABLE_NAME.matcher(table.name()).matches()
                        && !LIKE_A_CELL.matcher(table.name()).matches(),
                place + ": not a name Excel accepts");
        require(tables.add(folded(table.name())), place + ": another has the same name");
        require(!table.columns().isEmpty(), place + ": no columns");
        require(table.columns().size() <= Limits.LAST_COLUMN, place + ": more columns than Excel has");
        require(table.rows().size() < Limits.LAST_ROW - 1_000, place + ": more rows than Excel has");
        Set<String> headers = new HashSet<>();
        for (Header header : table.columns()) {
            require(
                    HEADER.matcher(header.text()).matches(),
                    place + ", column " + header.text() + ": not a header Excel accepts");
            require(
                    headers.add(folded(header.text())),
                    place + ", column " + header.text() + ": another has the same header");
            require(header.width() > 0, place + ", column " + header.text() + ": no width");
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
