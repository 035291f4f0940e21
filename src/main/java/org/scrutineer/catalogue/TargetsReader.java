package org.scrutineer.catalogue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Unit;

/** Reads {@code targets.csv}, as typed or as Excel saved it in any country. */
final class TargetsReader {

    private static final String FILE = "targets.csv";
    private static final List<String> HEADER = List.of("indicator", "valid_from", "target", "tolerance");
    private static final List<String> FURTHER = List.of("tolerance_in", "valid_to");
    private static final List<String> COLUMNS =
            Stream.concat(HEADER.stream(), FURTHER.stream()).toList();

    private final Indicators indicators;
    private final Problems problems;
    private final Map<List<String>, Place> seen = new HashMap<>();

    TargetsReader(Indicators indicators, Problems problems) {
        this.indicators = indicators;
        this.problems = problems;
    }

    List<Target> read(CatalogueFiles files) {
        List<Target> targets = new ArrayList<>();
        files.text(FILE).ifPresent(text -> read(text, targets));
        return targets;
    }

    private void read(String text, List<Target> targets) {
        // Excel writes this line itself, and reads it as the separator of the lines below.
        boolean says = text.startsWith("sep=") && text.length() > 4;
        int skipped = says ? Math.max(text.indexOf('\n'), 0) + 1 : 0;
        String table = text.substring(skipped);
        char separator = says ? text.charAt(4) : separator(table);
        var format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        int line = says ? 2 : 1;
        int next = line;
        try (var parser = CSVParser.parse(new StringReader(table), format)) {
            Map<String, Integer> columns = Map.of();
            int before = 0;
            for (CSVRecord row : parser) {
                int from = (int) Math.min(row.getCharacterPosition(), table.length());
                line += (int) table.substring(before, from)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                before = from;
                next = (says ? 2 : 1) + (int) parser.getCurrentLineNumber();
                Place place = new Place(FILE, line);
                if (row.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = header(place, row);
                    if (columns.isEmpty()) {
                        return;
                    }
                } else {
                    target(place, row, columns, separator).ifPresent(targets::add);
                }
            }
            if (columns.isEmpty()) {
                problems.add(new Place(FILE, 1), null, "the header " + String.join(",", HEADER));
            }
        } catch (IOException | UncheckedIOException unbalanced) {
            problems.add(new Place(FILE, next), null, "a closing quote for each one that opens, here or further down");
        }
    }

