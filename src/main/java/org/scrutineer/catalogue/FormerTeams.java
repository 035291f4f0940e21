package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.Organisation.Team;

/** Whether the teams that others took the place of ended on the day before: a row is to count in one line only. */
final class FormerTeams {

    private final List<Team> teams;
    private final Problems problems;

    FormerTeams(List<Team> teams, Problems problems) {
        this.teams = teams;
        this.problems = problems;
    }

    /** @param entries the teams' own, in the same order */
    void check(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            for (Entry former : entries.get(i).list("formerly")) {
                check(former, teams.get(i));
            }
        }
    }

    private void check(Entry former, Team successor) {
        Optional<Team> found = teams.stream()
                .filter(team -> team.id().equals(former.written()))
                .findFirst();
        if (found.isEmpty()) {
            problems.unknown(former, "teams", teams.stream().map(Team::id).toList());
            return;
        }
        LocalDate from = successor.validFrom();
        if (from == null) {
            problems.add(
                    former,
                    "a valid-from of " + successor.id()
                            + " too, the day after the last one of the team it took the place" + " of");
        } else if (!from.minusDays(1).equals(found.get().validTo())) {
            problems.add(
                    former,
                    "a team whose valid-to is " + from.minusDays(1) + ", the day before the valid-from of "
                            + successor.id() + "; see "
                            + found.get().place());
        }
    }
}
