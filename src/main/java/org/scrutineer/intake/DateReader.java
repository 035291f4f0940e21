package org.scrutineer.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;

/** Reads dates, or dates with a time of day. */
final class DateReader extends ValueReader {

    /** Days of 1954 and 2078: a number between them in a column of dates is a date that lost its format. */
    private static final int FIRST_LIKELY_SERIAL = 20_000;

    private static final int LAST_LIKELY_SERIAL = 65_000;

    private static final LocalDate ZERO_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int DAY_THAT_NEVER_WAS = 60;
    private static final String NO_SURE_DATE =
            "Type the date as day/month/year, or leave the cell empty if it is not known.";

    private static final int SECONDS_PER_DAY = 86_400;

    private final boolean withTime;
    private final LocalDate zero;

    /** @param from1904 whether the workbook counts days from 1904, not 1900 */
    DateReader(Column column, boolean from1904) {
        super(column);
        this.withTime = column.type() == Column.Type.DATETIME;
        this.zero = from1904 ? ZERO_OF_1904 : ZERO_OF_1900;
    }

    @Override
    @Nullable
    CellProblem read(RawCells cells, int index) {
        understoodBy(null);
        return switch (cells.kind(index)) {
            case DATE -> stored(cells, index);
            case TEXT -> typed(cells.text(index));
            case NUMBER -> serial(cells.number(index));
            default -> noDate();
        };
    }

    private @Nullable CellProblem stored(RawCells cells, int index) {
        LocalDate day = LocalDate.ofEpochDay(cells.epochDay(index));
        if (TypedText.isSure(day) && TypedText.isReportable(day)) {
            be(withTime ? cells.epochSecond(index) : cells.epochDay(index));
            return null;
        }
        if (TypedText.isTimeAlone(cells.epochDay(index), cells.second(index))) {
            return new CellProblem(ReadingRule.TIME_WITHOUT_DATE, expected() + ", not a time alone", remedy());
        }
        return TypedText.isSure(day) ? noDate() : tooEarly();
    }

    private @Nullable CellProblem typed(String text) {
        Optional<LocalDateTime> moment =
                withTime ? TypedText.dateTime(text) : TypedText.date(text).map(LocalDate::atStartOfDay);
        if (moment.isEmpty()) {
            Optional<LocalDate> meant = TypedText.monthFirst(text);
            return meant.isEmpty() ? noDate() : monthFirst(meant.get());
        }
        return value(moment.get(), Conversion.TEXT_TO_DATE);
    }

    private @Nullable CellProblem serial(double serial) {
        if ((int) serial == DAY_THAT_NEVER_WAS && zero == ZERO_OF_1900) {
            return new CellProblem(
                    ReadingRule.DATE_BEFORE_MARCH_1900,
                    expected() + ", not Excel's 29 February 1900, a day that never was",
                    NO_SURE_DATE);
        }
        if (serial < FIRST_LIKELY_SERIAL || serial > LAST_LIKELY_SERIAL || (!withTime && serial != Math.rint(serial))) {
            return noDate();
        }
        long day = (long) serial;
        long second = Math.round((serial - day) * SECONDS_PER_DAY);
        return value(zero.plusDays(day).atStartOfDay().plusSeconds(second), Conversion.NUMBER_TO_DATE);
    }

    private @Nullable CellProblem value(LocalDateTime moment, Conversion how) {
        if (!TypedText.isReportable(moment.toLocalDate())) {
            return noDate();
        }
        if (!TypedText.isSure(moment.toLocalDate())) {
            return tooEarly();
        }
        be(
                withTime
                        ? moment.toEpochSecond(ZoneOffset.UTC)
                        : moment.toLocalDate().toEpochDay());
        understoodBy(how);
        return null;
    }

    private CellProblem noDate() {
        return new CellProblem(ReadingRule.DATE_EXPECTED, expected(), remedy());
    }

    private CellProblem tooEarly() {
        return new CellProblem(
                ReadingRule.DATE_BEFORE_MARCH_1900,
                expected() + ", not one before 1 March 1900, which Excel counts wrongly",
                NO_SURE_DATE);
    }

    private static CellProblem monthFirst(LocalDate meant) {
        String dayFirst = meant.getDayOfMonth() + "/" + meant.getMonthValue() + "/" + meant.getYear();
        return new CellProblem(
                ReadingRule.DATE_MONTH_FIRST,
                "the day before the month, perhaps " + dayFirst,
                "Type the date as day/month/year, and check the other dates of the column: they may have the month first"
                        + " too.");
    }

    private String remedy() {
        return "Type the date as day/month/year" + (withTime ? " and the time as 14:05." : ".");
    }
}
