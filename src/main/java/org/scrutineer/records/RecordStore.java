package org.scrutineer.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.View;

/**
 * The folder of segments and the engine over it, which starts at its first use: many a command asks no rows. Where it cannot,
 * what was asked fails with a {@link RecordsException} that says what to do about it. May be used by several threads; a {@link
 * StagedReturn} or {@link RecordSet} by one at a time.
 */
public final class RecordStore implements AutoCloseable {

    private final Path folder;
    private final Catalogue catalogue;
    private final RecordsProperties settings;
    private final AtomicLong staged = new AtomicLong();

    private @Nullable Started started;

    /** An engine, and what was made over it. */
    private record Started(Engine engine, StagedRowsFunction stagedRows, SqlGuard guard) {}

    public RecordStore(Catalogue catalogue, RecordsProperties settings) {
        this.folder = settings.path();
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /**
     * Begins to unpack and load the engine's native library, which takes half a second, on a thread of its own. Where
     * it fails the first use of the engine says so.
     */
    public static void prepare() {
        var thread = new Thread(Engine::load, "record engine");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized Started started() {
        Started before = started;
        if (before != null) {
            return before;
        }
        Engine engine = start(catalogue, settings.forSmallTables());
        try {
            var now = new Started(engine, StagedRowsFunction.teach(engine), new SqlGuard(engine, catalogue));
            started = now;
            return now;
        } catch (SQLException e) {
            throw closing(engine, new RecordsException("cannot open the record store in " + settings.folder(), e));
        }
    }

    /** The mistakes in the catalogue's rules, views and indicators that only show when their SQL meets the columns. */
    public static List<CatalogueProblem> problems(Catalogue catalogue, RecordsProperties settings) {
        try (Engine engine = start(catalogue, settings.forSmallTables())) {
            return new CatalogueSql(catalogue, engine).problems();
        } catch (SQLException e) {
            throw new RecordsException("cannot check the catalogue's expressions", e);
        }
    }

    private static Engine start(Catalogue catalogue, RecordsProperties settings) {
        try {
            return Engine.open(settings, catalogue.calendar());
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new RecordsException(
                    "DuckDB's native library cannot be loaded from the temporary folder "
                            + System.getProperty("java.io.tmpdir")
                            + ": it must have 100 MB free and allow programs to run (not be mounted noexec)."
                            + " Name another with -Djava.io.tmpdir=…",
                    e);
        } catch (SQLException e) {
            throw new RecordsException("cannot open the record store in " + settings.folder(), e);
        }
    }

    /** Makes room for the rows of one return for a period. */
    public StagedReturn stage(ReportingPeriod period) {
        Started over = started();
        try {
            return new StagedReturn(
                    over.engine().connect(),
                    over.stagedRows(),
                    folder,
                    over.guard(),
                    Window.of(period),
                    "staged_" + staged.incrementAndGet() + "_");
        } catch (SQLException e) {
            throw new RecordsException("cannot stage a return", e);
        }
    }

    /** Opens the rows that count for a period, see {@link RecordSet}. */
    public RecordSet select(List<SelectedSegment> segments, ReportingPeriod period) {
        return select(segments, period, Dataset::columns);
    }

    /**
     * Opens the rows that count for a period, of records with those columns only that the catalogue's indicators, views
     * and rules over all returns name, and those that say which row counts and for whom.
     */
    public RecordSet selectForFigures(List<SelectedSegment> segments, ReportingPeriod period) {
        return select(segments, period, new NamedColumns(catalogue, started().guard())::of);
    }

    private RecordSet select(
            List<SelectedSegment> segments, ReportingPeriod period, Function<Dataset, List<Column>> columns) {
        Engine own = start(catalogue, settings.forCountedRows());
        try {
            return RecordSet.load(own, folder, catalogue, columns, segments, period);
        } catch (SQLException e) {
            throw closing(own, new RecordsException("cannot load the rows of " + period, e));
        }
    }

    private static RecordsException closing(Engine engine, RecordsException failed) {
        try {
            engine.close();
        } catch (SQLException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
        return failed;
    }

    /**
     * The columns of each dataset that an indicator's figures depend on: those its definition mentions, or a view it is
     * made from, and those that say which row counts and for whom.
     */
    public Map<String, Set<String>> columns(Indicator indicator) {
        return started().guard().columns(indicator);
    }

    /** Whether a row of a sheet is in a segment. */
    public boolean hasRow(Segment segment, int row) {
        Path file = folder.resolve(segment.dataset()).resolve(segment.fileName());
        try (var connection = started().engine().connect()) {
            return !Rows.of(
                            connection,
                            "select 1 from read_parquet(" + Engine.literal(file.toString()) + ") where sheet_row = "
                                    + row,
                            "looking for a row",
                            found -> found.getInt(1))
                    .isEmpty();
        } catch (SQLException e) {
            throw new RecordsException("cannot look into a segment of " + segment.dataset(), e);
        }
    }

    /** The datasets that a dataset or view is made from in the end. */
    public Set<String> sources(String from) {
        return started().guard().sources(from);
    }

    /**
     * What was changed between two segments of a dataset, told by the rows' keys.
     *
     * @param before empty where there were no rows, as {@code after}
     * @param asked the changes that are expected, and left out
     */
    public RowChanges changes(
            Dataset dataset, Optional<Segment> before, Optional<Segment> after, Collection<RowChanges.Asked> asked) {
        try (var comparison = new SegmentComparison(started().engine().connect(), folder, dataset, before, after)) {
            return comparison.changes(asked);
        } catch (SQLException e) {
            throw new RecordsException("cannot compare two segments of " + dataset.id(), e);
        }
    }

    /** How many rows of the later segment are in the earlier one too, the same in every column. */
    public long alike(Dataset dataset, Segment earlier, Segment later) {
        try (var comparison = new SegmentComparison(
                started().engine().connect(), folder, dataset, Optional.of(earlier), Optional.of(later))) {
            return comparison.alike();
        } catch (SQLException e) {
            throw new RecordsException("cannot compare two segments of " + dataset.id(), e);
        }
    }

    /**
     * An expression that has been checked, with the days of a window in it.
     *
     * @throws NotReadableException where it uses what a {@link Formula} cannot say
     */
    public Formula formula(Expression expression, Window window) throws NotReadableException {
        return SyntaxReader.formula(tree("select (" + window.applyTo(expression.sql()) + "\n)", expression));
    }

    /**
     * A view that has been checked, with the days of a window in it.
     *
     * @throws NotReadableException where it uses what a {@link Query} cannot say
     */
    public Query query(View view, Window window) throws NotReadableException {
        return SyntaxReader.query(tree(window.applyTo(view.query().sql()), view.query()));
    }

    private SqlTree tree(String sql, Expression expression) {
        try (var connection = started().engine().connect()) {
            return SqlTree.parse(connection, sql);
        } catch (SqlTree.SyntaxException e) {
            throw new IllegalStateException("not checked before use: " + expression.place(), e);
        } catch (SQLException e) {
            throw new RecordsException("cannot parse an expression", e);
        }
    }

    /**
     * Gives every row of a segment as it was sealed: its team, its row in the sheet, then the dataset's columns in the
     * catalogue's order.
     *
     * @param columns those that are wanted; the others are null, as are those the segment does not have
     * @param rows takes {@code String}, {@code Boolean}, {@code Long}, {@code BigDecimal}, {@code LocalDate} and {@code
     *     LocalDateTime}; the array is the taker's own
     */
    public void read(Segment segment, Dataset dataset, Set<String> columns, Consumer<@Nullable Object[]> rows) {
        try (var connection = started().engine().connect()) {
            SegmentRows.read(connection, folder, segment, dataset, columns, rows);
        } catch (SQLException e) {
            throw new RecordsException("cannot read the rows of segment " + segment.fileName(), e);
        }
    }

    /** Whether a segment is where it should be, with the bytes it was sealed with. */
    public boolean holds(Segment segment) {
        Path file = folder.resolve(segment.dataset()).resolve(segment.fileName());
        try {
            return Files.isRegularFile(file) && Sha256.of(file).equals(segment.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        Started before = started;
        if (before == null) {
            return;
        }
        try {
            before.engine().close();
        } catch (SQLException e) {
            throw new RecordsException("cannot close the record store", e);
        }
    }
}
