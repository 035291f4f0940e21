package org.scrutineer.console;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.pipeline.Run;
import org.scrutineer.trace.CellTrace;
import org.scrutineer.trace.FigureTrace;
import org.scrutineer.trace.FigureTracer;
import org.scrutineer.trace.TraceWords;
import org.scrutineer.trace.TracedRow;

/** What a trace found, for a terminal. */
final class TraceText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private TraceText() {}

    static void print(FigureTrace trace, PrintWriter out) {
        Indicator definition = trace.definition();
        out.println(definition.id() + " " + definition.name() + ", "
                + trace.run().period().title() + ", " + trace.title() + ", "
                + trace.value().timing().id().replace('-', ' ') + ": " + value(trace) + " (run "
                + trace.run().number() + ")");
        out.println("  " + definition.definition() + " Source: " + definition.source() + ". In force from "
                + definition.validFrom() + (definition.validTo() == null ? "" : " to " + definition.validTo()) + ".");
        out.println("  From " + trace.window().start().format(DAY) + " to "
                + trace.window().end().format(DAY) + ", which conditions call :start and :end.");
        out.println("  It counts rows of " + definition.from() + condition("; denominator", definition.denominator())
                + condition("; numerator", definition.numerator()) + aggregate(definition.aggregate()));
        Indicator.Per per = definition.per();
        if (per != null) {
            out.println("  Denominator: rows of " + per.from() + condition(", those that meet", per.where())
                    + aggregate(per.aggregate()));
        }
        if (trace.otherCatalogue()) {
            out.println("  The run used another catalogue than the one in force; this is by the run's own.");
        }
        printRows(trace, out);
        out.println();
        out.println(TraceWords.agreement(trace) + gone(trace));
    }

    private static void printRows(FigureTrace trace, PrintWriter out) {
        Map<Role, List<TracedRow>> byRole = trace.rows().stream()
                .collect(Collectors.groupingBy(row -> row.row().role(), LinkedHashMap::new, Collectors.toList()));
        byRole.forEach((role, rows) -> {
            out.println();
            out.println(title(role) + ": " + Words.count(rows.size(), "row"));
            TracedRow before = null;
            for (TracedRow row : rows) {
                print(row, before, trace.definition(), out);
                before = row;
            }
        });
    }

    private static String title(Role role) {
        return switch (role) {
            case NUMERATOR -> "Numerator";
            case DENOMINATOR -> "Denominator only";
            case NOT_COUNTED -> "Not counted";
        };
    }

    private static void print(TracedRow row, @Nullable TracedRow before, Indicator definition, PrintWriter out) {
        String adds = row.row().value() == null
                ? row.row().role() == Role.NUMERATOR && row.row().toNumerator().signum() == 0
                        ? ", the same as one above and counted there"
                        : ""
                : ", " + TraceWords.plain(row.row().value());
        String why = row.why().isEmpty() ? "" : ", " + row.why();
        if (row.origins().isEmpty()) {
            out.println("  " + row.row().source() + ": reference data, of no return" + adds + why);
        }
        boolean several = row.origins().size() > 1;
        if (several) {
            out.println("  a row of " + definition.from() + " made of "
                    + row.origins().size() + " rows" + adds + why);
        }
        TracedRow.Origin above = several || before == null || before.origins().size() != 1
                ? null
                : before.origins().get(0);
        for (TracedRow.Origin origin : row.origins()) {
            if (above == null
                    || !above.submission().equals(origin.submission())
                    || !above.sheet().equals(origin.sheet())) {
                out.println("    " + origin.submission().fileName() + ", sheet " + origin.sheet() + " [sha256 "
                        + origin.submission().fileHash() + "]");
            }
            out.println("      row " + origin.row() + (several ? "" : adds + why));
            origin.cells().forEach(cell -> out.println("        " + TraceWords.written(cell)));
            above = origin;
        }
    }

    private static String value(FigureTrace trace) {
        BigDecimal value = trace.value().value();
        return (value == null
                        ? "not given"
                        : value.setScale(trace.definition().decimals(), RoundingMode.HALF_UP)
                                .toPlainString())
                + (trace.definition().unit() == Indicator.Unit.PERCENT ? "%" : "")
                + (trace.value().status().symbol().isEmpty()
                        ? ""
                        : " [" + trace.value().status().symbol() + "]");
    }

    private static String condition(String before, @Nullable Expression condition) {
        return condition == null ? "" : before + ": " + oneLine(condition.sql());
    }

    private static String aggregate(Indicator.Aggregate aggregate) {
        return aggregate.value() == null
                ? ""
                : "; " + aggregate.function().name().toLowerCase(Locale.ROOT) + ": "
                        + oneLine(aggregate.value().sql());
    }

    private static String oneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    private static String gone(FigureTrace trace) {
        return trace.agreement() != FigureTrace.Agreement.ROWS_DELETED
                ? ""
                : trace.deleted().stream()
                        .map(gone -> System.lineSeparator() + "  " + gone.fileName() + ": " + gone.words())
                        .collect(Collectors.joining());
    }

    static void print(Run run, List<FigureTracer.Checked> checked, PrintWriter out) {
        for (FigureTracer.Checked one : checked) {
            if (one.agreement() == FigureTrace.Agreement.DIFFERS) {
                out.println(one.value().indicator() + ", " + one.title() + ", "
                        + one.value().timing().id().replace('-', ' ') + ": the rows sum to "
                        + TraceWords.sums(
                                one.totals().numerator(),
                                one.totals().denominator(),
                                one.totals().picked())
                        + ", but the figure is "
                        + TraceWords.sums(
                                one.value().numerator(),
                                one.value().denominator(),
                                one.value().value()) + ".");
            }
        }
        out.println(run.period().title() + ", run " + run.number() + ": of "
                + Words.count(checked.size(), "figure") + ", "
                + Words.number(count(checked, FigureTrace.Agreement.AGREES))
                + " are what the rows behind them sum to, "
                + Words.number(count(checked, FigureTrace.Agreement.NOT_FROM_ROWS))
                + " are from stored months or frozen years, "
                + Words.number(count(checked, FigureTrace.Agreement.WITHHELD)) + " are not given, "
                + rowsDeleted(count(checked, FigureTrace.Agreement.ROWS_DELETED))
                + Words.number(count(checked, FigureTrace.Agreement.DIFFERS)) + " differ.");
    }

    private static String rowsDeleted(long figures) {
        return figures == 0 ? "" : Words.number(figures) + " lack rows that were deleted by rule, ";
    }

    private static long count(List<FigureTracer.Checked> checked, FigureTrace.Agreement agreement) {
        return checked.stream().filter(one -> one.agreement() == agreement).count();
    }

    static void print(CellTrace trace, PrintWriter out) {
        CellAsRead read = trace.read();
        out.println(trace.file() + ", sheet " + trace.sheet() + ", cell " + trace.cell() + " [sha256 "
                + trace.fileHash() + "]");
        if (read != null) {
            out.println("  " + TraceWords.written(read));
        }
        trace.why().forEach(sentence -> out.println("  It feeds no figure. " + sentence));
        CellTrace.Feed before = null;
        for (CellTrace.Feed feed : trace.feeds()) {
            if (before == null || before.run().number() != feed.run().number()) {
                out.println("  It feeds, in " + feed.run().period().title() + " (run "
                        + feed.run().number() + "):");
            }
            if (before == null
                    || before.run().number() != feed.run().number()
                    || !before.indicator().equals(feed.indicator())
                    || before.timing() != feed.timing()) {
                out.println("    " + feed.indicator().id() + " "
                        + feed.indicator().name() + ", " + feed.timing().id().replace('-', ' '));
            }
            out.println("      " + feed.role().name().toLowerCase(Locale.ROOT) + " of " + feed.title());
            before = feed;
        }
    }

    static String role(Role role) {
        return Stream.of(role.name().toLowerCase(Locale.ROOT).split("_")).collect(Collectors.joining("-"));
    }
}
