package org.scrutineer.accounts;

import java.util.Optional;

/**
 * How people may sign in to this installation.
 *
 * @param passwords with a password and a one-time code of this service
 * @param openId at the organisation's OpenID provider; empty where it has none
 */
public record WaysIn(boolean passwords, Optional<OpenIdSettings> openId) {}
