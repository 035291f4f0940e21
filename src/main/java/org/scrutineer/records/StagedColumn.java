package org.scrutineer.records;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.parquet.ColumnType;
import org.scrutineer.parquet.ParquetFile;

/** The values of one column of {@link StagedRows}, from the first row on. */
final class StagedColumn {

    private static final int FIRST_ROOM = 64;

    /** Of a second. */
    private static final long MICROSECONDS = 1_000_000;

    private static final int BYTES_OF_A_NUMBER = 8;
    private static final int BYTES_OF_A_TEXT = 48;

    private final String name;
    private final Kind kind;
    private int size;

    /** The values of a column of texts; a blank is null. */
    private @Nullable String[] texts;

    /** The values of any other column, with its blanks. */
    private long[] numbers;

    private final BitSet blanks = new BitSet();

    /** Of all texts together. */
    private long characters;

    StagedColumn(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
        this.texts = new String[kind == Kind.TEXT ? FIRST_ROOM : 0];
        this.numbers = new long[kind == Kind.TEXT ? 0 : FIRST_ROOM];
    }

    /** What the values are, and what a number stands for. */
    enum Kind {
        TEXT(DuckDBColumnType.VARCHAR, ColumnType.TEXT),
        /** The number of a row in the sheet. */
        ROW(DuckDBColumnType.INTEGER, ColumnType.INT),
        INTEGER(DuckDBColumnType.BIGINT, ColumnType.LONG),
        /** Days since 1 January 1970. */
        DATE(DuckDBColumnType.DATE, ColumnType.DATE),
        /** Seconds since 1 January 1970 on the wall clock. */
        DATE_TIME(DuckDBColumnType.TIMESTAMP, ColumnType.DATE_TIME),
        /** 1 for yes, 0 for no. */
        YES_NO(DuckDBColumnType.BOOLEAN, ColumnType.YES_NO),
        /** The number times 10,000. */
        DECIMAL(DuckDBColumnType.DECIMAL, ColumnType.DECIMAL_4),
        /** The number times 100. */
        MONEY(DuckDBColumnType.DECIMAL, ColumnType.DECIMAL_2);

        private final DuckDBColumnType type;
        private final ColumnType sealed;

        /** @param sealed the same type as a segment has it */
        Kind(DuckDBColumnType type, ColumnType sealed) {
            this.type = type;
            this.sealed = sealed;
        }

        static Kind of(Column.Type type) {
            return switch (type) {
                case TEXT, CODE -> TEXT;
                case DATE, MONTH -> DATE;
                case DATETIME -> DATE_TIME;
                case YES_NO -> YES_NO;
                case INTEGER -> INTEGER;
                case DECIMAL -> DECIMAL;
                case MONEY -> MONEY;
            };
        }

        /** The digits of a decimal after its point. */
        private int scale() {
            return this == MONEY ? 2 : 4;
        }
    }

    String name() {
        return name;
    }

    /** Tells the engine the column's name and type, which are those it has in {@link Tables}. */
    void describe(DuckDBTableFunctionBindInfo table) throws SQLException {
        if (kind.type == DuckDBColumnType.DECIMAL) {
            try (DuckDBLogicalType decimal = DuckDBLogicalType.decimal(18, kind.scale())) {
                table.addResultColumn(name, decimal);
            }
        } else {
            table.addResultColumn(name, kind.type);
        }
    }

    void blank() {
        if (kind == Kind.TEXT) {
            add(null);
        } else {
            blanks.set(size);
            add(0);
        }
    }

    void text(String text) {
        demand(kind == Kind.TEXT, "text");
        characters += text.length();
        add(text);
    }

    /** @param as what the number stands for */
    void number(Kind as, long number) {
        demand(kind == as, as);
        add(number);
    }

    /** @param unscaled as the column's own kind of decimal has it */
    void decimal(long unscaled) {
        demand(kind == Kind.DECIMAL || kind == Kind.MONEY, "a decimal");
        add(unscaled);
    }

    private void demand(boolean fits, Object given) {
        if (!fits) {
            throw new IllegalStateException("column " + name + " is of " + kind + " and was given " + given);
        }
    }

    private void add(@Nullable String text) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, 2 * size);
        }
        texts[size++] = text;
    }

    private void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** About how much of the heap the values take. */
    long bytes() {
        return kind == Kind.TEXT ? (long) size * BYTES_OF_A_TEXT + characters : (long) size * BYTES_OF_A_NUMBER;
    }

    void clear() {
        size = 0;
        characters = 0;
        blanks.clear();
        Arrays.fill(texts, null);
    }

    /** A value as its kind has it, and 0 where it is blank; none of a column of texts. */
    long numberAt(int row) {
        return numbers[row];
    }

    /** Adds the values of the file's rows to it. */
    void write(ParquetFile file) {
        switch (kind) {
            case TEXT -> file.texts(name, texts);
            case DATE_TIME -> file.numbers(name, kind.sealed, microseconds(), blanks);
            case ROW, INTEGER, DATE, YES_NO, DECIMAL, MONEY -> file.numbers(name, kind.sealed, numbers, blanks);
        }
    }

    private long[] microseconds() {
        var microseconds = new long[size];
        for (int row = 0; row < size; row++) {
            microseconds[row] = Math.multiplyExact(numbers[row], MICROSECONDS);
        }
        return microseconds;
    }

    /** Gives the engine the values of some rows, in the first places of a vector. */
    void give(DuckDBWritableVector vector, int first, int rows) {
        if (kind == Kind.TEXT) {
            var encoded = new byte[rows] @Nullable [];
            for (int i = 0; i < rows; i++) {
                String text = texts[first + i];
                encoded[i] = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            }
            vector.setStringUtf8Batch(0, encoded);
            return;
        }
        for (int i = 0; i < rows; i++) {
            if (blanks.get(first + i)) {
                vector.setNull(i);
            } else {
                give(vector, i, numbers[first + i]);
            }
        }
    }

    private void give(DuckDBWritableVector vector, long place, long number) {
        switch (kind) {
            case ROW -> vector.setInt(place, Math.toIntExact(number));
            case INTEGER -> vector.setLong(place, number);
            case DATE -> vector.setDate(place, LocalDate.ofEpochDay(number));
            case DATE_TIME -> vector.setTimestamp(place, LocalDateTime.ofEpochSecond(number, 0, ZoneOffset.UTC));
            case YES_NO -> vector.setBoolean(place, number == 1);
            case DECIMAL, MONEY -> vector.setBigDecimal(place, BigDecimal.valueOf(number, kind.scale()));
            case TEXT -> throw new IllegalStateException("column " + name + " has no numbers");
        }
    }
}
