package org.scrutineer.web;

import java.util.Optional;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.audit.Actor;

/** Links by which people set their accounts up. */
@RoomPart
public class Invitations {

    private final Accounts accounts;
    private final Actor actor;
    private final WebProperties settings;

    Invitations(Accounts accounts, Actor actor, WebProperties settings) {
        this.accounts = accounts;
        this.actor = actor;
        this.settings = settings;
    }

    /** Where people find the pages. */
    public String address() {
        return settings.address().toString();
    }

    /** What is handed on, e.g. {@code https://returns.trust.example/join/…}. */
    public String link(String token) {
        return address() + "/join/" + token;
    }

    /** A new link by which the first administrator's account is made, where there is no administrator. */
    public Optional<String> first() {
        return accounts.haveAnAdministrator()
                ? Optional.empty()
                : Optional.of(link(accounts.inviteFirstAdministrator(actor.account())));
    }
}
