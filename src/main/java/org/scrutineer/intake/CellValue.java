package org.scrutineer.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.scrutineer.workbook.CellHandler;

/**
 * What stands in a cell, as it is kept in the ledger.
 *
 * @param text a number in digits, a date as seconds since 1 January 1970 on the wall clock, yes or no as true or false;
 *     empty for a blank cell
 */
public record CellValue(Kind kind, String text) {

    /** What a cell may hold that a person can type. */
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOL;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    static final CellValue BLANK = new CellValue(Kind.BLANK, "");

    static CellValue text(String text) {
        String tidy = TypedText.tidy(text);
        return tidy.isEmpty() ? BLANK : new CellValue(Kind.TEXT, tidy);
    }

    static CellValue number(double value) {
        return new CellValue(Kind.NUMBER, new BigDecimal(value).toPlainString());
    }

    static CellValue date(long epochDay, int secondOfDay) {
        return new CellValue(Kind.DATE, Long.toString(epochDay * 86_400 + secondOfDay));
    }

    static CellValue bool(boolean value) {
        return new CellValue(Kind.BOOL, Boolean.toString(value));
    }

    /** As a person would read it, e.g. {@code 3 Dec 2018}. */
    public String shown() {
        return switch (kind) {
            case BLANK, TEXT -> text;
            case NUMBER -> TypedText.of(Double.parseDouble(text));
            case BOOL -> text.toUpperCase(Locale.ROOT);
            case DATE -> {
                LocalDateTime moment = LocalDateTime.ofEpochSecond(Long.parseLong(text), 0, ZoneOffset.UTC);
                LocalDate day = moment.toLocalDate();
                yield TypedText.written(day) + (moment.equals(day.atStartOfDay()) ? "" : " " + moment.toLocalTime());
            }
        };
    }

    /** Tells it as the workbook would have; nothing at all for a blank cell. */
    void tell(int column, CellHandler handler) {
        switch (kind) {
            case BLANK -> {}
            case TEXT -> handler.text(column, text);
            case NUMBER -> handler.number(column, Double.parseDouble(text));
            case BOOL -> handler.bool(column, Boolean.parseBoolean(text));
            case DATE -> {
                long second = Long.parseLong(text);
                handler.date(column, Math.floorDiv(second, 86_400L), (int) Math.floorMod(second, 86_400L));
            }
        }
    }
}
