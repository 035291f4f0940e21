package org.scrutineer.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.FollowedRows;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.Window;

/**
 * Whose rows count for whom.
 *
 * @param trust what all rows count for
 * @param teams by id
 * @param authorities those that figures are given for; rows of another are {@link IndicatorValue#NEITHER}
 */
record Units(String trust, Map<String, Unit> teams, Set<String> authorities) {

    /** The tables that {@link #prepare} makes, for rows to be joined with. */
    static final String UNIT = "_unit";

    static final String AUTHORITY = "_known_authority";

    /**
     * Where a team's rows count beside the whole.
     *
     * @param line the team whose line they stand in, usually itself; the trust where they count for no team
     * @param service the same
     */
    record Unit(String line, String service) {}

    /** Those of a figure of a period. Rows of no team count for the whole: they are of a service that is in no list. */
    static Units of(Organisation organisation, ReportingPeriod period, Window window) {
        return of(organisation, period, authorities(organisation, window));
    }

    static Units of(Organisation organisation, ReportingPeriod period, Set<String> authorities) {
        Map<String, Unit> teams = new LinkedHashMap<>();
        organisation.teams().forEach(team -> {
            Team line = organisation.line(team, period);
            teams.put(team.id(), new Unit(line.id(), line.service()));
        });
        teams.put(organisation.id(), new Unit(organisation.id(), organisation.id()));
        return new Units(organisation.id(), teams, authorities);
    }

    /** The authorities that a figure of these days is given for: those there were in one of its months. */
    static Set<String> authorities(Organisation organisation, Window window) {
        var months = new Months(ReportingPeriod.containing(window.start()), ReportingPeriod.containing(window.end()));
        return organisation.authorities(months).stream().map(Authority::id).collect(Collectors.toSet());
    }

    void prepare(RecordSet records) {
        records.table(
                UNIT,
                List.of("_team", "_line", "_service"),
                teams.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey(),
                                entry.getValue().line(),
                                entry.getValue().service()))
                        .toList());
        records.table(
                AUTHORITY, List.of("_code"), authorities.stream().map(List::of).toList());
    }

    /**
     * The places whose figures a row belongs to; none for a row of no team, or of one the catalogue does not know.
     *
     * @param byAuthority whether rows say their authority, be it none
     */
    List<Place> places(@Nullable String team, @Nullable String authority, boolean byAuthority) {
        Unit unit = team == null ? null : teams.get(team);
        if (unit == null) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        places.add(new Place(trust, IndicatorValue.ALL));
        if (byAuthority) {
            places.add(new Place(
                    trust, authority != null && authorities.contains(authority) ? authority : IndicatorValue.NEITHER));
        }
        if (!unit.service().equals(trust)) {
            places.add(new Place(unit.service(), IndicatorValue.ALL));
            places.add(new Place(unit.line(), IndicatorValue.ALL));
        }
        return places;
    }

    /**
     * The condition on rows that they belong to the figures of a place, see {@link #places}.
     *
     * @param byAuthority whether rows say their authority, be it none
     */
    String isOf(Place place, boolean byAuthority) {
        boolean all = place.authority().equals(IndicatorValue.ALL);
        if (!all && !(byAuthority && place.organisation().equals(trust))) {
            return "false";
        }
        String ofTeam = FollowedRows.isOneOf(
                "team",
                teams.keySet().stream()
                        .filter(team ->
                                places(team, null, false).contains(new Place(place.organisation(), IndicatorValue.ALL)))
                        .toList());
        if (all) {
            return ofTeam;
        }
        return ofTeam + " and "
                + (place.authority().equals(IndicatorValue.NEITHER)
                        ? "not coalesce(" + FollowedRows.isOneOf("authority", authorities) + ", false)"
                        : authorities.contains(place.authority())
                                ? FollowedRows.isOneOf("authority", List.of(place.authority()))
                                : "false");
    }
}
