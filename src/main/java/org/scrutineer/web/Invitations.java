package org.scrutineer.web;

import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.Joining;
import org.scrutineer.audit.Actor;

/** Links by which people set their accounts up. */
@RoomPart
public class Invitations {

    private final Accounts accounts;
    private final Joining joining;
    private final Actor actor;
    private final WebProperties settings;

    Invitations(Accounts accounts, Joining joining, Actor actor, WebProperties settings) {
        this.accounts = accounts;
        this.joining = joining;
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

    /** Whether nobody could sign in who looks after accounts. */
    boolean areNeeded() {
        return !accounts.haveAnAdministrator();
    }

    /** A new link by which the first administrator's account is made; those before it stop working. */
    String first() {
        return link(joining.inviteFirstAdministrator(actor.account()));
    }
}
