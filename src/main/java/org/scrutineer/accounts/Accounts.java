package org.scrutineer.accounts;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scrutineer.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that may sign in, as administrators make and change them. There is none to begin with. */
@Service
public class Accounts {

    /** What an account may be called: it also stands in paths and in the catalogue. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,99}");

    private static final int LONGEST_OPENID_NAME = 300;

    private final JdbcClient jdbc;
    private final Links links;
    private final Credentials credentials;
    private final Passwords passwords;
    private final WaysIn ways;
    private final AuditTrail trail;
    private final Clock clock;

    Accounts(
            JdbcClient jdbc,
            Links links,
            Credentials credentials,
            Passwords passwords,
            WaysIn ways,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.credentials = credentials;
        this.passwords = passwords;
        this.ways = ways;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether anybody could sign in who makes accounts: with a password, or at the provider as once before. */
    public boolean haveAnAdministrator() {
        return jdbc.sql("select count(*) from account a join account_role r on r.account = a.name"
                                + " left join account_openid o on o.account = a.name"
                                + " where r.role = ? and not a.disabled"
                                + " and (a.password is not null and ? or o.subject is not null and ?)")
                        .params(
                                Role.ADMINISTRATOR.id(),
                                ways.passwords(),
                                ways.openId().isPresent())
                        .query(Long.class)
                        .single()
                > 0;
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
        return jdbc.sql("select a.name, a.person, a.disabled, o.name as openid_name,"
                        + " a.password is not null or o.subject is not null as ready"
                        + " from account a left join account_openid o on o.account = a.name where a.name = ?")
                .param(name)
                .query((row, number) -> new Account(
                        row.getString("name"),
                        row.getString("person"),
                        roles(name),
                        strings("select team from account_team where account = ? order by team", name),
                        strings("select office from account_office where account = ? order by office", name),
                        Optional.ofNullable(row.getString("openid_name")),
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

    /** What the provider calls somebody, whatever capitals it or an administrator writes. */
    public static String openIdName(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Why an account cannot be the one of whom the provider calls so, in a sentence; empty where it can.
     *
     * @param openIdName in small letters
     */
    public Optional<String> refusedOpenIdName(String openIdName, String account) {
        if (openIdName.length() > LONGEST_OPENID_NAME) {
            return Optional.of("The name has " + openIdName.length() + " characters. Enter one of at most "
                    + LONGEST_OPENID_NAME + ".");
        }
        return jdbc.sql("select account from account_openid where name = ? and account <> ?")
                .params(openIdName, account)
                .query((row, number) -> row.getString(1))
                .optional()
                .map(another -> "The account " + another + " has this name already. Enter another one.");
    }

    /**
     * Makes an account.
     *
     * @param who the administrator
     * @return the token of the link by which its owner sets it up; empty where the owner signs in at the provider
     */
    @Transactional
    public Optional<String> make(Account account, String who) {
        insert(account);
        Optional<String> token =
                account.openIdName().isPresent() ? Optional.empty() : Optional.of(links.make(account.name()));
        trail.record(who, "account-made", subject(account.name()), null, described(account));
        return token;
    }

    void insert(Account account) {
        jdbc.sql("insert into account (name, person, disabled, made_at) values (?, ?, false, ?)")
                .params(account.name(), account.person(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        insertScope(account);
        insertOpenIdName(account);
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

    private void insertOpenIdName(Account account) {
        account.openIdName()
                .ifPresent(name -> jdbc.sql("insert into account_openid (account, name) values (?, ?)")
                        .params(account.name(), name)
                        .update());
    }

    /**
     * Changes an account's person, roles, teams and offices, which hold from its next page on. Where it is to sign in another
     * way, or as somebody else at the provider, what it signed in with before is gone and it is signed out.
     */
    @Transactional
    public void change(Account account, String who) {
        Account before = find(account.name()).orElseThrow();
        for (String table : List.of("account_role", "account_team", "account_office")) {
            jdbc.sql("delete from " + table + " where account = ?")
                    .param(account.name())
                    .update();
        }
        jdbc.sql("update account set person = ? where name = ?")
                .params(account.person(), account.name())
                .update();
        insertScope(account);
        if (!before.openIdName().equals(account.openIdName())) {
            endAll(account.name());
            credentials.clear(account.name());
            links.delete(account.name());
            jdbc.sql("delete from account_openid where account = ?")
                    .param(account.name())
                    .update();
            insertOpenIdName(account);
        }
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
     * sets both up again; links before it stop working. Of an account of the provider it is forgotten whom the provider
     * meant: whoever next signs in there by the account's name is its owner.
     *
     * @return the token of the link; empty where the owner signs in at the provider
     */
    @Transactional
    public Optional<String> reset(String account, String who) {
        endAll(account);
        credentials.clear(account);
        jdbc.sql("update account_openid set issuer = null, subject = null where account = ?")
                .param(account)
                .update();
        boolean isOfProvider = find(account).orElseThrow().openIdName().isPresent();
        Optional<String> token = isOfProvider ? Optional.empty() : Optional.of(links.make(account));
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
            credentials.setPassword(account, password);
            jdbc.sql("delete from signed_in where account = ? and id_hash <> ?")
                    .params(account, Secrets.hash(kept))
                    .update();
            trail.record(account, "password-changed", subject(account), null, Map.of());
        }
        return refused;
    }

    /** What a password of an account may not be made of. */
    static List<String> known(Account account, List<String> words) {
        var known = new ArrayList<>(words);
        known.add(account.name());
        known.addAll(List.of(account.person().split("\\s+")));
        return known;
    }

    private void endAll(String account) {
        jdbc.sql("delete from signed_in where account = ?").param(account).update();
    }

    /** As entries of the audit trail name it. */
    static String subject(String account) {
        return "account " + account;
    }

    static Map<String, String> described(Account account) {
        var described = new TreeMap<>(Map.of(
                "person", account.person(),
                "roles", account.roles().stream().map(Role::id).sorted().collect(Collectors.joining(", ")),
                "teams", String.join(", ", account.teams()),
                "offices", String.join(", ", account.offices())));
        account.openIdName().ifPresent(name -> described.put("openid", name));
        return described;
    }
}
