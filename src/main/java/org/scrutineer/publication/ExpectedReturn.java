package org.scrutineer.publication;

import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.intake.RowCount;

/**
 * A return that a team owes for the period.
 *
 * @param seen every attempt at it, oldest first; empty where nothing arrived
 */
record ExpectedReturn(Team team, ReturnType type, List<SeenReturn> seen) {

    ExpectedReturn {
        seen = List.copyOf(seen);
    }

    /** The attempt that counts. */
    Optional<SeenReturn> counted() {
        return seen.stream().filter(SeenReturn::counts).findFirst();
    }

    /** Names of the datasets it owes that the attempt that counts has no accepted row of, though it should. */
    List<String> lacking() {
        return counted()
                .map(counted -> type.datasets().stream()
                        .filter(dataset -> team.owes(type.id(), dataset.id()))
                        .filter(dataset -> !isReceived(dataset, counted))
                        .map(Dataset::name)
                        .toList())
                .orElse(List.of());
    }

    private static boolean isReceived(Dataset dataset, SeenReturn counted) {
        return counted.submission().nothingToReport().contains(dataset.id())
                || counted.rows().stream()
                        .filter(count -> count.dataset().equals(dataset.id()))
                        .anyMatch(RowCount::isReceived);
    }
}
