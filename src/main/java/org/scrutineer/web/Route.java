package org.scrutineer.web;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A method and path, and whose it is.
 *
 * @param access who may ask for it at all
 * @param roles where it is for certain roles, which
 */
public record Route(HttpMethod method, PathPattern pattern, Access access, Set<Role> roles) {

    /** The name in a path of the team whose page it is. */
    private static final String TEAM = "team";

    /** The name in a path of the office whose page it is. */
    private static final String OFFICE = "office";

    public Route {
        roles = Set.copyOf(roles);
    }

    /** Who may ask for a path at all. */
    public enum Access {
        /** Who is not signed in too. */
        ANYBODY,
        /** Everybody who is signed in. */
        SIGNED_IN,
        /** Everybody who has one of certain roles. */
        ROLES
    }

    static Route anybody(HttpMethod method, String pattern) {
        return new Route(method, parsed(pattern), Access.ANYBODY, Set.of());
    }

    static Route signedIn(HttpMethod method, String pattern) {
        return new Route(method, parsed(pattern), Access.SIGNED_IN, Set.of());
    }

    static Route only(HttpMethod method, String pattern, Role role, Role... others) {
        return new Route(method, parsed(pattern), Access.ROLES, EnumSet.of(role, others));
    }

    private static PathPattern parsed(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }

    boolean matches(HttpMethod asked, PathContainer path) {
        return method.equals(HttpMethod.HEAD.equals(asked) ? HttpMethod.GET : asked) && pattern.matches(path);
    }

    /**
     * Whether somebody may ask for a path that matches.
     *
     * @param person null where nobody is signed in
     */
    boolean allows(@Nullable Person person, PathContainer path) {
        if (access == Access.ANYBODY) {
            return true;
        }
        if (person == null) {
            return false;
        }
        return access == Access.SIGNED_IN || roles.stream().anyMatch(role -> allows(person, role, path));
    }

    private boolean allows(Person person, Role role, PathContainer path) {
        if (!person.is(role)) {
            return false;
        }
        PathMatchInfo match = pattern.matchAndExtract(path);
        Map<String, String> named = match == null ? Map.of() : match.getUriVariables();
        return switch (role) {
            case SUBMITTER -> !named.containsKey(TEAM) || person.sendsFor(named.get(TEAM));
            case OWNER -> !named.containsKey(OFFICE) || person.writesFor(named.get(OFFICE));
            case OFFICER, APPROVER, VIEWER, ADMINISTRATOR -> true;
        };
    }
}
