package org.scrutineer.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * Returns sealed in a store of their own, each row written with a bar between its cells: {@code A1 | 2018-12-03 | yes}.
 * A cell of nothing is blank; a row's team is its sender unless its dataset has a column for it.
 */
public final class SealedReturns implements AutoCloseable {

    private final Path folder;
    private final Catalogue catalogue;
    private final RecordStore store;
    private final List<SelectedSegment> segments = new ArrayList<>();

    private SealedReturns(Path folder, Catalogue catalogue, RecordStore store) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.store = store;
    }

    public static SealedReturns in(Path folder, Catalogue catalogue) {
        return new SealedReturns(
                folder, catalogue, new RecordStore(catalogue, RecordsProperties.defaults(folder.toString())));
    }

    /** Adds a return of one dataset, which counts as newer than those before it that were prepared on the same day. */
    public SealedReturns with(String period, String preparedOn, String dataset, String team, String... rows) {
        var month = ReportingPeriod.read(period).orElseThrow();
        try (StagedReturn staged = store.stage(month)) {
            write(staged, dataset(catalogue, dataset), team, rows);
            Segment segment =
                    staged.seal(dataset(catalogue, dataset), Set.of(), "return-" + segments.size() + ".parquet");
            segments.add(new SelectedSegment(segment, month, LocalDate.parse(preparedOn), segments.size()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over another store's returns with their files, as the older ones. */
    void take(SealedReturns older) {
        for (SelectedSegment segment : older.segments) {
            Path place = Path.of(segment.segment().dataset());
            String name = "older-" + segment.segment().fileName();
            try {
                Files.copy(
                        older.folder.resolve(place).resolve(segment.segment().fileName()),
                        folder.resolve(place).resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var copied = new Segment(
                    segment.segment().dataset(),
                    name,
                    segment.segment().sha256(),
                    segment.segment().rows());
            segments.add(0, new SelectedSegment(copied, segment.period(), segment.preparedOn(), segment.order()));
        }
    }

    public RecordStore store() {
        return store;
    }

    public List<SelectedSegment> segments() {
        return List.copyOf(segments);
    }

    public RecordSet of(String period) {
        return store.select(segments, ReportingPeriod.read(period).orElseThrow());
    }

    /** Rows below a header in row 1. */
    static void write(StagedReturn staged, Dataset dataset, String team, String... rows) {
        try (RowWriter writer = staged.write(dataset)) {
            for (int row = 0; row < rows.length; row++) {
                String[] cells = (rows[row] + " ").split("\\|", -1);
                if (cells.length != dataset.columns().size()) {
                    throw new IllegalArgumentException(rows[row]);
                }
                writer.begin(team(dataset, team, cells), row + 2);
                for (int i = 0; i < cells.length; i++) {
                    write(writer, dataset.columns().get(i).type(), cells[i].strip());
                }
                writer.end();
            }
        }
    }

    private static String team(Dataset dataset, String sender, String[] cells) {
        List<String> names = dataset.columns().stream().map(Column::name).toList();
        return dataset.teamColumn() == null ? sender : cells[names.indexOf(dataset.teamColumn())].strip();
    }

    private static void write(RowWriter writer, Column.Type type, String cell) {
        if (cell.isEmpty()) {
            writer.blank();
            return;
        }
        switch (type) {
            case TEXT, CODE -> writer.text(cell);
            case DATE, MONTH -> writer.date(LocalDate.parse(cell).toEpochDay());
            case DATETIME -> writer.dateTime(LocalDateTime.parse(cell).toEpochSecond(ZoneOffset.UTC));
            case YES_NO -> writer.yesNo(cell.equals("yes"));
            case INTEGER -> writer.integer(Long.parseLong(cell));
            case DECIMAL ->
                writer.decimal(new BigDecimal(cell).movePointRight(4).longValueExact());
            case MONEY -> writer.decimal(new BigDecimal(cell).movePointRight(2).longValueExact());
        }
    }

    static Dataset dataset(Catalogue catalogue, String id) {
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a dataset or view as {@code A1 | 2018-12-03}, in the order of these columns. */
    static List<String> rows(RecordSet records, String from, String columns) {
        int count = columns.split(",").length;
        return records.query(
                "select " + columns + " from " + from + " order by all",
                Window.of(ReportingPeriod.of(2018, 12)),
                row -> {
                    var cells = new ArrayList<String>();
                    for (int i = 1; i <= count; i++) {
                        cells.add(row.getObject(i) == null ? "" : row.getString(i));
                    }
                    return String.join(" | ", cells);
                });
    }

    @Override
    public void close() {
        store.close();
    }
}
