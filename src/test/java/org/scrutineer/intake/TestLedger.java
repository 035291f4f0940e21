package org.scrutineer.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger in memory with the tables of the real one, and the returns a test puts into it. */
public final class TestLedger {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    private final DataSource source;
    private final JdbcClient jdbc;
    private final Findings findings;
    private final Submissions submissions;
    private final FrozenReturns frozen;
    private final Notices notices;

    private TestLedger() {
        source = LedgerTables.inMemory();
        jdbc = JdbcClient.create(source);
        findings = new Findings(jdbc);
        submissions =
                new Submissions(jdbc, findings, Clock.fixed(Instant.parse("2019-01-09T09:00:00Z"), ZoneOffset.UTC));
        frozen = new FrozenReturns(jdbc, submissions);
        notices = new Notices(jdbc);
    }

    public static TestLedger aLedger() {
        return new TestLedger();
    }

    /** A return that is put into the ledger; of Team North, for December 2018, of type visits, unless it says else. */
    public final class Received {

        private final String file;
        private String type = "visits";
        private String team = "north";
        private ReportingPeriod period = DECEMBER;
        private long size = 1_000;

        private Received(String file) {
            this.file = file;
        }

        public Received ofType(String id) {
            type = id;
            return this;
        }

        public Received from(String id) {
            team = id;
            return this;
        }

        public Received forPeriod(int year, int month) {
            period = ReportingPeriod.of(year, month);
            return this;
        }

        public Received ofSize(long bytes) {
            size = bytes;
            return this;
        }

        /** Puts it into the ledger; nobody has checked it yet. */
        public Submission preparedOn(String day) {
            String hash = hashOf(file);
            submissions.record(
                    new Archive.Kept(hash, size, Path.of(hash)),
                    file,
                    new ReturnIdentity.Known(type, team, period, LocalDate.parse(day), Set.of()));
            return submissions.of(period).stream()
                    .map(Submissions.Checked::submission)
                    .filter(submission -> submission.fileHash().equals(hash))
                    .findFirst()
                    .orElseThrow();
        }

        public Submission preparedOn(String day, Verdict verdict) {
            Submission submission = preparedOn(day);
            submissions.settle(submission, verdict, List.of(), List.of(), List.of(), List.of());
            return submission;
        }
    }

    public Received received(String file) {
        return new Received(file);
    }

    /** Stands for the hash of a file's bytes. */
    static String hashOf(String file) {
        return "hash of " + file;
    }

    /** Starts a run for a period, with its list of returns frozen. */
    public void run(int number, int year, int month) {
        run(number, year, month, 1);
    }

    void run(int number, int year, int month, int workers) {
        jdbc.sql("insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version,"
                        + " state) values (?, ?, 'current', 'a person', timestamp '2019-01-09 09:00:00', '', '', '')")
                .params(number, ReportingPeriod.of(year, month).toString())
                .update();
        frozen.freeze(number, ReportingPeriod.of(year, month), workers);
    }

    /** The files that count, hang in the air or do not, e.g. {@code north.xlsx accepted superseded}. */
    public List<String> returnsOf(int year, int month) {
        return submissions.of(ReportingPeriod.of(year, month)).stream()
                .map(checked -> checked.submission().fileName()
                        + (checked.verdict() == null
                                ? " not checked"
                                : " " + checked.verdict().id())
                        + (checked.superseded() ? " superseded" : ""))
                .toList();
    }

    /** The sentences of a return's findings. */
    public List<String> findings(Submission submission) {
        return findings.of(submission).stream()
                .map(finding -> finding.severity() + " " + finding.sentence())
                .toList();
    }

    public Submissions submissions() {
        return submissions;
    }

    public Supersession supersession() {
        return new Supersession(jdbc, submissions, findings);
    }

    Sightings sightings() {
        return new Sightings(jdbc, supersession());
    }

    public MatchedColumns columns() {
        return new MatchedColumns(jdbc);
    }

    public FrozenReturns frozen() {
        return frozen;
    }

    /** The returns that were deleted by a rule. */
    public DeletedReturns deleted() {
        return new DeletedReturns(jdbc);
    }

    Notices notices() {
        return notices;
    }

    public Amendments amendments() {
        return new Amendments(jdbc, Clock.fixed(Instant.parse("2019-01-09T09:00:00Z"), ZoneOffset.UTC));
    }

    /** The database, for what other packages keep in it. */
    public DataSource source() {
        return source;
    }

    Findings findings() {
        return findings;
    }

    JdbcClient jdbc() {
        return jdbc;
    }
}
