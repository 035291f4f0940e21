package org.scrutineer.records;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReferenceTable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.View;

/**
 * The rows that count for a period, a table a dataset, with the catalogue's views over them.
 *
 * <p>A snapshot dataset has the rows of that period's returns; where two of them tell of one thing for the same team, as
 * returns that report for other teams may, the one prepared last counts. A flow dataset has the newest version of each event up to
 * the end of the period, whichever period's return told it, and what the period's own returns call still open: so an
 * event reported late counts in its own month, one reported twice counts once, one whose date is corrected moves, and
 * what was still open is a snapshot.
 */
public final class RecordSet implements AutoCloseable {

    private final Engine engine;
    private final SqlGuard guard;
    private final DuckDBConnection connection;
    private final Path folder;
    private final Catalogue catalogue;

    private RecordSet(Engine engine, DuckDBConnection connection, Path folder, Catalogue catalogue) {
        this.guard = new SqlGuard(engine, catalogue);
        this.engine = engine;
        this.connection = connection;
        this.folder = folder;
        this.catalogue = catalogue;
    }

    /** @param columns those of its own that a dataset's table is to have */
    static RecordSet load(
            Engine engine,
            Path folder,
            Catalogue catalogue,
            Function<Dataset, List<Column>> columns,
            List<SelectedSegment> segments,
            ReportingPeriod period)
            throws SQLException {
        var set = new RecordSet(engine, engine.connect(), folder, catalogue);
        var loader = new SegmentLoader(set.connection, folder, period);
        loader.tell(segments);
        for (Dataset dataset : catalogue.datasets()) {
            loader.load(
                    dataset,
                    columns.apply(dataset),
                    segments.stream()
                            .filter(selected -> selected.segment().dataset().equals(dataset.id()))
                            .toList());
        }
        for (ReferenceTable table : catalogue.references()) {
            set.loadReference(table);
        }
        return set;
    }

    private void loadReference(ReferenceTable table) throws SQLException {
        String allYears = ReferenceSql.nameOfAllYears(table);
        Rows.execute(connection, ReferenceSql.create(allYears, table));
        if (!table.rows().isEmpty()) {
            Rows.execute(
                    connection,
                    ReferenceSql.insert(
                            allYears, table, catalogue.organisation().id()));
        }
    }

    /** Points the catalogue's views and reference data at the days of a figure; until it is called there are none. */
    public void aim(Window window) {
        try {
            for (Map.Entry<String, String> relation : relations(window).entrySet()) {
                Rows.execute(connection, "create or replace view " + relation.getKey() + " as " + relation.getValue());
            }
        } catch (SQLException e) {
            throw new RecordsException("cannot define the catalogue's views", e);
        }
    }

    /** The rows over the days of a figure, each with those it was made of. To be closed before this is. */
    public FollowedRows follow(Window window) {
        try {
            return FollowedRows.over(connection.duplicate(), catalogue, window, relations(window));
        } catch (SQLException | SqlTree.SyntaxException e) {
            throw new RecordsException("cannot follow the rows of the catalogue's views", e);
        }
    }

    /** The queries of the catalogue's reference data and views for the days of a figure, by name, in order. */
    private Map<String, String> relations(Window window) {
        var relations = new LinkedHashMap<String, String>();
        for (ReferenceTable table : catalogue.references()) {
            relations.put(table.id(), ReferenceSql.inForce(ReferenceSql.nameOfAllYears(table), window));
        }
        for (View view : catalogue.views()) {
            relations.put(view.id(), window.applyTo(view.query().sql()));
        }
        return relations;
    }

    /** The row that counts of the same thing as a row of a segment, be it that row; none where none counts. */
    public Optional<RowOrigin> counting(Dataset dataset, Segment segment, int row) {
        String same = dataset.key().stream()
                .map(column -> "data." + column + " is not distinct from own." + column)
                .collect(Collectors.joining(" and "));
        String file =
                folder.resolve(segment.dataset()).resolve(segment.fileName()).toString();
        return Rows.of(
                        connection,
                        "select data.submission, data.sheet_row from " + dataset.id() + " as data join read_parquet("
                                + Engine.literal(file) + ") as own on " + same + " where own.sheet_row = " + row
                                + " order by 1, 2 limit 1",
                        "looking for the row that counts",
                        found -> new RowOrigin(dataset.id(), found.getInt(1), found.getInt(2)))
                .stream()
                .findFirst();
    }

    /** The names of the columns of a dataset or view, in lower case. */
    public Set<String> columns(String from) {
        return Rows.columns(connection, from);
    }

    /** Makes a small table of {@code varchar} columns to join with, e.g. which service a team belongs to. */
    public void table(String name, List<String> columns, List<List<String>> rows) {
        try {
            Rows.execute(
                    connection,
                    "create or replace table " + name
                            + columns.stream()
                                    .map(column -> column + " varchar")
                                    .collect(Collectors.joining(", ", " (", ")")));
            try (var appender = connection.createAppender(name)) {
                for (List<String> row : rows) {
                    appender.beginRow();
                    for (String value : row) {
                        appender.append(value);
                    }
                    appender.endRow();
                }
            }
        } catch (SQLException e) {
            throw new RecordsException("cannot make the table " + name, e);
        }
    }

    /**
     * Runs a query of ours, in which the window's days stand for {@code :start} and {@code :end}. The catalogue's
     * expressions in it have been checked before any run.
     */
    public <T> List<T> query(String sql, Window window, RowReader<T> reader) {
        return Rows.of(connection, window.applyTo(sql), "a query over the records", reader);
    }

    /** Runs a query of ours that names no window's days, or has them put in already. */
    public <T> List<T> query(String sql, RowReader<T> reader) {
        return Rows.of(connection, sql, "a query over the records", reader);
    }

    /** The rows of snapshots that were left out, by dataset, return and row. */
    public List<ToldTwice> toldTwice() {
        return Rows.of(
                connection,
                "select dataset, submission, sheet_row, counting from " + SegmentLoader.TOLD_TWICE + " order by all",
                "looking for what two returns tell",
                row -> new ToldTwice(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)));
    }

    /** Where a rule over the rows of all returns is broken. */
    public List<RuleBreach> breaches(CrossRule rule, Window window) {
        return new RuleSql(guard, window, name -> name, false).breaches(connection, rule);
    }

    @Override
    public void close() {
        try {
            connection.close();
            engine.close();
        } catch (SQLException e) {
            throw new RecordsException("cannot close the records", e);
        }
    }
}
