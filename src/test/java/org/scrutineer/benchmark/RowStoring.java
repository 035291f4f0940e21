package org.scrutineer.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.TestCalculator;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.records.RowWriter;
import org.scrutineer.records.Segment;
import org.scrutineer.records.SelectedSegment;
import org.scrutineer.records.StagedReturn;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;

/**
 * Stores the rows of a folder of workbooks and calculates every indicator from them, as the job does but for the rules
 * and the ledger. Prints the microseconds of cpu, of the whole process with the JVM's compilers, that each part took.
 * Reading is one of them, in turn with the others; its cells are kept here and so cost a little more than elsewhere.
 */
final class RowStoring {

    /** Of what it prints, those that are of the row store and the indicators. */
    static final List<String> PARTS = List.of("opening", "staging", "sealing", "loading", "calculating");

    private static final ReportingPeriod PERIOD = ReportingPeriod.of(2021, 12);

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private long last = machine.getProcessCpuTime();

    private final Catalogue catalogue;
    private final Map<Submission, List<RowCount>> counted = new LinkedHashMap<>();
    private final List<SelectedSegment> segments = new ArrayList<>();

    private RowStoring(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The folders of the workbooks, the catalogue and the segments to be. */
    public static void main(String[] arguments) throws Exception {
        if (!(CatalogueReader.read(Path.of(arguments[1])) instanceof CatalogueReading.Read read)) {
            throw new IllegalStateException("the catalogue is not sound");
        }
        new RowStoring(read.catalogue()).run(Path.of(arguments[0]), Path.of(arguments[2]));
    }

    private void run(Path input, Path folder) throws Exception {
        took("catalogue");
        List<IndicatorValue> figures;
        try (var store = new RecordStore(catalogue, RecordsProperties.defaults(folder.toString()))) {
            took("opening");
            int number = 0;
            for (Path file : Floor.files(input)) {
                store(file, ++number, store);
            }
            try (var records = store.selectForFigures(segments, PERIOD)) {
                took("loading");
                figures = TestCalculator.figures(catalogue, store, records, PERIOD, counted);
                took("calculating");
            }
        }
        took("opening");
        System.out.println("rows="
                + counted.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(RowCount::read)
                        .sum());
        if (figures.isEmpty()) {
            throw new IllegalStateException("no figures were calculated");
        }
        nanos.forEach((part, taken) -> System.out.println(part + "=" + taken / 1_000));
    }

    private void took(String part) {
        long now = machine.getProcessCpuTime();
        nanos.merge(part, now - last, Long::sum);
        last = now;
    }

    private void store(Path file, int number, RecordStore store) throws Exception {
        var counts = new ArrayList<RowCount>();
        String name = file.getFileName().toString();
        String team = "team-" + number;
        var submission = new Submission(
                number, name, name, BenchmarkCatalogue.RETURN_TYPE, team, PERIOD, LocalDate.of(2022, 1, 10), Set.of());
        try (SourceWorkbook workbook = SourceWorkbook.open(file);
                StagedReturn staged = store.stage(PERIOD)) {
            for (Dataset dataset : catalogue.datasets()) {
                var rows = new Rows(dataset);
                for (SourceSheet sheet : workbook.sheets()) {
                    if (sheet.name().equals(dataset.name())) {
                        workbook.read(sheet, rows);
                    }
                }
                took("reading");
                stage(rows.rows, dataset, team, staged);
                took("staging");
                Segment segment = staged.seal(dataset, Set.of(), name + ".parquet");
                took("sealing");
                segments.add(new SelectedSegment(segment, PERIOD, submission.preparedOn(), number));
                counts.add(new RowCount(dataset.id(), segment.rows(), segment.rows(), 0, 0, false));
            }
        }
        took("sealing");
        counted.put(submission, counts);
    }

    private static void stage(List<@Nullable Object[]> rows, Dataset dataset, String team, StagedReturn staged)
            throws IOException {
        try (RowWriter writer = staged.write(dataset)) {
            int number = 2;
            for (@Nullable Object[] row : rows) {
                writer.begin(team, number++);
                for (int i = 0; i < row.length; i++) {
                    write(writer, dataset.columns().get(i).type(), row[i]);
                }
                writer.end();
            }
        }
    }

    private static void write(RowWriter writer, Column.Type type, @Nullable Object value) {
        if (value == null) {
            writer.blank();
            return;
        }
        switch (type) {
            case TEXT, CODE -> writer.text((String) value);
            case DATE -> writer.date((Long) value);
            case YES_NO -> writer.yesNo(value.equals("Yes"));
            case INTEGER -> writer.integer(((Double) value).longValue());
            case DECIMAL -> writer.decimal(Math.round((Double) value * 10_000));
            case MONTH, DATETIME, MONEY -> throw new IllegalStateException("no column is of " + type);
        }
    }

    /** The rows below the header, each value as it is staged; what is not of its column's type is blank. */
    private static final class Rows implements CellHandler {

        private final Dataset dataset;
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private final Map<String, String> codes = new HashMap<>();
        private @Nullable Object[] row = {};

        Rows(Dataset dataset) {
            this.dataset = dataset;
            dataset.columns()
                    .forEach(column -> column.codes()
                            .forEach((code, words) -> words.forEach(word -> codes.put(column.name() + word, code))));
        }

        @Override
        public void row(int number, boolean hidden) {
            row = new Object[dataset.columns().size()];
            if (number > 1) {
                rows.add(row);
            }
        }

        @Override
        public void text(int column, String text) {
            Column of = dataset.columns().get(column - 1);
            switch (of.type()) {
                case TEXT, YES_NO -> row[column - 1] = text;
                case CODE -> row[column - 1] = codes.get(of.name() + text);
                default -> {}
            }
        }

        @Override
        public void number(int column, double value) {
            row[column - 1] = value;
        }

        @Override
        public void date(int column, long epochDay, int secondOfDay) {
            row[column - 1] = epochDay;
        }

        @Override
        public void bool(int column, boolean value) {}

        @Override
        public void error(int column, String code) {}

        @Override
        public void noResult(int column) {}
    }
}
