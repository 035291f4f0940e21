package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who sends returns and who they are reported to: an organisation, its services, their teams, and the authorities that
 * commission it. Every entry holds from a date to a date.
 *
 * @param kind what it is as a whole, as data files name that level beside service and team, e.g. {@code trust}
 * @param officers ids of the roles that look after the returns: they are told when a run fails or something waits for them
 * @param minimumCoverage percent of expected returns below which an indicator has no value, unless it says otherwise
 */
public record Organisation(
        String id,
        String name,
        String kind,
        String contact,
        List<Service> services,
        List<Team> teams,
        List<Authority> authorities,
        List<Role> roles,
        List<String> officers,
        int minimumCoverage) {

    public Organisation {
        services = List.copyOf(services);
        teams = List.copyOf(teams);
        authorities = List.copyOf(authorities);
        roles = List.copyOf(roles);
        officers = List.copyOf(officers);
    }

    /** A part of the organisation that several teams belong to. */
    public record Service(String id, String name) {}

    /**
     * A team.
     *
     * @param aliases other names its returns may bear
     * @param owes for each return type it sends, the datasets it fills
     * @param email where it is told what became of its returns; null where it is not told by mail
     * @param formerly the ids of the teams it took the place of: several where they were merged; a team that several
     *     took the place of was split
     */
    public record Team(
            String id,
            String name,
            String service,
            List<String> aliases,
            @Nullable String email,
            Map<String, Set<String>> owes,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> formerly,
            Place place) {

        public Team {
            aliases = List.copyOf(aliases);
            formerly = List.copyOf(formerly);
            var copy = new LinkedHashMap<String, Set<String>>();
            owes.forEach(
                    (type, datasets) -> copy.put(type, Collections.unmodifiableSet(new LinkedHashSet<>(datasets))));
            owes = Collections.unmodifiableMap(copy);
        }

        public boolean existsOn(LocalDate date) {
            return holds(validFrom, validTo, date);
        }

        /** Whether it exists at the end of one of the months. */
        public boolean existsIn(Months months) {
            return months.all().stream().anyMatch(month -> existsOn(month.lastDay()));
        }

        boolean isCalled(String text) {
            return Names.same(id, text)
                    || Names.same(name, text)
                    || aliases.stream().anyMatch(alias -> Names.same(alias, text));
        }

        public boolean owes(String returnType, String dataset) {
            return owes.getOrDefault(returnType, Set.of()).contains(dataset);
        }
    }

    /** What a figure may be about: the organisation as a whole, or a part of it. */
    public enum Level {
        WHOLE,
        SERVICE,
        TEAM
    }

    /** A council that commissions the organisation; {@code id} is the code that rows carry. */
    public record Authority(
            String id,
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        public boolean existsOn(LocalDate date) {
            return holds(validFrom, validTo, date);
        }
    }

    /**
     * Who answers for indicators, gets publications or approves them: an office.
     *
     * @param name as it is printed and as returns from it are headed, e.g. {@code Head of First Response}
     * @param contact where it is asked for explanations, e.g. a mail address
     * @param email where mail to it goes: its contact, if that is a mail address, unless it has another; null for nowhere
     * @param holders who may act for it, those who deputise last
     */
    public record Role(
            String id,
            String name,
            String contact,
            @Nullable String email,
            List<Holder> holders) {

        public Role {
            holders = List.copyOf(holders);
        }

        /** Who may act for it with this account. */
        public Optional<Holder> holder(String account) {
            return holders.stream()
                    .filter(holder -> holder.account().equals(account))
                    .findFirst();
        }

        boolean isCalled(String text) {
            return Names.same(id, text) || Names.same(name, text);
        }
    }

    /**
     * A person who may act for a role.
     *
     * @param account as the operating system, or the sign-in of the console, calls the person
     */
    public record Holder(String name, String account, boolean deputy) {}

    /** The teams there are at the end of a period, in the catalogue's order. */
    public List<Team> teams(ReportingPeriod period) {
        return teams.stream().filter(team -> team.existsOn(period.lastDay())).toList();
    }

    /** The authorities there are at the end of a period, in the catalogue's order. */
    public List<Authority> authorities(ReportingPeriod period) {
        return authorities.stream()
                .filter(authority -> authority.existsOn(period.lastDay()))
                .toList();
    }

    /** The authorities there are at the end of one of the months, in the catalogue's order. */
    public List<Authority> authorities(Months months) {
        return authorities.stream()
                .filter(authority -> months.all().stream().anyMatch(month -> authority.existsOn(month.lastDay())))
                .toList();
    }

    /**
     * The team whose line a team's rows stand in, in the figures of a period: its own, or that of the team that has taken
     * its place by then. A team that was split keeps its own: nobody knows which of its rows would have been whose.
     */
    public Team line(Team team, ReportingPeriod period) {
        List<Team> successors = teams.stream()
                .filter(other -> other.formerly().contains(team.id()))
                .toList();
        return successors.size() == 1 && hasBegun(successors.get(0), period) ? line(successors.get(0), period) : team;
    }

    private static boolean hasBegun(Team team, ReportingPeriod period) {
        LocalDate from = team.validFrom();
        return from == null || !from.isAfter(period.lastDay());
    }

    /** The team known by this id, name or alias, without regard to case and blanks around it. */
    public Optional<Team> team(String text) {
        return teams.stream().filter(team -> team.isCalled(text)).findFirst();
    }

    /** The same among the teams there are at the end of a period, as a name may pass from one team to another. */
    public Optional<Team> team(String text, ReportingPeriod period) {
        return teams(period).stream().filter(team -> team.isCalled(text)).findFirst();
    }

    /** The role known by this id or name, without regard to case and blanks around it. */
    public Optional<Role> role(String text) {
        return roles.stream().filter(role -> role.isCalled(text)).findFirst();
    }

    /** Whether a text names the organisation as a whole. */
    public boolean isCalled(String text) {
        return Names.same(id, text) || Names.same(name, text);
    }

    /**
     * The id of what a text names in a period: the organisation, a service, or a team, which may go by another name or
     * have ended since.
     */
    public Optional<String> part(String text, ReportingPeriod period) {
        if (isCalled(text)) {
            return Optional.of(id);
        }
        return services.stream()
                .filter(service -> Names.same(service.id(), text) || Names.same(service.name(), text))
                .map(Service::id)
                .findFirst()
                .or(() -> team(text, period).or(() -> team(text)).map(Team::id));
    }

    /** What whoever sent a return is called: a team, a role or the organisation; the id where it is none of them. */
    public String senderName(String sender) {
        if (sender.equals(id)) {
            return name;
        }
        Stream<String> team =
                teams.stream().filter(one -> one.id().equals(sender)).map(Team::name);
        Stream<String> role =
                roles.stream().filter(one -> one.id().equals(sender)).map(Role::name);
        return Stream.concat(team, role).findFirst().orElse(sender);
    }

    private static boolean holds(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
