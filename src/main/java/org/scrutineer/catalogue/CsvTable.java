package org.scrutineer.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table saved as CSV, as typed, as published or as Excel saved it in any country. Lines without anything in them are
 * left out; cells are without blanks around.
 *
 * @param header the first line with something in it; empty where there is none
 * @param separator between the cells
 */
record CsvTable(CsvTable.Row header, List<CsvTable.Row> rows, char separator) {

    CsvTable {
        rows = List.copyOf(rows);
    }

    /** @param place the line it begins on; a quoted cell may go over several */
    record Row(Place place, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        /** The cell of a column; empty where the line ends before it. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** The table in a file; empty where its quotes do not close, which is told. */
    static Optional<CsvTable> read(String file, String text, Problems problems) {
        // Excel writes this line itself, and reads it as the separator of the lines below.
        boolean says = text.startsWith("sep=") && text.length() > 4;
        String table = says ? text.substring(Math.max(text.indexOf('\n'), 0) + 1) : text;
        char separator = says ? text.charAt(4) : mostFrequent(table);
        int firstLine = says ? 2 : 1;
        var format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        List<Row> rows = new ArrayList<>();
        int next = firstLine;
        try (var parser = CSVParser.parse(new StringReader(table), format)) {
            int line = firstLine;
            int before = 0;
            for (CSVRecord row : parser) {
                int from = (int) Math.min(row.getCharacterPosition(), table.length());
                line += lines(table, before, from);
                before = from;
                next = firstLine + (int) parser.getCurrentLineNumber();
                List<String> cells = row.stream().map(CsvTable::tidy).toList();
                if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(new Row(new Place(file, line), cells));
                }
            }
        } catch (IOException | UncheckedIOException unbalanced) {
            problems.add(new Place(file, next), null, "a closing quote for each one that opens, here or further down");
            return Optional.empty();
        }
        return Optional.of(
                rows.isEmpty()
                        ? new CsvTable(new Row(new Place(file, 1), List.of()), List.of(), separator)
                        : new CsvTable(rows.get(0), rows.subList(1, rows.size()), separator));
    }

    private static int lines(String text, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static String tidy(String cell) {
        return cell.replace('\u00a0', ' ').strip();
    }

    private static char mostFrequent(String table) {
        String header =
                table.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The place of the column with this header, whatever its case; -1 where there is none. */
    int column(String name) {
        for (int i = 0; i < header.cells().size(); i++) {
            if (Names.same(header.cells().get(i), name)) {
                return i;
            }
        }
        return -1;
    }
}
