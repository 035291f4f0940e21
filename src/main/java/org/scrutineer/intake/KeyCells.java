package org.scrutineer.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Names;
import org.scrutineer.workbook.CellHandler;

/** The cells of some rows that make up the rows' keys, each as SQL writes the value it is understood as. */
final class KeyCells implements CellHandler {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);

    private final Map<Integer, Column> columns;
    private final Set<Integer> rows;
    private final Map<Integer, Map<String, String>> values = new HashMap<>();
    private int row;

    /** @param columns those of the key, by column of the sheet, from 1 */
    KeyCells(Map<Integer, Column> columns, Set<Integer> rows) {
        this.columns = Map.copyOf(columns);
        this.rows = Set.copyOf(rows);
    }

    /** The values by row and column; one that is blank or not understood is left out. */
    Map<Integer, Map<String, String>> values() {
        return values;
    }

    @Override
    public void row(int number, boolean hidden) {
        row = rows.contains(number) ? number : 0;
    }

    @Override
    public void text(int sheetColumn, String text) {
        Column column = wanted(sheetColumn);
        String tidy = TypedText.tidy(text);
        if (column == null || tidy.isEmpty()) {
            return;
        }
        switch (column.type()) {
            case DATE -> TypedText.date(tidy).ifPresent(date -> put(column, date.toString()));
            case DATETIME -> TypedText.dateTime(tidy).ifPresent(moment -> put(column, MOMENT.format(moment)));
            case CODE -> put(column, code(column, tidy));
            default -> put(column, tidy);
        }
    }

    @Override
    public void number(int sheetColumn, double value) {
        Column column = wanted(sheetColumn);
        if (column != null && column.type() != Column.Type.DATE && column.type() != Column.Type.DATETIME) {
            put(column, TypedText.of(value));
        }
    }

    @Override
    public void date(int sheetColumn, long epochDay, int secondOfDay) {
        Column column = wanted(sheetColumn);
        if (column == null) {
            return;
        }
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        switch (column.type()) {
            case DATE -> put(column, day.toString());
            case DATETIME -> put(column, MOMENT.format(LocalDateTime.of(day, LocalTime.ofSecondOfDay(secondOfDay))));
            default -> put(column, TypedText.written(day));
        }
    }

    @Override
    public void bool(int sheetColumn, boolean value) {
        Column column = wanted(sheetColumn);
        if (column != null) {
            put(column, Boolean.toString(value));
        }
    }

    @Override
    public void error(int sheetColumn, String code) {
        // no key to be had from it
    }

    @Override
    public void noResult(int sheetColumn) {
        // no key to be had from it
    }

    @Nullable
    private Column wanted(int sheetColumn) {
        return row == 0 ? null : columns.get(sheetColumn);
    }

    private void put(Column column, String value) {
        values.computeIfAbsent(row, number -> new HashMap<>()).put(column.name(), value);
    }

    private static String code(Column column, String text) {
        return column.codes().entrySet().stream()
                .filter(code -> Names.same(code.getKey(), text)
                        || code.getValue().stream().anyMatch(other -> Names.same(other, text)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }
}
