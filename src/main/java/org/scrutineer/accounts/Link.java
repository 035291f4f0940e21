package org.scrutineer.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * A link by which a password and a second factor are set up, once.
 *
 * @param account whose; empty for the first administrator, who chooses a name
 * @param secret what the second factor's codes are made from, as people type it into an app
 * @param uri the same as a QR code says it
 * @param endsAt when it stops working
 */
public record Link(Optional<Account> account, String secret, String uri, Instant endsAt) {}
