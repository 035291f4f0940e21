package org.scrutineer.publication;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.Rating;

/** An audience's figures as data: one line a figure, as RFC 4180 wants it. */
final class IndicatorsCsv {

    static final String LINE_END = "\r\n";

    /** Also the full-width twins of these, which some programs take for the same. */
    private static final String START_OF_FORMULA = "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20";

    private static final int MOST_DECIMALS = 10;

    private IndicatorsCsv() {}

    static byte[] of(Report report) {
        return printed(
                IndicatorsFields.of(report.figures().catalogue().organisation()).stream()
                        .map(CsvField::name)
                        .toList(),
                rows(report));
    }

    /** As RFC 4180 wants it, in UTF-8. */
    static byte[] printed(List<String> header, List<List<String>> rows) {
        var text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator(LINE_END)
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(Report report) {
        RunFigures figures = report.figures();
        var parts = new ArrayList<Part>();
        parts.add(figures.whole());
        parts.addAll(report.authorities());
        parts.addAll(report.servicesAndTeams());
        var rows = new ArrayList<List<String>>();
        for (Indicator indicator : report.indicators()) {
            for (Indicator.Timing timing : indicator.timings()) {
                for (Part part : parts) {
                    figures.value(indicator, part, timing)
                            .ifPresent(figure -> rows.add(row(figures, indicator, part, figure)));
                }
            }
        }
        return rows;
    }

    private static List<String> row(RunFigures figures, Indicator indicator, Part part, IndicatorValue figure) {
        // A target is set for the main timing: a month's is no measure of a year's figure.
        boolean main = figure.timing() == indicator.timing();
        Optional<Target> target = main ? figures.target(indicator, part) : Optional.empty();
        Optional<BigDecimal> previous = figures.previous(figure);
        Optional<BigDecimal> value = Optional.ofNullable(figure.value());
        return List.of(
                figures.period().toString(),
                text(part.organisation()),
                text(part.name()),
                Part.levelId(part.level(), figures.catalogue().organisation()),
                text(part.authority()),
                text(indicator.id()),
                text(indicator.name()),
                unit(indicator),
                figure.timing().id(),
                number(figure.numerator()),
                number(figure.denominator()),
                number(figure.value()),
                status(figures, figure),
                String.valueOf(figure.coverage().expected()),
                String.valueOf(figure.coverage().received()),
                target.map(found -> number(found.value())).orElse(""),
                target.map(found -> number(found.tolerance())).orElse(""),
                main ? figures.rating(indicator, part).map(Rating::word).orElse("") : "",
                previous.map(IndicatorsCsv::number).orElse(""),
                value.flatMap(now -> previous.map(now::subtract))
                        .map(IndicatorsCsv::number)
                        .orElse(""),
                main
                        ? figures.overTime()
                                .trend(indicator, part)
                                .map(trend -> trend.variation().id())
                                .orElse("")
                        : "");
    }

    /** Of two that hold the one that says more of the value: that returns are missing comes before that it was another. */
    private static String status(RunFigures figures, IndicatorValue figure) {
        return figure.status() == IndicatorValue.Status.COMPLETE
                        && figures.restatements().revise(figure)
                ? "r"
                : figure.status().symbol();
    }

    /** As the catalogue writes it. */
    static String unit(Indicator indicator) {
        return switch (indicator.unit()) {
            case PERCENT -> "percent";
            case COUNT -> "count";
            case RATE_PER_10000 -> "rate per 10,000";
            case MEAN -> "mean";
            case DAYS -> "days";
            case MONEY -> "money";
        };
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
    static String text(String text) {
        return !text.isEmpty() && START_OF_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Plain, without zeros at its end. */
    static String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal shortest =
                number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return shortest.signum() == 0 ? "0" : shortest.toPlainString();
    }
}
