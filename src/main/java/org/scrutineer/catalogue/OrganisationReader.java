package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.Organisation.Holder;
import org.scrutineer.catalogue.Organisation.Role;
import org.scrutineer.catalogue.Organisation.Service;
import org.scrutineer.catalogue.Organisation.Team;

/** Reads {@code organisation.yaml}. */
final class OrganisationReader {

    private final ReturnTypes returnTypes;
    private final Problems problems;

    OrganisationReader(ReturnTypes returnTypes, Problems problems) {
        this.returnTypes = returnTypes;
        this.problems = problems;
    }

    Optional<Organisation> read(CatalogueFiles files) {
        return files.neededYaml("organisation.yaml", "organisation").map(this::organisation);
    }

    private Organisation organisation(Entry root) {
        var units = new ArrayList<>(List.of(root));
        units.addAll(root.entries("services"));
        units.addAll(root.entries("teams"));
        units.addAll(root.entries("roles"));
        checkIds(units, "service, team or role, nor the organisation,");
        checkIds(root.entries("authorities"), "authority");
        List<Service> services = root.entries("services").stream()
                .map(entry -> new Service(entry.textOrEmpty("id"), entry.textOrEmpty("name")))
                .toList();
        Set<String> serviceIds = services.stream()
                .map(Service::id)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Team> teams = root.entries("teams").stream()
                .map(entry -> team(entry, serviceIds))
                .toList();
        checkNames(root.entries("teams"), teams);
        new FormerTeams(teams, problems).check(root.entries("teams"));
        return new Organisation(
                root.textOrEmpty("id"),
                root.textOrEmpty("name"),
                root.text("kind").orElse("organisation"),
                root.textOrEmpty("contact"),
                services,
                teams,
                root.entries("authorities").stream().map(this::authority).toList(),
                root.entries("roles").stream().map(this::role).toList(),
                officers(root),
                root.wholeNumber("minimum-coverage").orElse(0));
    }

    private Role role(Entry entry) {
        String contact = entry.textOrEmpty("contact");
        Map<String, Place> accounts = new LinkedHashMap<>();
        for (Entry holder : entry.entries("holders")) {
            holder.scalar("account").ifPresent(account -> {
                Place before = accounts.putIfAbsent(account.written(), account.place());
                if (before != null) {
                    problems.add(account, "an account once for each role; it is on line " + before.line() + " already");
                }
            });
        }
        return new Role(
                entry.textOrEmpty("id"),
                entry.textOrEmpty("name"),
                contact,
                entry.text("email").orElse(MailAddress.isOne(contact) ? contact : null),
                entry.entries("holders").stream()
                        .map(holder -> new Holder(
                                holder.textOrEmpty("name"), holder.textOrEmpty("account"), holder.isTrue("deputy")))
                        .sorted(Comparator.comparing(Holder::deputy))
                        .toList());
    }

    private List<String> officers(Entry root) {
        List<String> roles = root.entries("roles").stream()
                .map(role -> role.textOrEmpty("id"))
                .toList();
        root.list("officers").stream()
                .filter(officer -> !roles.contains(officer.written()))
                .forEach(officer -> problems.unknown(officer, "roles", roles));
        return root.texts("officers");
    }

    private Authority authority(Entry entry) {
        LocalDate from = Dates.date(entry, "valid-from", problems).orElse(null);
        LocalDate to = Dates.date(entry, "valid-to", problems).orElse(null);
        checkOrder(entry, from, to);
        return new Authority(entry.textOrEmpty("id"), entry.textOrEmpty("name"), from, to);
    }

    private Team team(Entry entry, Set<String> services) {
        entry.scalar("service")
                .filter(service -> !services.contains(service.written()))
                .ifPresent(service -> problems.unknown(service, "services", services));
        Map<String, Set<String>> owes = new LinkedHashMap<>();
        entry.fields("owes").forEach((type, datasets) -> owes.put(type, returnTypes.datasets(type, datasets)));
        LocalDate from = Dates.date(entry, "valid-from", problems).orElse(null);
        LocalDate to = Dates.date(entry, "valid-to", problems).orElse(null);
        checkOrder(entry, from, to);
        return new Team(
                entry.textOrEmpty("id"),
                entry.textOrEmpty("name"),
                entry.textOrEmpty("service"),
                entry.texts("aliases"),
                entry.text("email").orElse(null),
                owes,
                from,
                to,
                entry.texts("formerly"),
                entry.place());
    }

    private void checkOrder(Entry entry, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            problems.add(
                    entry.at("valid-to").orElse(entry).place(),
                    to.toString(),
                    "a date on or after valid-from, " + from);
        }
    }

    private void checkIds(List<Entry> entries, String what) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (Entry entry : entries) {
            entry.scalar("id").ifPresent(id -> {
                Place before = places.putIfAbsent(Names.normal(id.written()), id.place());
                if (before != null) {
                    problems.add(
                            id, "an id that no other " + what + " has; it is on line " + before.line() + " already");
                }
            });
        }
    }

    /** A name may pass from one team to another, but on no day belong to both. */
    private void checkNames(List<Entry> entries, List<Team> teams) {
        record Claim(Team team, Place place) {}
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        for (int i = 0; i < teams.size(); i++) {
            Team team = teams.get(i);
            List<Entry> names = new ArrayList<>();
            entries.get(i).scalar("id").ifPresent(names::add);
            entries.get(i).scalar("name").ifPresent(names::add);
            names.addAll(entries.get(i).list("aliases"));
            for (Entry name : names) {
                List<Claim> others = claims.computeIfAbsent(Names.normal(name.written()), key -> new ArrayList<>());
                others.stream()
                        .filter(other -> other.team() != team && overlap(other.team(), team))
                        .findFirst()
                        .ifPresent(other -> problems.add(
                                name,
                                "an id, name or alias that no other team has at the same time; it is on line "
                                        + other.place().line() + " already"));
                others.add(new Claim(team, name.place()));
            }
        }
    }

    private static boolean overlap(Team one, Team other) {
        return begins(one).compareTo(ends(other)) <= 0 && begins(other).compareTo(ends(one)) <= 0;
    }

    private static LocalDate begins(Team team) {
        LocalDate from = team.validFrom();
        return from == null ? LocalDate.MIN : from;
    }

    private static LocalDate ends(Team team) {
        LocalDate to = team.validTo();
        return to == null ? LocalDate.MAX : to;
    }
}
