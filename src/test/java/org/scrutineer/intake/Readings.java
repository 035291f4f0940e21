package org.scrutineer.intake;

import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.records.StagedReturn;
import org.scrutineer.workbook.SheetFacts;
import org.scrutineer.workbook.SourceSheet;

/** Reads told sheets of a return of Team North for December 2018, received as north.xlsx. */
final class Readings implements AutoCloseable {

    private final Catalogue catalogue;
    private final RecordStore records;

    /**
     * What was read of a sheet.
     *
     * @param findings their sentences, each after its severity, in the order they were met
     * @param rows those staged, by their number, with the values a person would write
     */
    record Read(List<String> findings, Map<Integer, List<String>> rows, DatasetReading reading) {

        /** As the ledger would count them, had no rule been asked. */
        RowCount count() {
            return new RowCount(
                    reading.dataset().id(),
                    reading.read(),
                    rows.size(),
                    reading.refusedRows().size(),
                    reading.blank(),
                    false);
        }
    }

    private final boolean from1904;

    private Readings(Catalogue catalogue, RecordStore records, boolean from1904) {
        this.catalogue = catalogue;
        this.records = records;
        this.from1904 = from1904;
    }

    static Readings in(Path folder) {
        return in(folder, aCatalogue().catalogue());
    }

    static Readings in(Path folder, Catalogue catalogue) {
        return new Readings(
                catalogue, new RecordStore(catalogue, RecordsProperties.defaults(folder.toString())), false);
    }

    /** The same for workbooks that count days from 1904. */
    Readings counting1904() {
        return new Readings(catalogue, records, true);
    }

    /** Reads the sheet of one of the catalogue's datasets. */
    Read sheet(String dataset, Consumer<ToldSheet> told) {
        return sheet(
                catalogue.datasets().stream()
                        .filter(one -> one.id().equals(dataset))
                        .findFirst()
                        .orElseThrow(),
                told);
    }

    /** Reads a sheet with one column and one cell below its header, in A2: its value, or the finding about it. */
    String cell(Column column, Object cell) {
        Read read = sheet(
                datasetOf(column), sheet -> sheet.row(column.headers().get(0)).row(cell));
        if (read.rows().containsKey(2)) {
            return read.rows().get(2).get(0);
        }
        return read.reading().blank() == 1 ? "blank row" : read.findings().get(0);
    }

    Read sheet(Dataset dataset, Consumer<ToldSheet> told) {
        var submission = new Submission(
                1,
                "",
                "north.xlsx",
                "visits",
                "north",
                ReportingPeriod.of(2018, 12),
                LocalDate.of(2019, 1, 8),
                Set.of());
        try (StagedReturn staged = records.stage(submission.period())) {
            DatasetReading reading;
            List<Finding> findings;
            try (var writer = staged.write(dataset)) {
                var reader = new DatasetSheetReader(
                        dataset,
                        catalogue,
                        submission,
                        new SourceSheet(0, dataset.sheets().get(0), false),
                        new WorkbookTraits(from1904, null, List.of()),
                        writer);
                told.accept(new ToldSheet(reader));
                reading = reader.finish(new SheetFacts(List.of(), List.of(), null));
                findings = reader.findings();
            }
            Map<Integer, List<String>> rows = staged.breaches(asked(dataset)).values().stream()
                    .flatMap(List::stream)
                    .filter(breach -> !reading.refusedRows().contains(breach.row()))
                    .collect(Collectors.toMap(
                            StagedReturn.Breach::row,
                            breach -> List.copyOf(breach.values().values())));
            return new Read(
                    findings.stream()
                            .map(finding -> finding.severity() + " " + finding.sentence())
                            .toList(),
                    rows,
                    reading);
        }
    }

    /** Shows the staged values of all columns. */
    private static RowRule brokenByEveryRow(Dataset dataset) {
        String never = dataset.columns().stream()
                .map(column -> column.name() + " is null and " + column.name() + " is not null")
                .collect(Collectors.joining(" and "));
        return new RowRule("never", new Expression(never, new Place("", 0)), Severity.ERROR, null, "", "");
    }

    private static Dataset asked(Dataset dataset) {
        return new Dataset(
                dataset.id(),
                dataset.name(),
                dataset.sheets(),
                dataset.key(),
                dataset.kind(),
                dataset.eventDate(),
                dataset.monthsCovered(),
                dataset.alikeLastMonth(),
                dataset.teamColumn(),
                dataset.purpose(),
                dataset.columns(),
                List.of(brokenByEveryRow(dataset)),
                dataset.place());
    }

    private static Dataset datasetOf(Column column) {
        return new Dataset(
                "things",
                "Things",
                List.of("Things"),
                List.of(column.name()),
                Dataset.Kind.SNAPSHOT,
                null,
                1,
                null,
                null,
                List.of(column),
                List.of(),
                new Place("", 0));
    }

    @Override
    public void close() {
        records.close();
    }
}
