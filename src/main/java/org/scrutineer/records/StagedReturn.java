package org.scrutineer.records;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.files.Renames;

/**
 * The rows of one return while it is read and checked. Nothing of it outlives {@link #close()} but the segments that
 * were sealed.
 */
public final class StagedReturn implements AutoCloseable {

    private final DuckDBConnection connection;
    private final StagedRowsFunction function;
    private final Path folder;
    private final SqlGuard guard;
    private final Window window;
    private final String prefix;
    private final Map<String, StagedDataset> datasets = new LinkedHashMap<>();

    /** @param prefix of names that nothing else is known by to the engine */
    StagedReturn(
            DuckDBConnection connection,
            StagedRowsFunction function,
            Path folder,
            SqlGuard guard,
            Window window,
            String prefix) {
        this.connection = connection;
        this.function = function;
        this.folder = folder;
        this.guard = guard;
        this.window = window;
        this.prefix = prefix;
    }

    /**
     * A rule's breach.
     *
     * @param values what stands in the columns the rule mentions, in the order it does, as a person would write it
     */
    public record Breach(int row, Map<String, String> values) {}

    /** A row whose key stands further up already. */
    public record Double(int row, int firstRow) {}

    /** Opens a dataset for its rows; each dataset once. The rows can be asked about once the writer is closed. */
    public RowWriter write(Dataset dataset) {
        if (datasets.containsKey(dataset.id())) {
            throw new IllegalStateException("dataset " + dataset.id() + " is staged already");
        }
        var staged = new StagedDataset(connection, function, prefix + dataset.id(), dataset);
        datasets.put(dataset.id(), staged);
        return new RowWriter(staged);
    }

    /** For each rule of the dataset's rows that is broken, in the catalogue's order, the rows that break it. */
    public Map<RowRule, List<Breach>> breaches(Dataset dataset) {
        table(dataset.id());
        return rules().breaches(connection, dataset, dataset.rules());
    }

    /**
     * Where a rule over several rows is broken; nowhere if a dataset it looks at is not staged, as nobody can tell then.
     */
    public List<RuleBreach> breaches(CrossRule rule) {
        return datasets.keySet().containsAll(rule.datasets()) ? rules().breaches(connection, rule) : List.of();
    }

    private RuleSql rules() {
        return new RuleSql(guard, window, this::table, true);
    }

    /** Whether a row of the sheet was staged; one without a record is not. */
    public boolean holds(Dataset dataset, int row) {
        return !query("select 1 from " + table(dataset.id()) + " where sheet_row = " + row, found -> found.getInt(1))
                .isEmpty();
    }

    /** The rows that repeat the key of a row above them; a key with a blank part is compared like any other. */
    public List<Double> doubles(Dataset dataset) {
        String key = String.join(", ", dataset.key());
        return query(
                "select sheet_row, first_row from (select sheet_row, min(sheet_row) over (partition by " + key
                        + ") as first_row from " + table(dataset.id())
                        + ") where sheet_row > first_row order by sheet_row",
                row -> new Double(row.getInt(1), row.getInt(2)));
    }

    /**
     * The dates of a flow's events.
     *
     * @param dated how many rows have one
     * @param within how many of these lie within the days asked for
     * @param first the earliest; null where no row has one
     * @param last the latest; null where no row has one
     */
    public record Events(
            long dated,
            long within,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /** The dates of a flow's events against the days from one to another, both included. */
    public Events events(Dataset flow, LocalDate from, LocalDate to) {
        String event = flow.eventDate() + "::date";
        return query(
                        "select count(" + event + "), count(*) filter (where " + event + " between date '" + from
                                + "' and date '" + to + "'), min(" + event + "), max(" + event + ") from "
                                + table(flow.id()),
                        row -> new Events(
                                row.getLong(1),
                                row.getLong(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class)))
                .get(0);
    }

    /**
     * Writes the rows that were not refused as a segment, under its final name; a segment of that name is replaced by
     * one with the same bytes.
     *
     * @param refusedRows as they are numbered in the sheet
     */
    public Segment seal(Dataset dataset, Collection<Integer> refusedRows, String fileName) throws IOException {
        Path target = folder.resolve(dataset.id()).resolve(fileName);
        // By a name that the next start gives it again: it takes the place of what a kill left half done.
        Path staging = folder.resolve(".staging").resolve(dataset.id() + "-" + fileName);
        Files.createDirectories(target.getParent());
        Files.createDirectories(staging.getParent());
        try {
            long rows = staged(dataset.id()).write(refusedRows, staging);
            try (FileChannel channel = FileChannel.open(staging, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            String sha256 = Sha256.of(staging);
            Renames.replace(staging, target);
            return new Segment(dataset.id(), fileName, sha256, rows);
        } catch (SQLException e) {
            throw new RecordsException("cannot seal dataset " + dataset.id(), e);
        } finally {
            Files.deleteIfExists(staging);
        }
    }

    private String table(String dataset) {
        return staged(dataset).from();
    }

    private StagedDataset staged(String dataset) {
        StagedDataset staged = datasets.get(dataset);
        if (staged == null) {
            throw new IllegalStateException("dataset " + dataset + " is not staged");
        }
        return staged;
    }

    private <T> List<T> query(String sql, RowReader<T> reader) {
        return Rows.of(connection, sql, "a question about staged rows", reader);
    }

    @Override
    public void close() {
        try {
            for (StagedDataset staged : datasets.values()) {
                staged.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw new RecordsException("cannot close a staged return", e);
        }
    }
}
