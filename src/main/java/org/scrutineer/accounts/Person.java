package org.scrutineer.accounts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.scrutineer.audit.Actor;

/**
 * Whoever is signed in, with what the ledger says of the account at this moment.
 *
 * @param account the name it signs in by, which is what the audit trail and the catalogue's holders of offices name
 * @param name as people know it
 * @param teams ids of the teams it may send returns for, as {@link Role#SUBMITTER}
 * @param offices ids of the catalogue's roles it may write commentary for, as {@link Role#OWNER}
 */
public record Person(String account, String name, Set<Role> roles, Set<String> teams, Set<String> offices)
        implements Actor {

    public Person {
        roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
        teams = Collections.unmodifiableSet(new TreeSet<>(teams));
        offices = Collections.unmodifiableSet(new TreeSet<>(offices));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether it may send returns for a team. */
    public boolean sendsFor(String team) {
        return is(Role.SUBMITTER) && teams.contains(team);
    }

    /** Whether it may write commentary for an office. */
    public boolean writesFor(String office) {
        return is(Role.OWNER) && offices.contains(office);
    }
}
