package org.scrutineer.distribution;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param outbox where messages lie as files, if no server is named
 * @param host the server's name; null, or written as a blank, for none
 * @param port of the server; 0 for the one that goes with the security
 * @param username null where the server asks for none
 * @param password null where there is none, or it is in a file
 * @param passwordFile holds the password in its first line
 * @param tokenFile holds an OAuth2 access token, read anew for each connection, in place of a password
 * @param from the address mail comes from; null for the organisation's contact
 * @param allowedDomains where mail may go; with a server there must be some
 * @param timeout for connecting, and for each answer of the server
 * @param retryAfter how long after each failed attempt the next one comes; after the last it is given up
 */
@ConfigurationProperties("mail")
record MailProperties(
        Path outbox,
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("starttls") Security security,
        @Nullable String username,
        @Nullable String password,
        @Nullable Path passwordFile,
        @Nullable Path tokenFile,
        @Nullable String from,
        @DefaultValue({}) List<String> allowedDomains,
        @DefaultValue("30s") Duration timeout,

        @DefaultValue({"1m", "5m", "15m", "1h", "4h", "12h"})
        List<Duration> retryAfter) {

    /** How the connection is kept from being read. */
    enum Security {
        /** It begins in the clear and turns to TLS, or ends. */
        STARTTLS(587),
        /** It is TLS from the start. */
        IMPLICIT(465),
        /** It is not: allowed for a server on the same machine alone. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        int port() {
            return port;
        }
    }

    MailProperties {
        host = host == null || host.isBlank() ? null : host;
        allowedDomains = List.copyOf(allowedDomains);
        retryAfter = List.copyOf(retryAfter);
    }

    int usedPort() {
        return port == 0 ? security.port() : port;
    }
}
