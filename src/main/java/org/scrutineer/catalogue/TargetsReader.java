package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        return files.text(FILE)
                .flatMap(text -> CsvTable.read(FILE, text, problems))
                .map(this::read)
                .orElse(List.of());
    }

    private List<Target> read(CsvTable table) {
        if (table.header().cells().isEmpty()) {
            problems.add(table.header().place(), null, "the header " + String.join(",", HEADER));
            return List.of();
        }
        Map<String, Integer> columns = header(table.header().place(), table.header());
        return columns.isEmpty()
                ? List.of()
                : table.rows().stream()
                        .flatMap(row -> target(row.place(), row, columns, table.separator()).stream())
                        .toList();
    }

    /** Where each column stands; empty if one is lacking, which is told. */
    private Map<String, Integer> header(Place place, CsvTable.Row row) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = Names.normal(row.cells().get(i)).replace(' ', '_').replace('-', '_');
            if (name.isEmpty()) {
                continue;
            }
            if (!COLUMNS.contains(name)) {
                problems.unknown(place, row.cells().get(i), "columns", COLUMNS);
            } else if (columns.putIfAbsent(name, i) != null) {
                problems.add(place, row.cells().get(i), "each column once");
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

    private Optional<Target> target(Place place, CsvTable.Row row, Map<String, Integer> columns, char separator) {
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

    private Optional<Tolerance> toleranceKind(Place place, CsvTable.Row row, Map<String, Integer> columns) {
        String text = cell(row, columns, "tolerance_in");
        Optional<Tolerance> kind = text.isEmpty() ? Optional.of(Tolerance.VALUE) : Tolerance.of(text);
        if (kind.isEmpty()) {
            problems.unknown(place, text, "words for the column tolerance_in", Tolerance.ids());
        }
        return kind;
    }

    private Optional<ReportingPeriod> lastMonth(
            Place place, CsvTable.Row row, Map<String, Integer> columns, ReportingPeriod from) {
        String text = cell(row, columns, "valid_to");
        Optional<ReportingPeriod> to = ReportingPeriod.read(text);
        if (!text.isEmpty() && to.filter(last -> last.compareTo(from) >= 0).isEmpty()) {
            problems.add(
                    place, text, "a month in the column valid_to that is not before valid_from, " + from + ", or none");
        }
        return to;
    }

    private void checkNothingAfter(Place place, CsvTable.Row row, Map<String, Integer> columns) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (!columns.containsValue(i) && !row.cells().get(i).isBlank() && i >= HEADER.size()) {
                problems.add(place, row.cells().get(i), "nothing after the last column");
            }
        }
    }

    private Optional<BigDecimal> number(
            Place place, CsvTable.Row row, Map<String, Integer> columns, String column, WrittenNumber numbers) {
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

    private static String cell(CsvTable.Row row, Map<String, Integer> columns, String column) {
        return row.cell(columns.getOrDefault(column, Integer.MAX_VALUE));
    }
}
