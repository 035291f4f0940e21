package org.scrutineer.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** A row of a sheet: what is entered in each column. A column without an entry, or with null, is an empty cell. */
final class Row {

    private final Map<String, Entry> entries;

    private Row(Map<String, Entry> entries) {
        this.entries = entries;
    }

    static Row row() {
        return new Row(new LinkedHashMap<>());
    }

    Row copy() {
        return new Row(new LinkedHashMap<>(entries));
    }

    Optional<Entry> entry(String column) {
        return Optional.ofNullable(entries.get(column));
    }

    /** The text or code entered in a column that has one. */
    String text(String column) {
        Entry entry = entry(column).orElseThrow();
        return entry instanceof Entry.Code code ? code.code() : ((Entry.Text) entry).text();
    }

    /** The day entered in a column that has one. */
    LocalDate date(String column) {
        return ((Entry.Day) entry(column).orElseThrow()).date();
    }

    /** The whole number entered in a column that has one. */
    int count(String column) {
        return ((Entry.Number) entry(column).orElseThrow()).number().intValueExact();
    }

    Row text(String column, @Nullable String text) {
        return with(column, text == null ? null : new Entry.Text(text));
    }

    Row code(String column, @Nullable String code) {
        return with(column, code == null ? null : new Entry.Code(code));
    }

    Row day(String column, @Nullable LocalDate date) {
        return with(column, date == null ? null : new Entry.Day(date));
    }

    Row moment(String column, @Nullable LocalDateTime time) {
        return with(column, time == null ? null : new Entry.Moment(time));
    }

    Row answer(String column, @Nullable Boolean yes) {
        return with(column, yes == null ? null : new Entry.Answer(yes));
    }

    Row number(String column, int number) {
        return number(column, BigDecimal.valueOf(number));
    }

    Row number(String column, @Nullable BigDecimal number) {
        return with(column, number == null ? null : new Entry.Number(number));
    }

    Row money(String column, BigDecimal pounds) {
        return with(column, new Entry.Money(pounds));
    }

    /** Who the case is allocated to, or null where it waits. */
    Row worker(@Nullable String id) {
        return with("worker", id == null ? new Entry.NoWorker() : new Entry.Text(id));
    }

    Row typed(String column, String text) {
        return with(column, new Entry.Typed(text));
    }

    Row excelError(String column, FormulaError error) {
        return with(column, new Entry.ExcelError(error));
    }

    Row calculated(String column, String formula) {
        return with(column, new Entry.Calculation(formula));
    }

    private Row with(String column, @Nullable Entry entry) {
        if (entry == null) {
            entries.remove(column);
        } else {
            entries.put(column, entry);
        }
        return this;
    }
}
