package org.scrutineer.web.accounts;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Account;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.OpenIdSettings;
import org.scrutineer.accounts.Role;
import org.scrutineer.accounts.WaysIn;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.web.Mistakes;

/**
 * An account as somebody fills it in.
 *
 * @param openid what the provider calls the person; null or empty where the account is to have a password
 * @param roles ids of what is ticked, as teams and offices; null where nothing is
 */
record AccountForm(
        @Nullable String person,
        @Nullable String openid,
        @Nullable List<String> roles,
        @Nullable List<String> teams,
        @Nullable List<String> offices) {

    static AccountForm of(Account account) {
        return new AccountForm(
                account.person(),
                account.openIdName().orElse(null),
                account.roles().stream().map(Role::id).toList(),
                List.copyOf(account.teams()),
                List.copyOf(account.offices()));
    }

    String shownPerson() {
        return person == null ? "" : person;
    }

    /** Empty where the account is to have a password. */
    Optional<String> openIdName() {
        return Optional.ofNullable(openid).map(Accounts::openIdName).filter(name -> !name.isEmpty());
    }

    List<String> tickedRoles() {
        return roles == null ? List.of() : roles;
    }

    List<String> tickedTeams() {
        return teams == null ? List.of() : teams;
    }

    List<String> tickedOffices() {
        return offices == null ? List.of() : offices;
    }

    void check(Mistakes mistakes, Organisation organisation, WaysIn ways) {
        if (shownPerson().isBlank()) {
            mistakes.add("person", "Enter the person's name, as others know it.");
        }
        if (!ways.passwords() && openIdName().isEmpty()) {
            mistakes.add(
                    "openid",
                    "Enter what "
                            + ways.openId().map(OpenIdSettings::name).orElseThrow()
                            + " calls the person: nobody signs in with a password here.");
        }
        Set<Role> chosen = chosenRoles();
        if (chosen.isEmpty()) {
            mistakes.add("roles", "Choose what the account may do.");
        }
        if (chosen.contains(Role.ADMINISTRATOR) && chosen.size() > 1) {
            mistakes.add(
                    "roles",
                    "Choose administrator alone: whoever looks after accounts sees no returns or figures. A person who does"
                            + " both has two accounts.");
        }
        if (chosen.contains(Role.SUBMITTER) != !chosenTeams(organisation).isEmpty()) {
            mistakes.add(
                    "teams",
                    chosen.contains(Role.SUBMITTER)
                            ? "Choose the teams the submitter sends returns for."
                            : "Choose no team, or choose submitter above: only submitters are for certain teams.");
        }
        if (chosen.contains(Role.OWNER) != !chosenOffices(organisation).isEmpty()) {
            mistakes.add(
                    "offices",
                    chosen.contains(Role.OWNER)
                            ? "Choose the offices the owner writes commentary for."
                            : "Choose no office, or choose owner above: only owners are for certain offices.");
        }
    }

    /** @param openIdName what the provider calls its person */
    Account account(String name, Optional<String> openIdName, Organisation organisation) {
        return new Account(
                name,
                shownPerson().strip(),
                chosenRoles(),
                chosenTeams(organisation),
                chosenOffices(organisation),
                openIdName,
                false,
                false);
    }

    private Set<Role> chosenRoles() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        tickedRoles().forEach(id -> Role.of(id).ifPresent(chosen::add));
        return chosen;
    }

    private Set<String> chosenTeams(Organisation organisation) {
        return organisation.teams().stream()
                .map(Organisation.Team::id)
                .filter(tickedTeams()::contains)
                .collect(Collectors.toSet());
    }

    private Set<String> chosenOffices(Organisation organisation) {
        return organisation.roles().stream()
                .map(Organisation.Role::id)
                .filter(tickedOffices()::contains)
                .collect(Collectors.toSet());
    }
}
