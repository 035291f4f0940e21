package org.scrutineer.accounts;

import java.util.Map;
import java.util.Optional;
import org.scrutineer.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account somebody has who signed in at the organisation's OpenID provider. The provider says who somebody is, and
 * nothing of what he may do: without an account that an administrator made, nobody comes in.
 */
@Service
public class OpenIdSignIns {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final FailedTries failures;
    private final AuditTrail trail;

    OpenIdSignIns(JdbcClient jdbc, Accounts accounts, FailedTries failures, AuditTrail trail) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.failures = failures;
        this.trail = trail;
    }

    /** Whose account it is. */
    public sealed interface Recognition {

        /** It may be signed in. */
        record Known(String account) implements Recognition {}

        /** There is none by the name. */
        record Unknown() implements Recognition {}

        /** There is one by the name, which somebody else has signed in to before. */
        record AnothersName() implements Recognition {}

        /** An administrator has disabled it. */
        record Disabled() implements Recognition {}

        /** So many tries failed that it was not looked at. */
        record TooMany() implements Recognition {}
    }

    /** Whether so many tries from an address failed that nothing from there is looked at. */
    @Transactional
    public boolean block(String address) {
        return failures.blockFrom(address);
    }

    /**
     * Finds the account of whoever the provider says that somebody is: by the provider's own number for the person or, the
     * first time, by the name.
     *
     * @param address of the network, where the try came from
     */
    @Transactional
    public Recognition recognise(Identity who, String address) {
        String tries = "openid " + who.issuer() + " " + who.subject();
        if (failures.block(tries, address)) {
            return new Recognition.TooMany();
        }
        String name = Accounts.openIdName(who.name());
        Optional<Account> account = met(who).or(() -> accountOf(name)).flatMap(accounts::find);
        if (account.isEmpty()) {
            return refused(new Recognition.Unknown(), who, tries, address, "an account that there is not");
        }
        String found = account.get().name();
        if (account.get().disabled()) {
            return refused(new Recognition.Disabled(), who, tries, address, Accounts.subject(found));
        }
        if (met(who).isEmpty() && !meets(found, who)) {
            return refused(new Recognition.AnothersName(), who, tries, address, Accounts.subject(found));
        }
        failures.forget(tries);
        return new Recognition.Known(found);
    }

    private Optional<String> met(Identity who) {
        return jdbc.sql("select account from account_openid where issuer = ? and subject = ?")
                .params(who.issuer(), who.subject())
                .query((row, number) -> row.getString(1))
                .optional();
    }

    private Optional<String> accountOf(String name) {
        return jdbc.sql("select account from account_openid where name = ?")
                .param(name)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** Remembers whom the provider means, where it is the first time. */
    private boolean meets(String account, Identity who) {
        boolean first =
                jdbc.sql("update account_openid set issuer = ?, subject = ? where account = ? and subject is null")
                                .params(who.issuer(), who.subject(), account)
                                .update()
                        == 1;
        if (first) {
            trail.record(
                    account,
                    "openid-met",
                    Accounts.subject(account),
                    null,
                    Map.of("issuer", who.issuer(), "subject", who.subject()));
        }
        return first;
    }

    private Recognition refused(Recognition why, Identity who, String tries, String address, String subject) {
        failures.add(tries, address);
        // The name was not typed here but is the provider's: an administrator sees by it who asks for an account.
        trail.record(
                "nobody",
                "sign-in-failed",
                subject,
                null,
                Map.of("address", address, "what", "openid", "name", who.name()));
        return why;
    }

    /**
     * Notes a try in which the provider did not say, so that it could be believed, who somebody is.
     *
     * @param what it was about, e.g. {@code openid answer}
     */
    @Transactional
    public void failed(String what, String address) {
        failures.add("openid from " + address, address);
        trail.record("nobody", "sign-in-failed", "whoever it was", null, Map.of("address", address, "what", what));
    }
}
