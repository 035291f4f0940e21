package org.scrutineer.accounts;

import java.util.Set;

/**
 * An account, for whoever looks after them.
 *
 * @param name what it signs in by, in small letters
 * @param ready whether its password and second factor are set up
 */
public record Account(
        String name,
        String person,
        Set<Role> roles,
        Set<String> teams,
        Set<String> offices,
        boolean ready,
        boolean disabled) {}
