package org.scrutineer.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Column;
import org.scrutineer.records.RowChanges;
import org.scrutineer.workbook.CellHandler;

/** Reads the keys of some rows: the cells that make them up, each understood as it is in a return. */
final class KeyCells implements CellHandler {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);

    private final List<Column> columns;
    private final Map<Integer, Integer> indexes;
    private final Set<Integer> rows;
    private final RawCells cells;
    private final List<ValueReader> readers;
    private final Map<Integer, String> keys = new HashMap<>();
    private int row;

    /**
     * @param columns those of the key, in its order
     * @param indexes which of them stands in which column of the sheet, from 1
     */
    KeyCells(List<Column> columns, Map<Integer, Integer> indexes, boolean from1904, Set<Integer> rows) {
        this.columns = List.copyOf(columns);
        this.indexes = Map.copyOf(indexes);
        this.rows = Set.copyOf(rows);
        this.cells = new RawCells(columns.size());
        this.readers = columns.stream()
                .map(column -> ValueReader.of(column, true, from1904))
                .toList();
    }

    /** The keys by row, once the sheet has been told; a row with a cell that is not understood has none. */
    Map<Integer, String> keys() {
        finishRow();
        return keys;
    }

    @Override
    public void row(int number, boolean hidden) {
        finishRow();
        row = rows.contains(number) ? number : 0;
    }

    private void finishRow() {
        if (row > 0) {
            var parts = new ArrayList<String>();
            for (int i = 0; i < readers.size(); i++) {
                if (cells.kind(i) == RawCells.Kind.NONE) {
                    parts.add("");
                } else if (isValue(cells.kind(i)) && readers.get(i).read(cells, i) == null) {
                    parts.add(written(columns.get(i).type(), readers.get(i)));
                }
            }
            if (parts.size() == readers.size()) {
                keys.put(row, String.join(String.valueOf(RowChanges.KEY_SEPARATOR), parts));
            }
            cells.clear();
            row = 0;
        }
    }

    private static boolean isValue(RawCells.Kind kind) {
        return kind != RawCells.Kind.ERROR && kind != RawCells.Kind.NO_RESULT;
    }

    /** As SQL writes it. */
    private static String written(Column.Type type, ValueReader value) {
        return switch (type) {
            case TEXT, CODE -> value.text();
            case DATE, MONTH -> LocalDate.ofEpochDay(value.number()).toString();
            case DATETIME -> MOMENT.format(LocalDateTime.ofEpochSecond(value.number(), 0, ZoneOffset.UTC));
            case YES_NO -> Boolean.toString(value.number() != 0);
            case INTEGER -> Long.toString(value.number());
            case DECIMAL -> BigDecimal.valueOf(value.number(), 4).toPlainString();
            case MONEY -> BigDecimal.valueOf(value.number(), 2).toPlainString();
        };
    }

    /** The place in the key of a cell that is wanted; below 0 for any other. */
    private int index(int sheetColumn) {
        return row == 0 ? -1 : indexes.getOrDefault(sheetColumn, -1);
    }

    @Override
    public void text(int sheetColumn, String text) {
        String tidy = TypedText.tidy(text);
        if (index(sheetColumn) >= 0 && !tidy.isEmpty()) {
            cells.text(index(sheetColumn), tidy);
        }
    }

    @Override
    public void number(int sheetColumn, double value) {
        if (index(sheetColumn) >= 0) {
            cells.number(index(sheetColumn), value);
        }
    }

    @Override
    public void date(int sheetColumn, long epochDay, int secondOfDay) {
        if (index(sheetColumn) >= 0) {
            cells.date(index(sheetColumn), epochDay, secondOfDay);
        }
    }

    @Override
    public void bool(int sheetColumn, boolean value) {
        if (index(sheetColumn) >= 0) {
            cells.bool(index(sheetColumn), value);
        }
    }

    @Override
    public void error(int sheetColumn, String code) {
        if (index(sheetColumn) >= 0) {
            cells.error(index(sheetColumn), code);
        }
    }

    @Override
    public void noResult(int sheetColumn) {
        if (index(sheetColumn) >= 0) {
            cells.noResult(index(sheetColumn));
        }
    }
}
