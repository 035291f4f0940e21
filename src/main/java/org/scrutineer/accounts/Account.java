package org.scrutineer.accounts;

import java.util.Optional;
import java.util.Set;

/**
 * An account, for whoever looks after them.
 *
 * @param name what the audit trail calls it, and what it signs in by with a password, in small letters
 * @param openIdName what the OpenID provider calls its person, in small letters; empty where it signs in with a password
 * @param ready whether its password and second factor are set up, or its person has signed in at the provider
 */
public record Account(
        String name,
        String person,
        Set<Role> roles,
        Set<String> teams,
        Set<String> offices,
        Optional<String> openIdName,
        boolean ready,
        boolean disabled) {}
