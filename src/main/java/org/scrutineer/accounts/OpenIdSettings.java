package org.scrutineer.accounts;

import java.util.List;

/**
 * The organisation's OpenID provider, and what it is to tell of people.
 *
 * @param issuer its address, letter by letter as it writes it itself
 * @param name what people call it, e.g. {@code Trust login}
 * @param clientId what it calls this service
 * @param clientSecret by which it knows this service
 * @param scopes what it is asked for; {@code openid} is among them
 * @param accountClaim the claim that accounts are known by, e.g. {@code preferred_username}
 * @param secondFactorClaim the claim that says how somebody signed in, e.g. {@code amr}; empty where it is not asked
 * @param secondFactorValues of which it has to have one
 */
public record OpenIdSettings(
        String issuer,
        String name,
        String clientId,
        String clientSecret,
        List<String> scopes,
        String accountClaim,
        String secondFactorClaim,
        List<String> secondFactorValues) {

    public OpenIdSettings {
        scopes = List.copyOf(scopes);
        secondFactorValues = List.copyOf(secondFactorValues);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return clientId + " at " + issuer;
    }
}
