package org.scrutineer.accounts;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param keyFile what second factors are encrypted with; made where there is none
 * @param linkLasts how long a link for setting up an account works
 * @param longest how long anybody stays signed in, however busy
 * @param sessions how often one account may be signed in at a time; the oldest ends for one more
 * @param window how long a failed try to sign in counts
 * @param triesPerAccount how many failed tries that count an account may have before it has to wait
 * @param triesPerAddress the same for an address of the network, whatever the accounts
 * @param passwords whether anybody signs in with a password and a one-time code of this service
 * @param openid where people sign in instead; null for nowhere
 */
@ConfigurationProperties("accounts")
record AccountsProperties(
        Path keyFile,
        @DefaultValue("24h") Duration linkLasts,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("3") int sessions,
        @DefaultValue("15m") Duration window,
        @DefaultValue("5") int triesPerAccount,
        @DefaultValue("30") int triesPerAddress,
        @DefaultValue("true") boolean passwords,
        @Nullable OpenIdProperties openid) {

    /** @throws IllegalArgumentException where nobody could sign in */
    AccountsProperties {
        if (!passwords && openid == null) {
            throw new IllegalArgumentException(
                    "The setting accounts.passwords is false and accounts.openid is not set, so"
                            + " that nobody could sign in. Set accounts.openid, or leave accounts.passwords true, in"
                            + " config/application.yaml.");
        }
    }
}
