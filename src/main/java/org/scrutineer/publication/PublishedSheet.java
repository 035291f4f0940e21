package org.scrutineer.publication;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.scrutineer.workbook.InspectedWorkbook;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;
import org.scrutineer.workbook.InspectedWorkbook.Table;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.scrutineer.workbook.WorkbookInspector;

/**
 * A sheet of a published workbook as its readers see it, read from the file itself so that nothing is worked out anew.
 *
 * @param sheets the names of all sheets of the workbook, in order
 * @param name of this one
 * @param lines what stands above its tables, or beside none
 * @param tables in the order they stand in
 */
public record PublishedSheet(List<String> sheets, String name, List<String> lines, List<Rows> tables) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    public PublishedSheet {
        sheets = List.copyOf(sheets);
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param headers one for each column
     * @param rows as many texts each as there are headers; empty where a cell is
     * @param numeric for each column whether it holds numbers
     */
    public record Rows(List<String> headers, List<List<String>> rows, List<Boolean> numeric) {

        public Rows {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
            numeric = List.copyOf(numeric);
        }
    }

    /**
     * Reads all sheets of a workbook, in order.
     *
     * @throws IOException where the file cannot be read, or is none of ours
     */
    public static List<PublishedSheet> all(Path workbook) throws IOException {
        InspectedWorkbook inspected = inspect(workbook);
        List<String> names = inspected.sheets().stream().map(Sheet::name).toList();
        return inspected.sheets().stream().map(sheet -> of(sheet, names)).toList();
    }

    private static InspectedWorkbook inspect(Path workbook) throws IOException {
        try {
            return WorkbookInspector.inspect(workbook);
        } catch (UnreadableWorkbookException e) {
            throw new IOException(workbook + " is no workbook that was published", e);
        }
    }

    private static PublishedSheet of(Sheet sheet, List<String> names) {
        var lines = new ArrayList<String>();
        for (Cell cell : sheet.cells()) {
            boolean inTable =
                    sheet.tables().stream().anyMatch(table -> table.area().contains(cell.row(), cell.column()));
            String text = shown(cell);
            if (!inTable && !text.isEmpty()) {
                lines.add(text);
            }
        }
        return new PublishedSheet(
                names,
                sheet.name(),
                lines,
                sheet.tables().stream().map(table -> rows(table, sheet.cells())).toList());
    }

    private static Rows rows(Table table, List<Cell> cells) {
        InspectedWorkbook.Area area = table.area();
        int columns = area.lastColumn() - area.firstColumn() + 1;
        var rows = new TreeMap<Integer, List<String>>();
        var numeric = new ArrayList<Boolean>();
        for (int column = 0; column < columns; column++) {
            numeric.add(false);
        }
        for (Cell cell : cells) {
            if (area.contains(cell.row(), cell.column()) && cell.row() >= area.firstRow() + table.headerRows()) {
                int column = cell.column() - area.firstColumn();
                rows.computeIfAbsent(cell.row(), first -> new ArrayList<>(Collections.nCopies(columns, "")))
                        .set(column, shown(cell));
                if (cell.content() instanceof Content.Number && !cell.style().isDate()) {
                    numeric.set(column, true);
                }
            }
        }
        return new Rows(table.columns(), List.copyOf(rows.values()), numeric);
    }

    /** As a spreadsheet shows it. */
    private static String shown(Cell cell) {
        Content content = cell.content();
        if (content instanceof Content.Number number) {
            return cell.style().isDate()
                    ? DAY.format(DAY_ZERO.plusDays(number.value().longValue()))
                    : format(cell.style().format()).format(number.value());
        }
        if (content instanceof Content.Truth truth) {
            return truth.value() ? "Yes" : "No";
        }
        return content instanceof Content.Error error ? error.code() : cell.text();
    }

    /** Numbers are written in formats such as {@code #,##0.0}, which Java reads alike; in the general one without. */
    private static DecimalFormat format(String excel) {
        String pattern = excel.matches("#,##0(\\.0+)?|0(\\.0+)?") ? excel : "0.##########";
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