    private static char separator(String table) {
        String header =
                table.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Where each column stands; empty if one is lacking, which is told. */
    private Map<String, Integer> header(Place place, CSVRecord row) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String name = Names.normal(row.get(i)).replace(' ', '_').replace('-', '_');
            if (name.isEmpty()) {
                continue;
            }
            if (!COLUMNS.contains(name)) {
                problems.unknown(place, row.get(i), "columns", COLUMNS);
            } else if (columns.putIfAbsent(name, i) != null) {
                problems.add(place, row.get(i), "each column once");
            }
        }
        List<String> lacking =
                HEADER.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!lacking.isEmpty()) {
            problems.add(
                    place,
                    null,
                    "the header " + String.join(",", HEADER) + "; lacking is " + String.join(", ", lacking));
            return Map.of();
        }
        return columns;
    }

    private Optional<Target> target(Place place, CSVRecord row, Map<String, Integer> columns, char separator) {
        checkNothingAfter(place, row, columns);
        String code = cell(row, columns, "indicator");
        if (code.isEmpty()) {
            problems.add(place, null, "the code of an indicator");
        }
        Optional<Indicator> known = code.isEmpty() ? Optional.empty() : indicators.find(place, code);
        String month = cell(row, columns, "valid_from");
        Optional<ReportingPeriod> from = ReportingPeriod.read(month);
        if (from.isEmpty()) {
            problems.add(place, month.isEmpty() ? null : month, "a month in the column valid_from, e.g. 2018-12");
        }
        Optional<Indicator> indicator = known.map(
                one -> from.map(period -> indicators.inForce(one, period)).orElse(one));
        boolean percent = indicator.map(one -> one.unit() == Unit.PERCENT).orElse(true);
        Optional<BigDecimal> target = number(place, row, columns, "target", new WrittenNumber(separator, percent));
        Optional<Tolerance> kind = toleranceKind(place, row, columns);
        boolean percentSign = kind.map(one -> one == Tolerance.PERCENT || (one == Tolerance.VALUE && percent))
                .orElse(true);
        Optional<BigDecimal> tolerance =
                number(place, row, columns, "tolerance", new WrittenNumber(separator, percentSign));
        Optional<BigDecimal> limit = indicator.flatMap(one -> target.flatMap(value ->
                kind.flatMap(in -> tolerance.map(given -> in.limit(given, value, one.good())))));
        from.ifPresent(period -> checkOnce(place, code, period));
        indicator.ifPresent(one -> checkPolarity(place, one, target, kind, tolerance));
        ReportingPeriod to =
                from.flatMap(first -> lastMonth(place, row, columns, first)).orElse(null);
        return from.flatMap(
                period -> target.flatMap(value -> limit.map(end -> new Target(code, period, to, value, end, place))));
    }

    private Optional<Tolerance> toleranceKind(Place place, CSVRecord row, Map<String, Integer> columns) {
        String text = cell(row, columns, "tolerance_in");
        Optional<Tolerance> kind = text.isEmpty() ? Optional.of(Tolerance.VALUE) : Tolerance.of(text);
        if (kind.isEmpty()) {
            problems.unknown(place, text, "words for the column tolerance_in", Tolerance.ids());
        }
        return kind;
    }

    private Optional<ReportingPeriod> lastMonth(
            Place place, CSVRecord row, Map<String, Integer> columns, ReportingPeriod from) {
        String text = cell(row, columns, "valid_to");
        Optional<ReportingPeriod> to = ReportingPeriod.read(text);
        if (!text.isEmpty() && to.filter(last -> last.compareTo(from) >= 0).isEmpty()) {
            problems.add(
                    place, text, "a month in the column valid_to that is not before valid_from, " + from + ", or none");
        }
        return to;
    }

    private void checkNothingAfter(Place place, CSVRecord row, Map<String, Integer> columns) {
        for (int i = 0; i < row.size(); i++) {
            if (!columns.containsValue(i) && !row.get(i).isBlank() && i >= HEADER.size()) {
                problems.add(place, row.get(i), "nothing after the last column");
            }
        }
    }

    private Optional<BigDecimal> number(
            Place place, CSVRecord row, Map<String, Integer> columns, String column, WrittenNumber numbers) {
        String text = cell(row, columns, column);
        if (text.isEmpty()) {
            problems.add(place, null, "a number in the column " + column);
            return Optional.empty();
        }
        Optional<BigDecimal> number = numbers.read(text);
        if (number.isEmpty()) {
            problems.add(place, text, numbers.expected() + " in the column " + column);
        }
        return number;
    }

    private void checkOnce(Place place, String code, ReportingPeriod from) {
        Place before = seen.putIfAbsent(List.of(code, from.toString()), place);
        if (before != null && !code.isEmpty()) {
            problems.add(
                    place,
                    code,
                    "one target of an indicator from " + from + " on; line " + before.line() + " has it already");
        }
    }

    private void checkPolarity(
            Place place,
            Indicator indicator,
            Optional<BigDecimal> target,
            Optional<Tolerance> kind,
            Optional<BigDecimal> tolerance) {
        if (indicator.good() == Polarity.INFORMATION) {
            problems.add(place, indicator.id(), "no target, as the indicator is for information");
        }
        if (target.isEmpty() || tolerance.isEmpty() || kind.isEmpty()) {
            return;
        }
        String goal = target.get().toPlainString();
        String given = tolerance.get().toPlainString();
        int order = tolerance.get().compareTo(target.get());
        if (kind.get() != Tolerance.VALUE) {
            if (tolerance.get().signum() < 0) {
                problems.add(place, given, "a tolerance of 0 or more, as it is how far from the target Amber reaches");
            }
        } else if (indicator.good() == Polarity.HIGH && order > 0) {
            problems.add(place, given, "a tolerance of at most the target, " + goal + ", as high is good");
        } else if (indicator.good() == Polarity.LOW && order < 0) {
            problems.add(place, given, "a tolerance of at least the target, " + goal + ", as low is good");
        }
    }

    private static String cell(CSVRecord row, Map<String, Integer> columns, String column) {
        int at = columns.getOrDefault(column, Integer.MAX_VALUE);
        return at < row.size() ? row.get(at).replace('\u00a0', ' ').strip() : "";
    }
}
