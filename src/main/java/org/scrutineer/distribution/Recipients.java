package org.scrutineer.distribution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.catalogue.Organisation.Team;
import org.springframework.stereotype.Component;

/** The roles and teams of the catalogue that mail may go to. */
@Component
public class Recipients {

    private final Catalogue catalogue;

    Recipients(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Those a publication goes to, in the catalogue's order. */
    public List<Recipient> of(Audience audience) {
        return roles(audience.recipients());
    }

    /** Those who may approve a publication. */
    public List<Recipient> approvers(Audience audience) {
        return roles(audience.release().approvers());
    }

    /** Those who look after the returns. */
    public List<Recipient> officers() {
        return roles(catalogue.organisation().officers());
    }

    /** A team; nothing where it is not in the catalogue or is not told by mail. */
    public Optional<Recipient> team(String id) {
        return catalogue.organisation().teams().stream()
                .filter(team -> team.id().equals(id))
                .flatMap(Recipients::of)
                .findFirst();
    }

    /** The role with an id; nothing where it is not in the catalogue or has no mail address. */
    public Optional<Recipient> role(String id) {
        return catalogue.organisation().roles().stream()
                .filter(role -> role.id().equals(id))
                .flatMap(Recipients::of)
                .findFirst();
    }

    /** Whether the catalogue still has it with this address. */
    boolean has(String id, String address) {
        return Stream.concat(role(id).stream(), team(id).stream())
                .anyMatch(known -> known.address().equals(address));
    }

    private List<Recipient> roles(List<String> ids) {
        return ids.stream().flatMap(id -> role(id).stream()).toList();
    }

    private static Stream<Recipient> of(Role role) {
        return recipient(role.id(), role.name(), role.email());
    }

    private static Stream<Recipient> of(Team team) {
        return recipient(team.id(), team.name(), team.email());
    }

    private static Stream<Recipient> recipient(String id, String name, @Nullable String address) {
        return address == null ? Stream.empty() : Stream.of(new Recipient(id, name, address));
    }
}
