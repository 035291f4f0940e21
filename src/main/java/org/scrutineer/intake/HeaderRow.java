package org.scrutineer.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Severity;

/** The header of a dataset's sheet, of one row or two: which of its columns stands where. */
final class HeaderRow {

    private final Dataset dataset;
    private final int row;
    private final SortedMap<Integer, String> texts;
    private final SortedMap<Integer, Integer> repeats;
    private final int[] columnBySheetColumn;
    private final int[] sheetColumns;
    private final List<String[]> rows;

    /**
     * @param row of the two the lower one
     * @param texts what each column of the sheet is called
     * @param matched the dataset's column that a column of the sheet holds
     * @param repeats the same for columns of the sheet whose dataset's column stands further left already
     * @param rows the texts as they stand, one map a row
     */
    HeaderRow(
            Dataset dataset,
            int row,
            SortedMap<Integer, String> texts,
            SortedMap<Integer, Integer> matched,
            SortedMap<Integer, Integer> repeats,
            List<? extends Map<Integer, String>> rows) {
        this.dataset = dataset;
        this.row = row;
        this.texts = texts;
        this.repeats = repeats;
        this.columnBySheetColumn = new int[matched.isEmpty() ? 0 : matched.lastKey() + 1];
        this.sheetColumns = new int[dataset.columns().size()];
        Arrays.fill(columnBySheetColumn, HeaderNames.NONE);
        matched.forEach((sheetColumn, index) -> {
            columnBySheetColumn[sheetColumn] = index;
            sheetColumns[index] = sheetColumn;
        });
        this.rows = rows.stream()
                .map(one -> IntStream.of(sheetColumns)
                        .mapToObj(sheetColumn -> one.getOrDefault(sheetColumn, ""))
                        .toArray(String[]::new))
                .toList();
    }

    /** The dataset's column that a column of the sheet holds; below 0 where none. */
    int column(int sheetColumn) {
        return sheetColumn < columnBySheetColumn.length ? columnBySheetColumn[sheetColumn] : HeaderNames.NONE;
    }

    boolean has(int column) {
        return sheetColumns[column] > 0;
    }

    /** Where a column of the dataset stands, from 1; 0 where the sheet lacks it. */
    int sheetColumn(int column) {
        return sheetColumns[column];
    }

    /** The first column of the sheet that is asked for. */
    int firstColumn() {
        return IntStream.of(sheetColumns).filter(column -> column > 0).min().orElse(0);
    }

    int row() {
        return row;
    }

    /** How many of the dataset's columns it names. */
    int size() {
        return (int) IntStream.of(sheetColumns).filter(column -> column > 0).count();
    }

    /** Whether it names all the columns that another one names. */
    boolean covers(HeaderRow other) {
        return IntStream.range(0, sheetColumns.length).allMatch(column -> !other.has(column) || has(column));
    }

    /** The address of a column's cell in a row; of column A where the sheet lacks it. */
    String cell(int column, int dataRow) {
        return CellAddress.of(dataRow, Math.max(1, sheetColumns[column]));
    }

    Map<String, DatasetReading.Match> matches() {
        var matches = new LinkedHashMap<String, DatasetReading.Match>();
        for (int i = 0; i < sheetColumns.length; i++) {
            if (has(i)) {
                matches.put(
                        dataset.columns().get(i).name(),
                        new DatasetReading.Match(sheetColumns[i], Objects.requireNonNull(texts.get(sheetColumns[i]))));
            }
        }
        return matches;
    }

    /** Whether a row that is not blank holds the header once more, as at the top of a printed page. */
    boolean isRepeatedIn(RawCells cells) {
        for (String[] headerRow : rows) {
            if (isRepeatedIn(cells, headerRow)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRepeatedIn(RawCells cells, String[] headerRow) {
        for (int i = 0; i < headerRow.length; i++) {
            switch (cells.kind(i)) {
                case NONE -> {}
                case TEXT -> {
                    if (!cells.text(i).equalsIgnoreCase(headerRow[i])) {
                        return false;
                    }
                }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Tells of columns that nobody asked for, stand twice, or are missing.
     *
     * @param teamNeeded whether a row without a team belongs to nobody
     */
    void tell(SheetFindings findings, boolean teamNeeded) {
        texts.forEach((sheetColumn, text) -> {
            if (repeats.containsKey(sheetColumn)) {
                tellRepeated(sheetColumn, text, Objects.requireNonNull(repeats.get(sheetColumn)), findings);
            } else if (column(sheetColumn) < 0) {
                tellUnknown(sheetColumn, text, findings);
            }
        });
        for (int i = 0; i < sheetColumns.length; i++) {
            Column column = dataset.columns().get(i);
            if (!has(i) && !column.headers().isEmpty()) {
                findings.add(
                        column.required() || (teamNeeded && column.name().equals(dataset.teamColumn()))
                                ? Severity.BLOCK
                                : Severity.WARNING,
                        ReadingRule.COLUMN_MISSING,
                        "A" + row,
                        null,
                        "a column " + String.join(" or ", column.headers()),
                        "Add the column, or correct its header.");
            }
        }
    }

    private void tellUnknown(int sheetColumn, String text, SheetFindings findings) {
        List<String> missing = IntStream.range(0, sheetColumns.length)
                .filter(index -> !has(index))
                .boxed()
                .flatMap(index -> dataset.columns().get(index).headers().stream())
                .toList();
        findings.info(
                ReadingRule.COLUMN_NOT_ASKED_FOR,
                CellAddress.of(row, sheetColumn),
                text,
                "a column that is asked for"
                        + Names.nearest(text, missing)
                                .map(near -> ", perhaps " + near)
                                .orElse(""),
                "Nothing, if it is a column of your own: it was not read.");
    }

    private void tellRepeated(int sheetColumn, String text, int column, SheetFindings findings) {
        findings.add(
                Severity.WARNING,
                ReadingRule.COLUMN_REPEATED,
                CellAddress.of(row, sheetColumn),
                text,
                "the column " + dataset.columns().get(column).headers().get(0) + " once; it was read from column "
                        + CellAddress.columnName(sheetColumns[column]),
                "Remove the column that is wrong, or give it another header.");
    }
}
