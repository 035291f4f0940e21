package org.scrutineer.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.Segment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's returns: what was received, what became of it, and which attempt counts. */
@Repository
public class Submissions {

    private static final String SELECT =
            "select s.id, s.file_hash, f.name, s.return_type, s.team, s.period, s.prepared_on, s.nothing_to_report,"
                    + " s.verdict, s.superseded_by from submission s join received_file f on f.hash = s.file_hash ";

    /** What is kept of a reading, in an order in which it can be deleted. */
    private static final List<String> OF_A_READING = List.of(
            "fixed_finding",
            "finding_history",
            "unasked_change",
            "unasked_change_count",
            "attempt_comparison",
            "finding_cell",
            "finding",
            "row_count",
            "cell_count",
            "matched_column",
            "segment");

    /** Oldest first, and always the same whatever order files were found in. */
    static final String ORDER = " order by s.prepared_on, s.id";

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Findings findings, Clock clock) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.clock = clock;
    }

    /** A return with what became of it; no verdict where it has not been checked yet. */
    public record Checked(Submission submission, @Nullable Verdict verdict, boolean superseded) {}

    /**
     * A file that could not be told for a return.
     *
     * @param submission its id in the ledger
     * @param fileHash SHA-256 of its bytes, in hexadecimal
     */
    public record Unrecognised(long submission, String fileHash, String fileName, List<Finding> findings) {}

    /** When a return came, and how large its file is. */
    public record Receipt(Instant receivedAt, long size) {}

    public Receipt receipt(Submission submission) {
        return jdbc.sql("select received_at, size from received_file where hash = ?")
                .param(submission.fileHash())
                .query((row, number) ->
                        new Receipt(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)))
                .single();
    }

    /** The return with a number of the ledger's. */
    public Optional<Checked> find(long number) {
        return select("where s.period is not null and s.id = ?", number).stream()
                .findFirst();
    }

    /** All attempts at a return, this one among them: of the same type, team and period; oldest first. */
    public List<Checked> attempts(Submission submission) {
        return select(
                "where s.team = ? and s.return_type = ? and s.period = ?" + ORDER,
                submission.team(),
                submission.returnType(),
                submission.period().toString());
    }

    /** Whether a file with these bytes was ever received. */
    public boolean knows(String fileHash) {
        return jdbc.sql("select count(*) from received_file where hash = ?")
                        .param(fileHash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional
    void record(Archive.Kept kept, String fileName, ReturnIdentity identity) {
        jdbc.sql("insert into received_file (hash, name, size, received_at) values (?, ?, ?, ?)")
                .params(kept.hash(), fileName, kept.size(), OffsetDateTime.now(clock))
                .update();
        if (identity instanceof ReturnIdentity.Known known) {
            jdbc.sql("insert into submission (file_hash, return_type, team, period, prepared_on, nothing_to_report)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            kept.hash(),
                            known.returnType(),
                            known.team(),
                            known.period().toString(),
                            known.preparedOn(),
                            known.nothingToReport().stream().sorted().collect(Collectors.joining(",")))
                    .update();
        } else if (identity instanceof ReturnIdentity.Unknown unknown) {
            jdbc.sql("insert into submission (file_hash, nothing_to_report, verdict) values (?, '', ?)")
                    .params(kept.hash(), Verdict.REFUSED.id())
                    .update();
            findings.record(idOf(kept.hash()), unknown.findings());
        }
    }

    private long idOf(String fileHash) {
        return jdbc.sql("select id from submission where file_hash = ?")
                .param(fileHash)
                .query(Long.class)
                .single();
    }

    /** The periods that have returns nobody has checked yet, oldest first. */
    public List<ReportingPeriod> periodsToCheck() {
        return periods("verdict is null");
    }

    /** The periods there are returns of, oldest first. */
    public List<ReportingPeriod> periods() {
        return periods("period is not null");
    }

    private List<ReportingPeriod> periods(String condition) {
        return jdbc.sql("select distinct period from submission where " + condition + " order by period")
                .query((row, number) -> ReportingPeriod.read(row.getString(1)).orElseThrow())
                .list();
    }

    /** All returns of a period, refused ones too, oldest first. */
    public List<Checked> of(ReportingPeriod period) {
        return select("where s.period = ?" + ORDER, period.toString());
    }

    /** The returns of any period that count or may come to count: those accepted, and those not checked yet. */
    public List<Checked> counting() {
        return select(
                "where s.period is not null and s.superseded_by is null and s.deletion is null"
                        + " and (s.verdict is null or s.verdict in (?, ?))"
                        + ORDER,
                Verdict.ACCEPTED.id(),
                Verdict.ACCEPTED_WITH_FINDINGS.id());
    }

    /** The returns that a condition picks, with its order. */
    List<Checked> select(String condition, Object... parameters) {
        return jdbc.sql(SELECT + condition)
                .params(parameters)
                .query(Submissions::checked)
                .list();
    }

    /** The files that belong to no period because nobody can tell whose return they are, by name. */
    public List<Unrecognised> unrecognised() {
        return jdbc.sql("select s.id, f.hash, f.name from submission s join received_file f on f.hash = s.file_hash"
                        + " where s.period is null and s.deletion is null order by f.name")
                .query((row, number) -> new Unrecognised(
                        row.getLong(1), row.getString(2), row.getString(3), findings.of(row.getLong(1))))
                .list();
    }

    /**
     * Keeps what became of a return. Meant to be called in the transaction that also advances the job, so that a crash
     * leaves either all of it or nothing.
     */
    public void settle(
            Submission submission,
            Verdict verdict,
            List<Finding> found,
            List<RowCount> counts,
            List<DatasetReading> readings,
            List<Segment> segments) {
        jdbc.sql("update submission set verdict = ? where id = ?")
                .params(verdict.id(), submission.id())
                .update();
        findings.record(submission.id(), found);
        for (RowCount count : counts) {
            jdbc.sql("insert into row_count (submission, dataset, rows_read, accepted, refused, blank,"
                            + " nothing_to_report) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            submission.id(),
                            count.dataset(),
                            count.read(),
                            count.accepted(),
                            count.refused(),
                            count.blank(),
                            count.nothingToReport())
                    .update();
        }
        for (DatasetReading reading : readings) {
            record(submission, reading.dataset().id(), reading.cells());
            reading.columns()
                    .forEach((column, match) -> jdbc.sql("insert into matched_column (submission, dataset,"
                                    + " column_name, sheet, sheet_column, header) values (?, ?, ?, ?, ?, ?)")
                            .params(
                                    submission.id(),
                                    reading.dataset().id(),
                                    column,
                                    reading.sheet(),
                                    match.sheetColumn(),
                                    match.header())
                            .update());
        }
        for (Segment segment : segments) {
            jdbc.sql("insert into segment (submission, dataset, file_name, sha256, row_total) values (?, ?, ?, ?, ?)")
                    .params(submission.id(), segment.dataset(), segment.fileName(), segment.sha256(), segment.rows())
                    .update();
        }
    }

    /**
     * Forgets what became of a return, for it to be read, checked and answered again. Meant for a return whose reading was
     * amended, or is to be as it was before; what earlier runs published from it stays as it is, and so does the answer that was written.
     */
    public void reopen(Submission submission) {
        // Later attempts may have been compared with what is forgotten now.
        jdbc.sql("delete from fixed_finding where previous = ?")
                .param(submission.id())
                .update();
        for (String table : OF_A_READING) {
            jdbc.sql("delete from " + table + " where submission = ?")
                    .param(submission.id())
                    .update();
        }
        jdbc.sql("insert into former_answer (submission, file_name) select submission, file_name from answered_return"
                        + " where submission = ?")
                .param(submission.id())
                .update();
        jdbc.sql("delete from answered_return where submission = ?")
                .param(submission.id())
                .update();
        jdbc.sql("update submission set verdict = null where id = ?")
                .param(submission.id())
                .update();
    }

    /** The returns whose bytes have a hash that begins with these characters, of which there must be eight or more. */
    public List<Checked> withHash(String beginning) {
        return beginning.matches("[0-9a-f]{8,64}")
                ? select("where s.period is not null and s.file_hash like ? order by s.id", beginning + "%")
                : List.of();
    }

    /** The names that returns were received under. */
    public List<String> fileNames() {
        return select("where s.period is not null order by s.id").stream()
                .map(checked -> checked.submission().fileName())
                .toList();
    }

    /** The returns of a period with their rows and cells: those that no retention rule took; oldest first. */
    public List<Checked> kept(ReportingPeriod period) {
        return select("where s.period = ? and s.deletion is null" + ORDER, period.toString());
    }

    /** The return that has taken the place of another. */
    public Optional<Submission> supersededBy(Submission older) {
        return select("where s.id = (select superseded_by from submission where id = ?)", older.id()).stream()
                .map(Checked::submission)
                .findFirst();
    }

    /** The returns received under a name, with or without its folder, or under a number of the ledger's. */
    public List<Checked> named(String nameOrNumber) {
        return select("where s.period is not null order by s.id").stream()
                .filter(checked -> {
                    String name = checked.submission().fileName();
                    return name.equals(nameOrNumber)
                            || name.endsWith("/" + nameOrNumber)
                            || Long.toString(checked.submission().id()).equals(nameOrNumber);
                })
                .toList();
    }

    /** Adds to the findings of a return that has its verdict already; one without any has some from then on. */
    public void tell(Submission submission, Finding finding) {
        findings.add(submission.id(), finding);
        jdbc.sql("update submission set verdict = ? where id = ? and verdict = ?")
                .params(Verdict.ACCEPTED_WITH_FINDINGS.id(), submission.id(), Verdict.ACCEPTED.id())
                .update();
    }

    private void record(Submission submission, String dataset, CellCount count) {
        jdbc.sql("insert into cell_count (submission, dataset, cells, used, not_asked_for, unreadable)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(submission.id(), dataset, count.cells(), count.used(), count.notAskedFor(), count.unreadable())
                .update();
    }

    /** The return of the same type that was accepted from the team last before this one, by period and preparation. */
    public Optional<Submission> acceptedBefore(Submission submission) {
        return select(
                        "where s.team = ? and s.return_type = ? and s.deletion is null and s.verdict in (?, ?)"
                                + " and (s.period < ? or (s.period = ? and (s.prepared_on < ?"
                                + " or (s.prepared_on = ? and s.id < ?))))"
                                + " order by s.period desc, s.prepared_on desc, s.id desc",
                        submission.team(),
                        submission.returnType(),
                        Verdict.ACCEPTED.id(),
                        Verdict.ACCEPTED_WITH_FINDINGS.id(),
                        submission.period().toString(),
                        submission.period().toString(),
                        submission.preparedOn(),
                        submission.preparedOn(),
                        submission.id())
                .stream()
                .map(Checked::submission)
                .findFirst();
    }

    /** Holds an accepted return back until a person says which of two counts. */
    public void hold(Submission submission, Finding finding) {
        jdbc.sql("update submission set verdict = ? where id = ?")
                .params(Verdict.HELD.id(), submission.id())
                .update();
        findings.add(submission.id(), finding);
    }

    public List<RowCount> rowCounts(Submission submission) {
        return jdbc.sql("select dataset, rows_read, accepted, refused, blank, nothing_to_report from row_count"
                        + " where submission = ? order by dataset")
                .param(submission.id())
                .query((row, number) -> new RowCount(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBoolean(6)))
                .list();
    }

    /** What became of the cells of each sheet read; empty where a version before the count existed read the return. */
    public Map<String, CellCount> cellCounts(Submission submission) {
        var counts = new TreeMap<String, CellCount>();
        jdbc.sql("select dataset, cells, used, not_asked_for, unreadable from cell_count where submission = ?")
                .param(submission.id())
                .query(row -> {
                    counts.put(
                            row.getString(1),
                            new CellCount(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                });
        return counts;
    }

    public List<Segment> segments(Submission submission) {
        return jdbc.sql("select dataset, file_name, sha256, row_total from segment where submission = ?"
                        + " order by dataset")
                .param(submission.id())
                .query((row, number) ->
                        new Segment(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    private static Checked checked(ResultSet row, int number) throws SQLException {
        String verdict = row.getString("verdict");
        row.getLong("superseded_by");
        boolean superseded = !row.wasNull();
        return new Checked(
                new Submission(
                        row.getLong("id"),
                        row.getString("file_hash"),
                        row.getString("name"),
                        row.getString("return_type"),
                        row.getString("team"),
                        ReportingPeriod.read(row.getString("period")).orElseThrow(),
                        row.getObject("prepared_on", LocalDate.class),
                        names(row.getString("nothing_to_report"))),
                verdict == null ? null : Verdict.of(verdict),
                superseded);
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
