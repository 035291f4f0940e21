package org.scrutineer.publication;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.scrutineer.workbook.InspectedWorkbook;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;
import org.scrutineer.workbook.InspectedWorkbook.Table;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.scrutineer.workbook.WorkbookInspector;
import org.scrutineer.workbook.WorkbookInspector.OneSheet;

/**
 * A sheet of a published workbook as its readers see it, read from the file itself so that nothing is worked out anew.
 *
 * @param sheets the names of all sheets of the workbook, in order
 * @param name of this one
 * @param lines what stands above its tables, or beside none, as sentences; without its name, where that stands there too
 * @param tables in the order they stand in
 */
public record PublishedSheet(List<String> sheets, String name, List<String> lines, List<Rows> tables) {

    public PublishedSheet {
        sheets = List.copyOf(sheets);
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    /** How many cells its tables have. */
    public int cells() {
        return tables.stream()
                .mapToInt(table -> table.rows().size() * table.headers().size())
                .sum();
    }

    /**
     * A table.
     *
     * @param headers those of its columns
     * @param numeric for each column whether it holds numbers
     */
    public record Rows(List<String> headers, List<Boolean> numeric, List<Row> rows) {

        public Rows {
            headers = List.copyOf(headers);
            numeric = List.copyOf(numeric);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param first what it is of
     * @param others of its cells, in the order of the columns
     */
    public record Row(String first, List<Value> others) {

        public Row {
            others = List.copyOf(others);
        }
    }

    /**
     * A cell.
     *
     * @param text empty where the cell is
     * @param numeric whether its column holds numbers
     */
    public record Value(String text, boolean numeric) {}

    /**
     * Reads one sheet of a workbook, and none of the others.
     *
     * @return empty where the workbook has no sheet of the name
     * @throws IOException where the file cannot be read, or is none of ours
     */
    public static Optional<PublishedSheet> of(Path workbook, String name) throws IOException {
        try {
            OneSheet read = WorkbookInspector.inspect(workbook, name);
            return read.sheet().map(sheet -> of(sheet, read.names()));
        } catch (UnreadableWorkbookException e) {
            throw new IOException(workbook + " is no workbook that was published", e);
        }
    }

    private static PublishedSheet of(Sheet sheet, List<String> names) {
        var formats = new Formats();
        var lines = new ArrayList<String>();
        for (Cell cell : sheet.cells()) {
            if (sheet.tables().stream().noneMatch(table -> table.area().contains(cell.row(), cell.column()))) {
                add(formats.shown(cell), lines);
            }
        }
        lines.remove(sheet.name());
        return new PublishedSheet(
                names,
                sheet.name(),
                lines,
                sheet.tables().stream()
                        .map(table -> rows(table, sheet.cells(), formats))
                        .toList());
    }

    /** What is too long for one row goes on in the next one. */
    private static void add(String text, List<String> lines) {
        if (text.isEmpty()) {
            return;
        }
        if (!lines.isEmpty() && Character.isLowerCase(text.codePointAt(0))) {
            lines.add(lines.remove(lines.size() - 1) + " " + text);
        } else {
            lines.add(text);
        }
    }

    private static Rows rows(Table table, List<Cell> cells, Formats formats) {
        InspectedWorkbook.Area area = table.area();
        int columns = area.lastColumn() - area.firstColumn() + 1;
        var texts = new TreeMap<Integer, String[]>();
        var numeric = new Boolean[columns];
        Arrays.fill(numeric, false);
        for (Cell cell : cells) {
            if (area.contains(cell.row(), cell.column()) && cell.row() >= area.firstRow() + table.headerRows()) {
                int column = cell.column() - area.firstColumn();
                texts.computeIfAbsent(cell.row(), first -> empty(columns))[column] = formats.shown(cell);
                numeric[column] |= cell.content() instanceof Content.Number
                        && !cell.style().isDate();
            }
        }
        return new Rows(
                table.columns(),
                List.of(numeric),
                texts.values().stream().map(row -> row(row, numeric)).toList());
    }

    private static String[] empty(int columns) {
        var row = new String[columns];
        Arrays.fill(row, "");
        return row;
    }

    private static Row row(String[] texts, Boolean[] numeric) {
        return new Row(
                texts[0],
                IntStream.range(1, texts.length)
                        .mapToObj(column -> new Value(texts[column], numeric[column]))
                        .toList());
    }

    /** Writes cells as a spreadsheet shows them. */
    private static final class Formats {

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
        private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

        private final Map<String, DecimalFormat> byExcel = new HashMap<>();

        String shown(Cell cell) {
            Content content = cell.content();
            if (content instanceof Content.Number number) {
                return cell.style().isDate()
                        ? DAY.format(DAY_ZERO.plusDays(number.value().longValue()))
                        : byExcel.computeIfAbsent(cell.style().format(), Formats::format)
                                .format(number.value());
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
}
