package org.scrutineer.distribution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.AuditAnchor;
import org.scrutineer.audit.AuditHead;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Release.Approval;
import org.scrutineer.distribution.Release.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's releases: what became of each run's publication for each audience. */
@Repository
public class Releases {

    private static final String SELECT = "select p.run, p.audience, p.period, p.state, p.approved_by, p.approved_as,"
            + " p.approved_at, p.embargo_until, p.approved_content, p.approved_recipients, p.issued_at, p.ended_why"
            + " from publication_release p ";

    private final JdbcClient jdbc;

    Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a period, oldest run first. */
    public List<Release> of(ReportingPeriod period) {
        return jdbc.sql(SELECT + "where p.period = ? order by p.run, p.audience")
                .param(period.toString())
                .query(Releases::release)
                .list();
    }

    /** Those of a run, by audience. */
    public List<Release> of(int run) {
        return jdbc.sql(SELECT + "where p.run = ? order by p.audience")
                .param(run)
                .query(Releases::release)
                .list();
    }

    /** One as it stands by now. */
    Release now(Release release) {
        return of(release.run()).stream()
                .filter(one -> one.audience().equals(release.audience()))
                .findFirst()
                .orElseThrow();
    }

    /** All there are, newest period first, of a period the newest run first. */
    public List<Release> all() {
        return jdbc.sql(SELECT + "order by p.period desc, p.run desc, p.audience")
                .query(Releases::release)
                .list();
    }

    /** That of a run for an audience. */
    public Optional<Release> find(int run, String audience) {
        return jdbc.sql(SELECT + "where p.run = ? and p.audience = ?")
                .params(run, audience)
                .query(Releases::release)
                .optional();
    }

    /**
     * Whether one still stands as it was read, and nobody else changes it before the end of the transaction that this is
     * asked in.
     */
    boolean stillStands(Release read) {
        return jdbc.sql(SELECT + "where p.run = ? and p.audience = ? for update")
                .params(read.run(), read.audience())
                .query(Releases::release)
                .optional()
                .filter(read::equals)
                .isPresent();
    }

    /** Where the audit trail stood when each was issued. */
    public List<AuditAnchor> heads() {
        return jdbc.sql("select run, audience, period, issue_entry, issue_hash from publication_release"
                        + " where issue_entry is not null order by run, audience")
                .query((row, number) -> new AuditAnchor(
                        "the issue of " + row.getString(2) + " of " + row.getString(3) + ", run " + row.getInt(1),
                        new AuditHead(row.getLong(4), row.getString(5))))
                .list();
    }

    List<Release> in(State state) {
        return jdbc.sql(SELECT + "where p.state = ? order by p.run, p.audience")
                .param(state.id())
                .query(Releases::release)
                .list();
    }

    /** Makes a publication a draft, unless it is known already: a step that is repeated takes nothing back. */
    void draft(int run, String audience, ReportingPeriod period) {
        jdbc.sql("insert into publication_release (run, audience, period, state) select ?, ?, ?, ?"
                        + " where not exists (select 1 from publication_release p where p.run = ? and p.audience = ?)")
                .params(run, audience, period.toString(), State.DRAFT.id(), run, audience)
                .update();
    }

    void approve(Release release, Approval approval) {
        Instant embargo = approval.embargo();
        jdbc.sql(
                        "update publication_release set state = ?, approved_by = ?, approved_as = ?, approved_at = ?,"
                                + " embargo_until = ?, approved_content = ?, approved_recipients = ? where run = ? and audience = ?")
                .params(State.APPROVED.id(), approval.account(), approval.as(), utc(approval.at()))
                .param(embargo == null ? null : utc(embargo))
                .params(approval.content(), approval.recipients(), release.run(), release.audience())
                .update();
    }

    /** Makes an approved one a draft again. */
    void lapse(Release release) {
        jdbc.sql("update publication_release set state = ?, approved_by = null, approved_as = null, approved_at = null,"
                        + " embargo_until = null, approved_content = null, approved_recipients = null"
                        + " where run = ? and audience = ?")
                .params(State.DRAFT.id(), release.run(), release.audience())
                .update();
    }

    void issue(Release release, Instant now, AuditHead head) {
        jdbc.sql("update publication_release set state = ?, issued_at = ?, issue_entry = ?, issue_hash = ?"
                        + " where run = ? and audience = ?")
                .params(State.ISSUED.id(), utc(now), head.entry(), head.hash(), release.run(), release.audience())
                .update();
    }

    /** @param state superseded or withdrawn */
    void end(Release release, State state, Instant now, String why) {
        jdbc.sql("update publication_release set state = ?, ended_at = ?, ended_why = ? where run = ? and audience = ?")
                .params(state.id(), utc(now), why, release.run(), release.audience())
                .update();
    }

    /** The numbers of the runs of which any of these audiences was issued anything, also where that has ended since. */
    Set<Integer> issuedRuns(List<String> audiences) {
        return audiences.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select distinct run from publication_release where issued_at is not null"
                                + " and audience in (:audiences)")
                        .param("audiences", audiences)
                        .query(Integer.class)
                        .list());
    }

    /** Who gave the command by which a run was started. */
    String startedBy(int run) {
        return jdbc.sql("select started_by from run where number = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    /** Whether a run has come to its end. */
    boolean isFinished(int run) {
        return jdbc.sql("select count(*) from run where number = ? and finished_at is not null")
                        .param(run)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        String account = row.getString(5);
        String why = row.getString(12);
        return new Release(
                row.getInt(1),
                row.getString(2),
                ReportingPeriod.read(row.getString(3)).orElseThrow(),
                State.of(row.getString(4)),
                account == null ? null : approval(account, row),
                instant(row, 11),
                why == null ? "" : why);
    }

    private static Approval approval(String account, ResultSet row) throws SQLException {
        return new Approval(
                account,
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                instant(row, 8),
                row.getString(9),
                row.getString(10));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
