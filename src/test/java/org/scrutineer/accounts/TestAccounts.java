package org.scrutineer.accounts;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.scrutineer.audit.AuditEntry;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.audit.TestTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Accounts of a test's ledger, which has none to begin with; passwords are hashed with less work. */
public final class TestAccounts {

    /** One that is taken. */
    public static final String PASSWORD = "otter lamp gravel sunday";

    private static final List<String> TABLES = List.of(
            "account_role",
            "account_team",
            "account_office",
            "account_openid",
            "account_link",
            "recovery_code",
            "signed_in",
            "failed_sign_in",
            "account");

    private final AuditTrail trail;
    private final long begin;
    private final Accounts accounts;
    private final Joining joining;
    private final SignIns signIns;
    private final OpenIdSignIns openId;
    private final WaysIn ways;
    private final Clock clock;
    private final OneTimeCodes codes = new OneTimeCodes();

    /** @param folder takes the key of the second factors */
    public TestAccounts(DataSource ledger, Path folder, Clock clock) {
        this(ledger, folder, clock, new WaysIn(true, Optional.empty()));
    }

    /**
     * Other ways in than by password.
     *
     * @param ledger may have been used by another test: its accounts are deleted
     */
    public TestAccounts(DataSource ledger, Path folder, Clock clock, WaysIn ways) {
        var jdbc = JdbcClient.create(ledger);
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
        var settings = new AccountsProperties(
                folder.resolve("keys/accounts"),
                Duration.ofHours(24),
                Duration.ofHours(12),
                3,
                Duration.ofMinutes(15),
                5,
                30,
                ways.passwords(),
                ways.openId().map(TestAccounts::set).orElse(null));
        var passwords = new Passwords(new Argon2PasswordEncoder(16, 32, 1, 16, 1));
        var secrets = new Secrets(settings.keyFile(), new SecureRandom());
        var links = new Links(jdbc, secrets, settings, clock);
        var credentials = new Credentials(jdbc, passwords, secrets);
        var failures = new FailedTries(jdbc, settings, clock);
        this.ways = ways;
        this.clock = clock;
        trail = TestTrail.of(ledger, clock);
        begin = trail.head().entry();
        accounts = new Accounts(jdbc, links, credentials, passwords, ways, trail, clock);
        joining = new Joining(accounts, links, credentials, passwords, settings, trail, clock);
        signIns = new SignIns(jdbc, accounts, failures, passwords, secrets, settings, trail, clock);
        openId = new OpenIdSignIns(jdbc, accounts, failures, trail);
    }

    private static OpenIdProperties set(OpenIdSettings provider) {
        return new OpenIdProperties(
                provider.issuer(),
                provider.name(),
                provider.clientId(),
                provider.clientSecret(),
                null,
                provider.scopes(),
                provider.accountClaim(),
                provider.secondFactorClaim(),
                provider.secondFactorValues());
    }

    public Accounts accounts() {
        return accounts;
    }

    public Joining joining() {
        return joining;
    }

    public OpenIdSignIns openId() {
        return openId;
    }

    public WaysIn ways() {
        return ways;
    }

    public SignIns signIns() {
        return signIns;
    }

    public static Account account(String name, Role... roles) {
        return new Account(name, "Fay Example", Set.of(roles), Set.of(), Set.of(), Optional.empty(), false, false);
    }

    /** One whose person signs in at the provider. */
    public static Account openIdAccount(String name, String openIdName, Role... roles) {
        return new Account(
                name, "Fay Example", Set.of(roles), Set.of(), Set.of(), Optional.of(openIdName), false, false);
    }

    /** An account that is set up with {@link #PASSWORD}. */
    public Joining.Joined.Ready ready(String name, Role... roles) {
        return ready(account(name, roles));
    }

    public Joining.Joined.Ready ready(Account account) {
        String token = accounts.make(account, "admin").orElseThrow();
        return (Joining.Joined.Ready) joining.join(token, new Joining.SetUp(PASSWORD, codeOfLink(token)), List.of());
    }

    /** What an app shows that was set up from this link's page. */
    public String codeOfLink(String token) {
        String key = joining.link(token, "Scrutineer").orElseThrow().secret();
        return codeOfKey(key);
    }

    /** What an app shows now that this key was typed into. */
    public String codeOfKey(String key) {
        return codes.code(new Base32().decode(key.replace(" ", "")), codes.step(clock.instant()));
    }

    /** What was done, by whom and to what. */
    public List<String> told() {
        return trail.after(begin, 1_000).stream().map(TestAccounts::told).toList();
    }

    private static String told(AuditEntry entry) {
        return entry.who() + " " + entry.action() + " " + entry.subject();
    }
}
