package org.scrutineer.web;

import org.scrutineer.accounts.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** That a person is signed in. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Person person;

    PersonAuthentication(Person person) {
        super(AuthorityUtils.createAuthorityList(
                person.roles().stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new)));
        this.person = person;
        setAuthenticated(true);
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.account();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
