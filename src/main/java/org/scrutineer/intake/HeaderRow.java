package org.scrutineer.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Severity;

/** The header row of a dataset's sheet: which of its columns stands where. */
final class HeaderRow {

    private final Dataset dataset;
    private final int row;
    private final Map<Integer, String> texts;
    private final int[] columnBySheetColumn;
    private final Map<String, DatasetReading.Match> matches = new LinkedHashMap<>();

    private HeaderRow(Dataset dataset, int row, Map<Integer, String> texts, Map<Integer, Integer> bySheetColumn) {
        this.dataset = dataset;
        this.row = row;
        this.texts = texts;
        int last = texts.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        this.columnBySheetColumn = new int[last + 1];
        Arrays.fill(columnBySheetColumn, -1);
        bySheetColumn.forEach((sheetColumn, index) -> {
            columnBySheetColumn[sheetColumn] = index;
            matches.put(
                    dataset.columns().get(index).name(),
                    new DatasetReading.Match(sheetColumn, Objects.requireNonNull(texts.get(sheetColumn))));
        });
    }

    /**
     * Takes a row for the header if it names at least half of the columns, and two unless there is only one.
     *
     * @param texts the tidied texts of the row by column, from 1
     */
    static Optional<HeaderRow> in(Dataset dataset, int row, Map<Integer, String> texts) {
        var bySheetColumn = new HashMap<Integer, Integer>();
        texts.forEach((sheetColumn, text) -> columnNamed(dataset, text)
                .filter(index -> !bySheetColumn.containsValue(index))
                .ifPresent(index -> bySheetColumn.put(sheetColumn, index)));
        int columns = dataset.columns().size();
        int wanted = Math.max(Math.min(2, columns), (columns + 1) / 2);
        return bySheetColumn.size() < wanted
                ? Optional.empty()
                : Optional.of(new HeaderRow(dataset, row, Map.copyOf(texts), bySheetColumn));
    }

    private static Optional<Integer> columnNamed(Dataset dataset, String header) {
        for (int i = 0; i < dataset.columns().size(); i++) {
            if (dataset.columns().get(i).headers().stream().anyMatch(known -> Names.same(known, header))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The dataset's column that a column of the sheet holds; below 0 where none. */
    int column(int sheetColumn) {
        return sheetColumn < columnBySheetColumn.length ? columnBySheetColumn[sheetColumn] : -1;
    }

    boolean has(String column) {
        return matches.containsKey(column);
    }

    /** The address of a column's cell in a row; of column A where the sheet lacks it. */
    String cell(String column, int dataRow) {
        DatasetReading.Match match = matches.get(column);
        return CellAddress.of(dataRow, match == null ? 1 : match.sheetColumn());
    }

    Map<String, DatasetReading.Match> matches() {
        return matches;
    }

    /** Tells of columns that nobody asked for, stand twice, or are missing. */
    void tell(SheetFindings findings) {
        texts.keySet().stream()
                .sorted()
                .filter(sheetColumn -> column(sheetColumn) < 0)
                .forEach(sheetColumn -> {
                    String text = Objects.requireNonNull(texts.get(sheetColumn));
                    columnNamed(dataset, text)
                            .ifPresentOrElse(
                                    index -> tellRepeated(
                                            sheetColumn, text, dataset.columns().get(index), findings),
                                    () -> tellUnknown(sheetColumn, text, findings));
                });
        dataset.columns().stream()
                .filter(column -> !has(column.name()))
                .forEach(column -> findings.add(
                        column.required() || column.name().equals(dataset.teamColumn())
                                ? Severity.BLOCK
                                : Severity.WARNING,
                        "column-missing",
                        "A" + row,
                        null,
                        "a column " + String.join(" or ", column.headers()),
                        "Add the column, or correct its header."));
    }

    private void tellUnknown(int sheetColumn, String text, SheetFindings findings) {
        if (text.isEmpty()) {
            return;
        }
        Collection<Integer> found = IntStream.of(columnBySheetColumn).boxed().toList();
        List<String> missing = IntStream.range(0, dataset.columns().size())
                .filter(index -> !found.contains(index))
                .boxed()
                .flatMap(index -> dataset.columns().get(index).headers().stream())
                .toList();
        findings.info(
                "column-not-asked-for",
                CellAddress.of(row, sheetColumn),
                text,
                "a column that is asked for"
                        + Names.nearest(text, missing)
                                .map(near -> ", perhaps " + near)
                                .orElse(""),
                "Nothing, if it is a column of your own: it was not read.");
    }

    private void tellRepeated(int sheetColumn, String text, Column column, SheetFindings findings) {
        int first = Objects.requireNonNull(matches.get(column.name())).sheetColumn();
        findings.add(
                Severity.WARNING,
                "column-repeated",
                CellAddress.of(row, sheetColumn),
                text,
                "the column " + column.headers().get(0) + " once; it was read from column "
                        + CellAddress.columnName(first),
                "Remove the column that is wrong, or give it another header.");
    }
}
