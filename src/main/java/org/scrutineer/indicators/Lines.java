package org.scrutineer.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;

/** Whose line each team's rows stand in, in the figures of a period, worked out once. */
final class Lines {

    private final Map<String, List<Team>> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> teams = new HashMap<>();

    Lines(Organisation organisation, ReportingPeriod period) {
        for (Team team : organisation.teams()) {
            Team line = organisation.line(team, period);
            members.computeIfAbsent(line.id(), first -> new ArrayList<>()).add(team);
            for (String part : List.of(organisation.id(), line.service(), line.id())) {
                teams.computeIfAbsent(part, first -> new LinkedHashSet<>()).add(team.id());
            }
        }
    }

    /** The teams whose rows stand in a team's line, itself usually; none for a team whose rows stand in another's. */
    List<Team> members(String line) {
        return members.getOrDefault(line, List.of());
    }

    /** The ids of the teams whose rows count for the whole, a service or a line. */
    Set<String> teams(String organisation) {
        return teams.getOrDefault(organisation, Set.of());
    }
}
