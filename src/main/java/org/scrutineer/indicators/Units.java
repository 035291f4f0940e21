package org.scrutineer.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordSet;

/**
 * Whose rows count for whom.
 *
 * @param trust what all rows count for
 * @param services by team; the trust where its rows count for no service
 * @param authorities those that figures are given for; rows of another are {@link IndicatorValue#NEITHER}
 */
record Units(String trust, Map<String, String> services, Set<String> authorities) {

    /** The tables that {@link #prepare} makes, for rows to be joined with. */
    static final String UNIT = "_unit";

    static final String AUTHORITY = "_known_authority";

    /** Those of a period. Rows of no team count for the whole: they are of a service that is in no list. */
    static Units of(Organisation organisation, ReportingPeriod period) {
        Map<String, String> services = new LinkedHashMap<>();
        organisation.teams().forEach(team -> services.put(team.id(), team.service()));
        services.put(organisation.id(), organisation.id());
        return new Units(
                organisation.id(),
                services,
                organisation.authorities(period).stream().map(Authority::id).collect(Collectors.toSet()));
    }

    void prepare(RecordSet records) {
        records.table(
                UNIT,
                List.of("_team", "_service"),
                services.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
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
        String service = team == null ? null : services.get(team);
        if (team == null || service == null) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        places.add(new Place(trust, IndicatorValue.ALL));
        if (byAuthority) {
            boolean known = authority != null && authorities.contains(authority);
            places.add(new Place(trust, known ? authority : IndicatorValue.NEITHER));
        }
        if (!service.equals(trust)) {
            places.add(new Place(service, IndicatorValue.ALL));
            places.add(new Place(team, IndicatorValue.ALL));
        }
        return places;
    }
}
