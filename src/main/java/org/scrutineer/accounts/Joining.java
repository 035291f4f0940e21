package org.scrutineer.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.scrutineer.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Setting accounts up by their links. The first administrator's is printed where the program runs, all others are handed on
 * by an administrator. Nobody but its owner ever knows a password.
 */
@Service
public class Joining {

    private static final String FIRST = "the first administrator";

    private final Accounts accounts;
    private final Links links;
    private final Credentials credentials;
    private final Passwords passwords;
    private final OneTimeCodes codes = new OneTimeCodes();
    private final AccountsProperties settings;
    private final AuditTrail trail;
    private final Clock clock;

    Joining(
            Accounts accounts,
            Links links,
            Credentials credentials,
            Passwords passwords,
            AccountsProperties settings,
            AuditTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.credentials = credentials;
        this.passwords = passwords;
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

    /** How long a link works. */
    public Duration linkLasts() {
        return settings.linkLasts();
    }

    /** A token for the link by which the first administrator's account is made; those before it stop working. */
    @Transactional
    public String inviteFirstAdministrator(String who) {
        String token = links.make(null);
        trail.record(who, "account-link-made", FIRST, null, Map.of());
        return token;
    }

    /**
     * What a link is for; empty where it has been used, was replaced, or has ended.
     *
     * @param issuer whose service an authenticator app shows the code for
     */
    public Optional<Link> link(String token, String issuer) {
        return find(token)
                .map(kept -> new Link(
                        Optional.ofNullable(kept.account()).flatMap(accounts::find),
                        OneTimeCodes.typed(kept.codeSecret()),
                        OneTimeCodes.uri(
                                kept.codeSecret(),
                                Optional.ofNullable(kept.account()).orElse("administrator"),
                                issuer),
                        kept.endsAt()));
    }

    /** None works where nobody signs in with a password any more. */
    private Optional<Links.Kept> find(String token) {
        return settings.passwords() ? links.find(token) : Optional.empty();
    }

    /**
     * Sets an account up by its link, which does not work again.
     *
     * @param words of the service, which the password may not be made of
     */
    @Transactional
    public Joined join(String token, SetUp typed, List<String> words) {
        Optional<Links.Kept> kept = find(token);
        Optional<Account> account =
                kept.flatMap(link -> Optional.ofNullable(link.account())).flatMap(accounts::find);
        return account.isPresent() ? setUp(kept.get(), account.get(), false, typed, words) : new Joined.NoSuchLink();
    }

    /** The same for the first administrator, who chooses the account's name. */
    @Transactional
    public Joined joinFirst(String token, String name, String person, SetUp typed, List<String> words) {
        Optional<Links.Kept> kept = find(token).filter(link -> link.account() == null);
        if (kept.isEmpty()) {
            return new Joined.NoSuchLink();
        }
        return setUp(
                kept.get(),
                new Account(
                        name,
                        person,
                        EnumSet.of(Role.ADMINISTRATOR),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        false,
                        false),
                true,
                typed,
                words);
    }

    private Joined setUp(Links.Kept link, Account account, boolean isNew, SetUp typed, List<String> words) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        if (isNew) {
            if (account.person().isBlank()) {
                mistakes.put("person", "Enter your name, as others know you.");
            }
            accounts.refusedName(account.name()).ifPresent(sentence -> mistakes.put("account", sentence));
        }
        passwords
                .refused(typed.password(), Accounts.known(account, words))
                .ifPresent(sentence -> mistakes.put("password", sentence));
        var step =
                codes.stepOf(OneTimeCodes.tidy(typed.code()), link.codeSecret(), clock.instant(), OptionalLong.empty());
        if (step.isEmpty()) {
            mistakes.put(
                    "code",
                    "The code is not the one your app shows now. Enter the newest; if it is wrong again, check that the"
                            + " clock of your telephone is set automatically.");
        }
        if (!mistakes.isEmpty()) {
            return new Joined.Mistaken(mistakes);
        }
        // Whoever uses the link first sets the account up; others find none.
        if (!links.use(link)) {
            return new Joined.NoSuchLink();
        }
        if (isNew) {
            accounts.insert(account);
        }
        List<String> recovery = credentials.set(account.name(), typed.password(), link.codeSecret(), step.getAsLong());
        trail.record(
                account.name(),
                isNew ? "account-made" : "account-set-up",
                Accounts.subject(account.name()),
                null,
                isNew ? Accounts.described(account) : Map.of());
        return new Joined.Ready(account.name(), recovery);
    }
}
