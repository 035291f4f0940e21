package org.scrutineer.accounts;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.scrutineer.audit.AuditEntry;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.audit.TestTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Accounts of a test's ledger, whose passwords are hashed with less work. */
public final class TestAccounts {

    /** One that is taken. */
    public static final String PASSWORD = "otter lamp gravel sunday";

    private final AuditTrail trail;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Secrets secrets;
    private final Clock clock;
    private final OneTimeCodes codes = new OneTimeCodes();

    /** @param folder takes the key of the second factors */
    public TestAccounts(DataSource ledger, Path folder, Clock clock) {
        var jdbc = JdbcClient.create(ledger);
        var settings = new AccountsProperties(
                folder.resolve("keys/accounts"),
                Duration.ofHours(24),
                Duration.ofHours(12),
                3,
                Duration.ofMinutes(15),
                5,
                30);
        var passwords = new Passwords(new Argon2PasswordEncoder(16, 32, 1, 16, 1));
        this.clock = clock;
        trail = TestTrail.of(ledger, clock);
        secrets = new Secrets(settings.keyFile(), new SecureRandom());
        accounts = new Accounts(jdbc, passwords, secrets, settings, trail, clock);
        signIns = new SignIns(jdbc, accounts, passwords, secrets, settings, trail, clock);
    }

    public Accounts accounts() {
        return accounts;
    }

    public SignIns signIns() {
        return signIns;
    }

    public static Account account(String name, Role... roles) {
        return new Account(name, "Fay Example", Set.of(roles), Set.of(), Set.of(), false, false);
    }

    /** An account that is set up with {@link #PASSWORD}. */
    public Accounts.Joined.Ready ready(String name, Role... roles) {
        return ready(account(name, roles));
    }

    public Accounts.Joined.Ready ready(Account account) {
        String token = accounts.make(account, "admin");
        return (Accounts.Joined.Ready) accounts.join(token, new Accounts.SetUp(PASSWORD, codeOfLink(token)), List.of());
    }

    /** What an app shows that was set up from this link's page. */
    public String codeOfLink(String token) {
        String key = accounts.link(token, "Scrutineer").orElseThrow().secret();
        return codeOfKey(key);
    }

    /** What an app shows now that this key was typed into. */
    public String codeOfKey(String key) {
        return codes.code(new Base32().decode(key.replace(" ", "")), codes.step(clock.instant()));
    }

    /** What was done, by whom and to what. */
    public List<String> told() {
        return trail.after(0, 1_000).stream().map(TestAccounts::told).toList();
    }

    private static String told(AuditEntry entry) {
        return entry.who() + " " + entry.action() + " " + entry.subject();
    }
}
