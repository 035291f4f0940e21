package org.scrutineer.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.scrutineer.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in: a password, then a code, then a line in the ledger that says who is signed in until it is gone. */
@Service
public class SignIns {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final FailedTries failures;
    private final Passwords passwords;
    private final Secrets secrets;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final AccountsProperties settings;
    private final AuditTrail trail;
    private final Clock clock;

    SignIns(
            JdbcClient jdbc,
            Accounts accounts,
            FailedTries failures,
            Passwords passwords,
            Secrets secrets,
            AccountsProperties settings,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.secrets = secrets;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of a try. */
    public enum Answer {
        RIGHT,
        /** Without saying what of it was wrong. */
        WRONG,
        /** There were so many that failed that it was not even looked at. */
        TOO_MANY
    }

    /** How long somebody has to wait whose account or address had too many tries that failed. */
    public Duration waiting() {
        return settings.window();
    }

    private record Kept(Optional<String> password, Optional<String> secret, OptionalLong step) {}

    /** What an account signs in by, whatever capitals somebody types. */
    public static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The first step: whether the password is the account's.
     *
     * @param address of the network, where the try came from
     */
    @Transactional
    public Answer password(String account, String password, String address) {
        if (failures.block(account, address)) {
            return Answer.TOO_MANY;
        }
        Optional<Kept> kept = kept(account);
        return passwords.match(password, kept.flatMap(Kept::password))
                ? Answer.RIGHT
                : failed(account, address, kept.isPresent(), "password");
    }

    /** The second step: whether a code is right, of an app or for recovery. It does not work again. */
    @Transactional
    public Answer code(String account, String code, String address) {
        if (failures.block(account, address)) {
            return Answer.TOO_MANY;
        }
        Optional<Kept> kept = kept(account);
        String tidy = OneTimeCodes.tidy(code);
        return kept.isPresent() && (isUsed(account, kept.get(), tidy) || isRecovered(account, tidy))
                ? Answer.RIGHT
                : failed(account, address, kept.isPresent(), "code");
    }

    private boolean isUsed(String account, Kept kept, String code) {
        if (kept.secret().isEmpty()) {
            return false;
        }
        OptionalLong step =
                codes.stepOf(code, secrets.decrypted(kept.secret().get(), account), clock.instant(), kept.step());
        // Of two that send one code at the same moment, one changes the line.
        return step.isPresent()
                && jdbc.sql("update account set code_step = ? where name = ? and (code_step is null or code_step < ?)")
                                .params(step.getAsLong(), account, step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean isRecovered(String account, String code) {
        if (jdbc.sql("delete from recovery_code where account = ? and code_hash = ?")
                        .params(account, Secrets.hash(code))
                        .update()
                == 0) {
            return false;
        }
        trail.record(account, "recovery-code-used", Accounts.subject(account), null, Map.of());
        return true;
    }

    /** None where the account signs in at the provider, or nobody signs in with a password any more. */
    private Optional<Kept> kept(String account) {
        if (!settings.passwords()) {
            return Optional.empty();
        }
        return jdbc.sql("select password, code_secret, code_step from account"
                        + " where name = ? and password is not null and not disabled")
                .param(account)
                .query((row, number) -> new Kept(
                        Optional.ofNullable(row.getString("password")),
                        Optional.ofNullable(row.getString("code_secret")),
                        step(row)))
                .optional();
    }

    private static OptionalLong step(ResultSet row) throws SQLException {
        long step = row.getLong("code_step");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(step);
    }

    private Answer failed(String account, String address, boolean isAccount, String what) {
        boolean locked = failures.add(account, address);
        // What is no account may be a password that was typed into the wrong field.
        String subject = isAccount ? Accounts.subject(account) : "an account that there is not";
        Map<String, String> details = Map.of("address", address, "what", what);
        trail.record("nobody", "sign-in-failed", subject, null, details);
        if (locked) {
            trail.record("nobody", "sign-in-locked", subject, null, details);
        }
        return Answer.WRONG;
    }

    /**
     * Signs an account in, after both steps.
     *
     * @return what {@link #person} finds it by: for the session of the browser, and nowhere else
     */
    @Transactional
    public String begin(String account, String address) {
        failures.forget(account);
        jdbc.sql("delete from signed_in where began_at <= ?")
                .param(utc(clock.instant().minus(settings.longest())))
                .update();
        jdbc
                .sql("select id_hash from signed_in where account = ? order by began_at desc, id_hash")
                .param(account)
                .query(String.class)
                .list()
                .stream()
                .skip(settings.sessions() - 1L)
                .forEach(this::delete);
        String id = secrets.token();
        jdbc.sql("insert into signed_in (id_hash, account, began_at) values (?, ?, ?)")
                .params(Secrets.hash(id), account, utc(clock.instant()))
                .update();
        trail.record(account, "signed-in", Accounts.subject(account), null, Map.of("address", address));
        return id;
    }

    /** Who is signed in by this id, with what the ledger says of the account now; empty once that has ended. */
    public Optional<Person> person(String id) {
        return jdbc.sql("select account from signed_in where id_hash = ? and began_at > ?")
                .params(Secrets.hash(id), utc(clock.instant().minus(settings.longest())))
                .query(String.class)
                .optional()
                .flatMap(accounts::find)
                .filter(account -> !account.disabled())
                .map(account -> new Person(
                        account.name(), account.person(), account.roles(), account.teams(), account.offices()));
    }

    /** Signs out. */
    @Transactional
    public void end(String id) {
        person(id)
                .ifPresent(person -> trail.record(
                        person.account(), "signed-out", Accounts.subject(person.account()), null, Map.of()));
        delete(Secrets.hash(id));
    }

    /** Signs an account out wherever else it is signed in. */
    @Transactional
    public void endOthers(String account, String kept) {
        jdbc.sql("delete from signed_in where account = ? and id_hash <> ?")
                .params(account, Secrets.hash(kept))
                .update();
        trail.record(account, "signed-out-elsewhere", Accounts.subject(account), null, Map.of());
    }

    /**
     * Somewhere an account is signed in.
     *
     * @param here whether it is where this is asked
     */
    public record Session(Instant beganAt, boolean here) {}

    /**
     * Where an account is signed in, newest first.
     *
     * @param here by what it is signed in where this is asked
     */
    public List<Session> sessions(String account, String here) {
        return jdbc.sql("select id_hash, began_at from signed_in where account = ? and began_at > ?"
                        + " order by began_at desc, id_hash")
                .params(account, utc(clock.instant().minus(settings.longest())))
                .query((row, number) -> new Session(
                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                        row.getString("id_hash").equals(Secrets.hash(here))))
                .list();
    }

    private void delete(String hash) {
        jdbc.sql("delete from signed_in where id_hash = ?").param(hash).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
