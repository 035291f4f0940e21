package org.scrutineer.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Names;
import org.scrutineer.workbook.CellHandler;

/** A sheet of labels in column A and values in column B; of a label that stands twice the first value counts. */
final class LabelledValues implements CellHandler {

    /** @param date the value where Excel holds it as a date */
    record Entry(
            int row, String label, String value, @Nullable LocalDate date) {

        String cell() {
            return CellAddress.of(row, value.isEmpty() ? 1 : 2);
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int row;
    private String label = "";

    @Override
    public void row(int number, boolean hidden) {
        row = number;
        label = "";
    }

    @Override
    public void text(int column, String text) {
        if (column == 1) {
            label = Names.normal(TypedText.tidy(text).replaceAll("[\\s:*]+$", ""));
            entries.putIfAbsent(label, new Entry(row, label, "", null));
        } else {
            value(column, TypedText.tidy(text), null);
        }
    }

    @Override
    public void number(int column, double value) {
        value(column, TypedText.of(value), null);
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        value(column, TypedText.written(date), date);
    }

    @Override
    public void bool(int column, boolean value) {
        value(column, value ? "TRUE" : "FALSE", null);
    }

    @Override
    public void error(int column, String code) {
        value(column, code, null);
    }

    @Override
    public void noResult(int column) {
        value(column, "", null);
    }

    private void value(int column, String text, @Nullable LocalDate date) {
        Entry entry = entries.get(label);
        if (column == 2 && !label.isEmpty() && entry != null && entry.value().isEmpty()) {
            entries.put(label, new Entry(row, label, text, date));
        }
    }

    /** The value beside a label, in lower case and without a colon; null where the label is not there. */
    @Nullable
    Entry get(String wanted) {
        return entries.get(wanted);
    }
}
