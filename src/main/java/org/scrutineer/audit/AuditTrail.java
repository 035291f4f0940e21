package org.scrutineer.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's entries of who did what, when and why. There is no way to change one or to take one away. */
@Repository
public class AuditTrail {

    /** Stands for the hash of what comes before the first entry. */
    static final String BEFORE_ALL = "0".repeat(64);

    private static final Pattern ACTION = Pattern.compile("[a-z]+(-[a-z]+)*");

    private static final String SELECT =
            "select number, recorded_at, who, action, subject, reason, details, keyed, hash from audit_entry ";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Writes an entry in the caller's transaction, or in one of its own where there is none: what is rolled back leaves no
     * entry, and what is committed leaves one. Whoever else writes one waits until that transaction has ended, in this
     * process or another, so it belongs at the end of a short one.
     *
     * @param who the account, as {@link Actor#account} has it
     * @param action what was done, in small letters with hyphens, e.g. {@code release-approved}
     * @param subject what it was done to, e.g. {@code run 7 of 2018-12}; at most 4,000 characters, as the reason
     * @param reason as the person gave it; null where none was asked for
     * @param details anything else worth knowing, by name; no values of returns
     * @return the new head
     */
    @Transactional
    public AuditHead record(
            String who, String action, String subject, @Nullable String reason, Map<String, String> details) {
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("\"" + action + "\" is no action: write it as release-approved");
        }
        // Changing the head before it is read holds everybody else back until this transaction ends.
        jdbc.sql("update audit_head set entry = entry + 1").update();
        AuditHead before = jdbc.sql("select entry - 1, hash from audit_head")
                .query((row, number) -> new AuditHead(row.getLong(1), row.getString(2)))
                .single();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var unsealed = new AuditEntry(
                before.entry() + 1,
                now,
                who,
                action,
                subject,
                reason,
                CanonicalJson.object(details),
                seal.isKeyed(),
                "");
        var head = new AuditHead(unsealed.number(), seal.hash(before.hash(), unsealed));
        jdbc.sql("insert into audit_entry (number, recorded_at, who, action, subject, reason, details, keyed, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(head.entry(), OffsetDateTime.ofInstant(now, ZoneOffset.UTC), who, action, subject)
                .param(reason)
                .params(unsealed.details(), unsealed.keyed(), head.hash())
                .update();
        jdbc.sql("update audit_head set hash = ?").param(head.hash()).update();
        return head;
    }

    /** Keeps the entry that a run was opened with, in the caller's transaction. */
    @Transactional
    public void opened(int run, AuditHead head) {
        jdbc.sql("insert into run_audit_head (run, entry, hash) values (?, ?, ?)")
                .params(run, head.entry(), head.hash())
                .update();
    }

    /**
     * The entry that a run was opened with: the same however often the run is cut off and goes on. None for runs that were
     * opened before there was an audit trail.
     */
    public Optional<AuditHead> openedWith(int run) {
        return jdbc.sql("select entry, hash from run_audit_head where run = ?")
                .param(run)
                .query((row, number) -> new AuditHead(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** The last entry. */
    public AuditHead head() {
        return jdbc.sql("select entry, hash from audit_head")
                .query((row, number) -> new AuditHead(row.getLong(1), row.getString(2)))
                .single();
    }

    /** At most so many entries after one, in order. */
    public List<AuditEntry> after(long number, int most) {
        return jdbc.sql(SELECT + "where number > ? order by number fetch first " + most + " rows only")
                .param(number)
                .query(AuditTrail::entry)
                .list();
    }

    /**
     * At most so many entries, newest first.
     *
     * @param before begins below the entry of this number
     */
    public List<AuditEntry> newest(AuditFilter filter, long before, int most) {
        return filtered(SELECT, filter, " and number < :before order by number desc fetch first " + most + " rows only")
                .param("before", before)
                .query(AuditTrail::entry)
                .list();
    }

    /** The accounts that entries name, of those that may be seen, in order. */
    public List<String> people(@Nullable Set<String> only) {
        return filtered("select distinct who from audit_entry ", AuditFilter.of(only), " order by who")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** What was ever done, of what may be seen, in order. */
    public List<String> actions(@Nullable Set<String> only) {
        return filtered("select distinct action from audit_entry ", AuditFilter.of(only), " order by action")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private JdbcClient.StatementSpec filtered(String select, AuditFilter filter, String more) {
        var where = new StringBuilder("where true");
        var values = new HashMap<String, Object>();
        if (!filter.who().isEmpty()) {
            where.append(" and who = :who");
            values.put("who", filter.who());
        }
        if (!filter.action().isEmpty()) {
            where.append(" and action = :action");
            values.put("action", filter.action());
        }
        if (!filter.about().isEmpty()) {
            where.append(" and position(:about in subject) > 0");
            values.put("about", filter.about());
        }
        Set<String> only = filter.only();
        if (only != null) {
            where.append(" and action in (:only)");
            // A list without entries is no SQL, and an action without a name is none.
            values.put("only", only.isEmpty() ? Set.of("") : only);
        }
        return jdbc.sql(select + where + more).params(values);
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getString(9));
    }
}
