package org.scrutineer.web.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.ContributingRow;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.indicators.DefinitionWords;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.trace.FigureTrace;
import org.scrutineer.trace.TraceWords;
import org.scrutineer.trace.TracedRow;

/**
 * A figure with some of the rows behind it.
 *
 * @param agreement whether its rows sum to it
 * @param differs whether they do not, which should never be
 * @param deleted the returns it was made from that are gone, each with when and why
 * @param pages numbers of the pages its rows are on
 */
record FigurePage(
        String code,
        String name,
        String of,
        int run,
        List<Fact> facts,
        String agreement,
        boolean differs,
        List<String> deleted,
        List<Row> rows,
        int page,
        List<Integer> pages) {

    static final int ROWS = 50;

    record Fact(String label, String text) {}

    /**
     * A row that the figure looks at.
     *
     * @param role what it is to the figure
     * @param why what it adds, or why it does not count; may be empty
     * @param origins the rows of returns it was made of; empty where it is of no return
     */
    record Row(String role, String team, String why, List<Origin> origins) {}

    /** @param returnId the return's number in the ledger */
    record Origin(long returnId, String file, String sheet, int row, List<Cell> cells) {}

    /** @param address with its sheet, as a cell is asked for */
    record Cell(String address, String text) {}

    /** @param page which page of its rows the trace holds, from 1 */
    static FigurePage of(FigureTrace trace, int page) {
        Indicator definition = trace.definition();
        IndicatorValue value = trace.value();
        long rows = trace.inAll().values().stream().mapToLong(Long::longValue).sum();
        return new FigurePage(
                definition.id(),
                definition.name(),
                trace.title(),
                trace.run().number(),
                facts(trace, value, definition),
                TraceWords.agreement(trace),
                trace.agreement() == FigureTrace.Agreement.DIFFERS,
                trace.deleted().stream().map(FigurePage::gone).toList(),
                trace.rows().stream().map(FigurePage::row).toList(),
                page,
                IntStream.rangeClosed(1, Math.max(1, Math.toIntExact((rows + ROWS - 1) / ROWS)))
                        .boxed()
                        .toList());
    }

    private static List<Fact> facts(FigureTrace trace, IndicatorValue value, Indicator definition) {
        return Stream.of(
                        new Fact("Figure", value.value() == null ? "Not given" : FigureWords.value(definition, value)),
                        new Fact(
                                "Days it is about",
                                FigureWords.timing(value.timing())
                                        + ", from "
                                        + FigureWords.date(trace.window().start()) + " to "
                                        + FigureWords.date(trace.window().end())),
                        new Fact("Numerator, or the figure itself", DefinitionWords.numerator(definition)),
                        new Fact("Denominator", DefinitionWords.denominator(definition)),
                        new Fact("Rows", rows(trace)),
                        new Fact(
                                "Catalogue",
                                trace.otherCatalogue()
                                        ? "The run used another catalogue than the one in force; this is by the run's own."
                                        : ""))
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    private static String rows(FigureTrace trace) {
        return String.join(
                ", ",
                trace.inAll().entrySet().stream()
                        .map(entry -> FigureWords.number(BigDecimal.valueOf(entry.getValue()), 0) + " "
                                + role(entry.getKey()).toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static String gone(DeletedReturns.Gone gone) {
        return gone.fileName() + ": " + gone.words() + ".";
    }

    private static String role(Role role) {
        return switch (role) {
            case NUMERATOR -> "In the numerator";
            case DENOMINATOR -> "In the denominator only";
            case NOT_COUNTED -> "Not counted";
        };
    }

    private static Row row(TracedRow traced) {
        ContributingRow row = traced.row();
        String adds = row.value() == null
                ? row.role() == Role.NUMERATOR && row.toNumerator().signum() == 0
                        ? "The same as one above, and counted there."
                        : ""
                : "Adds " + TraceWords.plain(row.value()) + ".";
        String why = traced.why().isEmpty() ? "" : FigureWords.sentenceCase(traced.why()) + ".";
        return new Row(
                role(row.role()),
                row.team(),
                (adds + " " + why).strip(),
                traced.origins().stream().map(FigurePage::origin).toList());
    }

    private static Origin origin(TracedRow.Origin origin) {
        return new Origin(
                origin.submission().id(),
                origin.submission().fileName(),
                origin.sheet(),
                origin.row(),
                origin.cells().stream()
                        .map(cell -> new Cell(origin.sheet() + "!" + cell.cell(), TraceWords.written(cell)))
                        .toList());
    }
}
