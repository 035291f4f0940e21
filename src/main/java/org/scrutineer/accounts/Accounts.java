package org.scrutineer.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts that may sign in. There is none to begin with: the first administrator's is made by a link that is printed
 * where the program runs, all others by links that an administrator hands on. Nobody but its owner ever knows a password.
 */
@Service
public class Accounts {

    /** What an account may be called: it also stands in paths and in the catalogue. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,99}");

    private static final int RECOVERY_CODES = 8;

    /** 120 bits: too many to be guessed from their hashes. */
    private static final int RECOVERY_BYTES = 15;

    private static final String FIRST = "the first administrator";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Secrets secrets;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final AccountsProperties settings;
    private final AuditTrail trail;
    private final Clock clock;

    Accounts(
            JdbcClient jdbc,
            Passwords passwords,
            Secrets secrets,
            AccountsProperties settings,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.secrets = secrets;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** What somebody fills in who opens a link. */
    public record SetUp(String password, String code) {}

    /** What became of it. */
    public sealed interface Joined {

        /**
         * The account can be used.
         *
         * @param recoveryCodes for whoever loses the second factor; they cannot be shown again
         */
        record Ready(String account, List<String> recoveryCodes) implements Joined {
            public Ready {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        /**
         * Something is to be put right.
         *
         * @param sentences by what they are about: {@code account}, {@code person}, {@code password} or {@code code}
         */
        record Mistaken(Map<String, String> sentences) implements Joined {
            public Mistaken {
                sentences = Collections.unmodifiableMap(new LinkedHashMap<>(sentences));
            }
        }

        /** The link has been used, was replaced, or has ended. */
        record NoSuchLink() implements Joined {}
    }

    /** Whether anybody could make accounts. */
    public boolean haveAnAdministrator() {
        return jdbc.sql("select count(*) from account a join account_role r on r.account = a.name"
                                + " where r.role = ? and a.password is not null and not a.disabled")
                        .param(Role.ADMINISTRATOR.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A token for the link by which the first administrator's account is made; those before it stop working. */
    @Transactional
    public String inviteFirstAdministrator(String who) {
        jdbc.sql("delete from account_link where account is null").update();
        String token = newLink(null);
        trail.record(who, "account-link-made", FIRST, null, Map.of());
        return token;
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return jdbc
                .sql("select name from account order by name")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(name -> find(name).orElseThrow())
                .toList();
    }

    public Optional<Account> find(String name) {
        return jdbc.sql("select name, person, password is not null as ready, disabled from account where name = ?")
                .param(name)
                .query((row, number) -> new Account(
                        row.getString("name"),
                        row.getString("person"),
                        roles(name),
                        strings("select team from account_team where account = ? order by team", name),
                        strings("select office from account_office where account = ? order by office", name),
                        row.getBoolean("ready"),
                        row.getBoolean("disabled")))
                .optional();
    }

    private Set<Role> roles(String account) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        strings("select role from account_role where account = ?", account)
                .forEach(id -> Role.of(id).ifPresent(roles::add));
        return roles;
    }

    private Set<String> strings(String query, String account) {
        return new TreeSet<>(jdbc.sql(query).param(account).query(String.class).list());
    }

    /**
     * What an account cannot be called, in a sentence; empty where it can.
     *
     * @param name as typed; capital letters are taken for small ones by whoever asks
     */
    public Optional<String> refusedName(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    "Enter an account name of 2 to 100 small letters, digits, full stops, hyphens or underscores,"
                            + " such as jsmith.");
        }
        return find(name).isPresent()
                ? Optional.of("There is an account " + name + " already. Enter another name.")
                : Optional.empty();
    }

    /**
     * Makes an account that its owner sets up by a link.
     *
     * @param who the administrator
     * @return the token of the link
     */
    @Transactional
    public String make(Account account, String who) {
        insert(account);
        String token = newLink(account.name());
        trail.record(who, "account-made", subject(account.name()), null, described(account));
        return token;
    }

    private void insert(Account account) {
        jdbc.sql("insert into account (name, person, disabled, made_at) values (?, ?, false, ?)")
                .params(account.name(), account.person(), now())
                .update();
        insertScope(account);
    }

    private void insertScope(Account account) {
        account.roles()
                .forEach(role -> jdbc.sql("insert into account_role (account, role) values (?, ?)")
                        .params(account.name(), role.id())
                        .update());
        account.teams()
                .forEach(team -> jdbc.sql("insert into account_team (account, team) values (?, ?)")
                        .params(account.name(), team)
                        .update());
        account.offices()
                .forEach(office -> jdbc.sql("insert into account_office (account, office) values (?, ?)")
                        .params(account.name(), office)
                        .update());
    }

    /** Changes an account's person, roles, teams and offices, which hold from its next page on. */
    @Transactional
    public void change(Account account, String who) {
        for (String table : List.of("account_role", "account_team", "account_office")) {
            jdbc.sql("delete from " + table + " where account = ?")
                    .param(account.name())
                    .update();
        }
        jdbc.sql("update account set person = ? where name = ?")
                .params(account.person(), account.name())
                .update();
        insertScope(account);
        trail.record(who, "account-changed", subject(account.name()), null, described(account));
    }

    /** Lets an account sign in no more, and ends where it is signed in. */
    @Transactional
    public void disable(String account, String who) {
        jdbc.sql("update account set disabled = true where name = ?")
                .param(account)
                .update();
        endAll(account);
        trail.record(who, "account-disabled", subject(account), null, Map.of());
    }

    /** Lets an account sign in again. */
    @Transactional
    public void enable(String account, String who) {
        jdbc.sql("update account set disabled = false where name = ?")
                .param(account)
                .update();
        trail.record(who, "account-enabled", subject(account), null, Map.of());
    }

    /**
     * Takes an account's password and second factor away, ends where it is signed in, and makes a link by which its owner
     * sets both up again; links before it stop working.
     *
     * @return the token of the link
     */
    @Transactional
    public String reset(String account, String who) {
        jdbc.sql("update account set password = null, code_secret = null, code_step = null where name = ?")
                .param(account)
                .update();
        jdbc.sql("delete from recovery_code where account = ?").param(account).update();
        endAll(account);
        String token = newLink(account);
        trail.record(who, "account-reset", subject(account), null, Map.of());
        return token;
    }

    /**
     * Gives an account another password, after whoever asks has entered the present one, and ends where else it is signed
     * in.
     *
     * @param words of the service, which the password may not be made of
     * @param kept by what the account is signed in where this is asked
     * @return why the password is not taken, in a sentence; empty where it is
     */
    @Transactional
    public Optional<String> changePassword(String account, String password, List<String> words, String kept) {
        Account changed = find(account).orElseThrow();
        Optional<String> refused = passwords.refused(password, known(changed, words));
        if (refused.isEmpty()) {
            jdbc.sql("update account set password = ? where name = ?")
                    .params(passwords.encoded(password), account)
                    .update();
            jdbc.sql("delete from signed_in where account = ? and id_hash <> ?")
                    .params(account, Secrets.hash(kept))
                    .update();
            trail.record(account, "password-changed", subject(account), null, Map.of());
        }
        return refused;
    }

    private static List<String> known(Account account, List<String> words) {
        var known = new ArrayList<>(words);
        known.add(account.name());
        known.addAll(List.of(account.person().split("\\s+")));
        return known;
    }

    private void endAll(String account) {
        jdbc.sql("delete from signed_in where account = ?").param(account).update();
    }

    private String newLink(@Nullable String account) {
        jdbc.sql("delete from account_link where account = ?").param(account).update();
        String token = secrets.token();
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        jdbc.sql("insert into account_link (token_hash, account, code_secret, made_at, ends_at)"
                        + " values (?, ?, ?, ?, ?)")
                .param(hash)
                .param(account)
                .params(
                        secrets.encrypted(secrets.bytes(OneTimeCodes.SECRET_BYTES), hash),
                        utc(now),
                        utc(now.plus(settings.linkLasts())))
                .update();
        return token;
    }

    private record Kept(String hash, @Nullable String account, byte[] secret, Instant endsAt) {}

    private Optional<Kept> kept(String token) {
        String hash = Secrets.hash(token);
        return jdbc.sql("select account, code_secret, ends_at from account_link where token_hash = ? and ends_at > ?")
                .params(hash, now())
                .query((row, number) -> new Kept(
                        hash,
                        row.getString("account"),
                        secrets.decrypted(row.getString("code_secret"), hash),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * What a link is for; empty where it has been used, was replaced, or has ended.
     *
     * @param issuer whose service an authenticator app shows the code for
     */
    public Optional<Link> link(String token, String issuer) {
        return kept(token)
                .map(kept -> new Link(
                        Optional.ofNullable(kept.account()).flatMap(this::find),
                        OneTimeCodes.typed(kept.secret()),
                        OneTimeCodes.uri(
                                kept.secret(),
                                Optional.ofNullable(kept.account()).orElse("administrator"),
                                issuer),
                        kept.endsAt()));
    }

    /**
     * Sets an account up by its link, which does not work again.
     *
     * @param words of the service, which the password may not be made of
     */
    @Transactional
    public Joined join(String token, SetUp typed, List<String> words) {
        Optional<Kept> kept = kept(token);
        Optional<Account> account =
                kept.flatMap(link -> Optional.ofNullable(link.account())).flatMap(this::find);
        return account.isPresent() ? setUp(kept.get(), account.get(), false, typed, words) : new Joined.NoSuchLink();
    }

    /** The same for the first administrator, who chooses the account's name. */
    @Transactional
    public Joined joinFirst(String token, String name, String person, SetUp typed, List<String> words) {
        Optional<Kept> kept = kept(token).filter(link -> link.account() == null);
        if (kept.isEmpty()) {
            return new Joined.NoSuchLink();
        }
        return setUp(
                kept.get(),
                new Account(name, person, EnumSet.of(Role.ADMINISTRATOR), Set.of(), Set.of(), false, false),
                true,
                typed,
                words);
    }

    private Joined setUp(Kept link, Account account, boolean isNew, SetUp typed, List<String> words) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        if (isNew) {
            if (account.person().isBlank()) {
                mistakes.put("person", "Enter your name, as others know you.");
            }
            refusedName(account.name()).ifPresent(sentence -> mistakes.put("account", sentence));
        }
        passwords
                .refused(typed.password(), known(account, words))
                .ifPresent(sentence -> mistakes.put("password", sentence));
        var step = codes.stepOf(tidy(typed.code()), link.secret(), clock.instant(), OptionalLong.empty());
        if (step.isEmpty()) {
            mistakes.put(
                    "code",
                    "The code is not the one your app shows now. Enter the newest; if it is wrong again, check that the"
                            + " clock of your telephone is set automatically.");
        }
        if (!mistakes.isEmpty()) {
            return new Joined.Mistaken(mistakes);
        }
        // Whoever deletes the link first sets the account up; others find none.
        if (jdbc.sql("delete from account_link where token_hash = ?")
                        .param(link.hash())
                        .update()
                == 0) {
            return new Joined.NoSuchLink();
        }
        if (isNew) {
            insert(account);
        }
        jdbc.sql("update account set password = ?, code_secret = ?, code_step = ? where name = ?")
                .params(
                        passwords.encoded(typed.password()),
                        secrets.encrypted(link.secret(), account.name()),
                        step.getAsLong(),
                        account.name())
                .update();
        List<String> recovery = newRecoveryCodes(account.name());
        trail.record(
                account.name(),
                isNew ? "account-made" : "account-set-up",
                subject(account.name()),
                null,
                isNew ? described(account) : Map.of());
        return new Joined.Ready(account.name(), recovery);
    }

    private List<String> newRecoveryCodes(String account) {
        jdbc.sql("delete from recovery_code where account = ?").param(account).update();
        List<String> made = new ArrayList<>();
        for (int code = 0; code < RECOVERY_CODES; code++) {
            String text = new Base32().encodeToString(secrets.bytes(RECOVERY_BYTES));
            jdbc.sql("insert into recovery_code (account, code_hash) values (?, ?)")
                    .params(account, Secrets.hash(text))
                    .update();
            made.add(text.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return made;
    }

    /** A code without what people put between its parts. */
    static String tidy(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static String subject(String account) {
        return "account " + account;
    }

    private static Map<String, String> described(Account account) {
        return Map.of(
                "person", account.person(),
                "roles", account.roles().stream().map(Role::id).sorted().collect(Collectors.joining(", ")),
                "teams", String.join(", ", account.teams()),
                "offices", String.join(", ", account.offices()));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
