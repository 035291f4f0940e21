package org.scrutineer.records;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * Makes a table of the rows of segments that count for a period, see {@link RecordSet}. Every row is copied once: which
 * versions of an event do not count is found out first, from the columns that tell.
 */
final class SegmentLoader {

    /** The table of the rows of snapshots that were left out. */
    static final String TOLD_TWICE = "_told_twice";

    private final DuckDBConnection connection;
    private final Path folder;
    private final ReportingPeriod period;

    SegmentLoader(DuckDBConnection connection, Path folder, ReportingPeriod period) {
        this.connection = connection;
        this.folder = folder.toAbsolutePath().normalize();
        this.period = period;
    }

    /** Makes known what the ledger tells of each segment; comes first. */
    void tell(List<SelectedSegment> segments) throws SQLException {
        execute("create table " + TOLD_TWICE
                + " (dataset varchar, submission integer, sheet_row integer, counting integer)");
        execute("create table _segment_source"
                + " (filename varchar primary key, period varchar, prepared_on date, submission integer)");
        try (var appender = connection.createAppender("_segment_source")) {
            for (SelectedSegment selected : segments) {
                appender.beginRow()
                        .append(path(selected))
                        .append(selected.period().toString())
                        .appendEpochDays((int) selected.preparedOn().toEpochDay())
                        .append(selected.order())
                        .endRow();
            }
        }
    }

    /**
     * Makes the table of a dataset, with the columns {@code period} and {@code submission} besides its own.
     *
     * @param columns those of its own that it is to have
     * @param segments of the dataset
     */
    void load(Dataset dataset, List<Column> columns, List<SelectedSegment> segments) throws SQLException {
        execute(Tables.create(dataset.id(), columns, "period varchar", "submission integer"));
        boolean flow = dataset.kind() == Dataset.Kind.FLOW;
        List<SelectedSegment> read = segments.stream()
                .filter(selected -> flow || selected.period().equals(period))
                .toList();
        if (read.isEmpty()) {
            return;
        }
        String copy = "insert into " + dataset.id() + " by name select rows.* exclude (_file), source.period,"
                + " source.submission" + from(read, Tables.names(columns));
        if (flow) {
            leaveOut(dataset, read);
            execute(copy + " where not exists (select 1 from _left_out as other where other.submission ="
                    + " source.submission and other.sheet_row = rows.sheet_row)");
            execute("drop table _left_out");
        } else {
            execute(copy);
            if (read.size() > 1 && dataset.teamColumn() != null) {
                leaveOutWhatIsToldTwice(dataset);
            }
        }
    }

    /** Only rows that name their team can be another sender's too: a team has one return of a type that counts. */
    private void leaveOutWhatIsToldTwice(Dataset dataset) throws SQLException {
        String id = Engine.literal(dataset.id());
        String thing = dataset.key().stream().map(column -> "data." + column).collect(Collectors.joining(", "));
        execute("insert into " + TOLD_TWICE + " select " + id + ", submission, sheet_row, counting from (select"
                + " data.submission, data.sheet_row, first_value(data.submission) over (partition by data.team, "
                + thing
                + " order by source.prepared_on desc, data.submission desc) as counting from " + dataset.id()
                + " as data join (select distinct submission, prepared_on from _segment_source) as source"
                + " on source.submission = data.submission) where submission <> counting");
        execute("delete from " + dataset.id() + " as data using " + TOLD_TWICE + " as other where other.dataset = " + id
                + " and other.submission = data.submission and other.sheet_row = data.sheet_row");
    }

    /**
     * Of each key the newest dated version counts, and competes with what the period's own return says is still open. An
     * event told once has nothing to compete with, which is so for nearly all, and is quicker to tell.
     */
    private void leaveOut(Dataset dataset, List<SelectedSegment> segments) throws SQLException {
        String eventDate = Objects.requireNonNull(dataset.eventDate());
        Set<String> telling = new LinkedHashSet<>(dataset.key());
        telling.add(eventDate);
        execute("create table _told ("
                + dataset.columns().stream()
                        .filter(column -> telling.contains(column.name()))
                        .map(column -> column.name() + " " + Tables.type(column.type()) + ", ")
                        .collect(Collectors.joining())
                + "sheet_row integer, submission integer, _prepared_on date, _own boolean)");
        telling.add("sheet_row");
        execute("insert into _told by name select rows.* exclude (_file), source.submission, source.prepared_on as"
                + " _prepared_on, source.period = " + Engine.literal(period.toString()) + " as _own"
                + from(segments, telling));
        String event = eventDate + "::date";
        String key = String.join(", ", dataset.key());
        String isRepeated = "exists (select 1 from repeated where "
                + dataset.key().stream()
                        .map(column -> "repeated." + column + " is not distinct from told." + column)
                        .collect(Collectors.joining(" and "))
                + ")";
        String newestFirst = "_prepared_on desc, submission desc, sheet_row desc";
        String byPeriodEnd = event + " <= date '" + period.lastDay() + "'";
        execute("create table _left_out as with repeated as (select " + key + " from _told group by " + key
                + " having count(*) > 1), versions as (select * from _told as told where " + isRepeated
                + "), counting as (select submission, sheet_row from (select *, row_number() over (partition by " + key
                + " order by " + event + " is null, " + newestFirst + ") as _dated_version, bool_or(_own and " + event
                + " is not null) over (partition by " + key + ") as _own_dated from versions) where (_own and ("
                + event + " is null or not " + byPeriodEnd + ")) or (" + event
                + " is not null and _dated_version = 1 and (" + byPeriodEnd + " or _own_dated))"
                + " qualify row_number() over (partition by " + key + " order by " + newestFirst + ") = 1)"
                + " select submission, sheet_row from versions anti join counting using (submission, sheet_row)"
                + " union all select submission, sheet_row from _told as told where not (_own or coalesce("
                + byPeriodEnd + ", false)) and not " + isRepeated);
        execute("drop table _told");
    }

    /** Rows of segments, by the names of their columns, each with its {@code source}; what a segment lacks is blank. */
    private String from(List<SelectedSegment> segments, Collection<String> columns) {
        String names = columns.stream().map(Engine::literal).collect(Collectors.joining(", ", "[", ", '_file']"));
        String files = segments.stream()
                .map(selected -> Engine.literal(path(selected)))
                .collect(Collectors.joining(", ", "[", "]"));
        return " from (select columns(lambda name: name in " + names + ") from read_parquet(" + files
                + ", union_by_name=true, filename='_file')) as rows"
                + " join _segment_source as source on source.filename = rows._file";
    }

    private String path(SelectedSegment selected) {
        return folder.resolve(selected.segment().dataset())
                .resolve(selected.segment().fileName())
                .toString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
