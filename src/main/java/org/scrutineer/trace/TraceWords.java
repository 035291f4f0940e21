package org.scrutineer.trace;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.intake.CellAsRead;

/** What a trace found, in words. */
public final class TraceWords {

    private TraceWords() {}

    /** Whether the rows sum to the figure, in whole sentences. */
    public static String agreement(FigureTrace trace) {
        String rows = sums(
                trace.totals().numerator(),
                trace.totals().denominator(),
                trace.totals().picked());
        return switch (trace.agreement()) {
            case AGREES -> "The rows sum to the figure: " + rows + ".";
            case WITHHELD ->
                "The figure is not given; of "
                        + FigureWords.count(trace.value().coverage().expected(), "return", "returns")
                        + " expected " + trace.value().coverage().received()
                        + " were received. The rows there are sum to " + rows + ".";
            case NOT_FROM_ROWS ->
                (trace.value().outturn() == null
                                ? "The figure is added up from the stored figures of its months, each of which is traced by"
                                        + " its own period."
                                : "The figure is what the year was frozen as: "
                                        + trace.value().outturn().name() + ".")
                        + " The rows that are here sum to " + rows + ".";
            case ROWS_DELETED ->
                "The figure stays as it was published, but rows it was made from are gone; those that are left sum to "
                        + rows + ".";
            case DIFFERS ->
                "The rows sum to " + rows + ", but the figure is "
                        + sums(
                                trace.value().numerator(),
                                trace.value().denominator(),
                                trace.value().value())
                        + ". A return of the run was read anew since, or the record store was tampered with: rerun the"
                        + " period, and report it if the figure stays.";
        };
    }

    /** For example {@code C14 Date of authorisation: "3/12/2018", text read as date: 3 Dec 2018}. */
    public static String written(CellAsRead cell) {
        return cell.cell() + " " + cell.header() + ": "
                + (cell.raw().isEmpty() ? "nothing" : "\"" + cell.raw() + "\"")
                + (cell.how().isEmpty() ? "" : ", " + String.join(", ", cell.how()))
                + (cell.how().isEmpty()
                                || cell.value().isEmpty()
                                || cell.value().equals(cell.raw())
                                || cell.how().contains("counts as " + cell.value())
                        ? ""
                        : ": " + cell.value());
    }

    /** What rows sum to, e.g. {@code 650 of 1000}. */
    public static String sums(
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable BigDecimal picked) {
        if (numerator == null) {
            return (picked == null ? "nothing" : plain(picked)) + " of the values of "
                    + plain(Objects.requireNonNullElse(denominator, BigDecimal.ZERO));
        }
        return plain(numerator) + (denominator == null ? "" : " of " + plain(denominator));
    }

    /** With all its decimals, and no zeros at their end. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
