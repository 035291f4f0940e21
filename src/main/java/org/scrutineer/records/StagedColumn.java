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

/** The values of one column of {@link StagedRows}, from the first row on. */
final class StagedColumn {

    private static final int FIRST_ROOM = 64;

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
        TEXT(DuckDBColumnType.VARCHAR),
        /** The number of a row in the sheet. */
        ROW(DuckDBColumnType.INTEGER),
        INTEGER(DuckDBColumnType.BIGINT),
        /** Days since 1 January 1970. */
        DATE(DuckDBColumnType.DATE),
        /** Seconds since 1 January 1970 on the wall clock. */
        DATE_TIME(DuckDBColumnType.TIMESTAMP),
        /** 1 for yes, 0 for no. */
        YES_NO(DuckDBColumnType.BOOLEAN),
        /** The number times 10,000. */
        DECIMAL(DuckDBColumnType.DECIMAL),
        /** The number times 100. */
        MONEY(DuckDBColumnType.DECIMAL);

        private final DuckDBColumnType type;

        Kind(DuckDBColumnType type) {
            this.type = type;
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
