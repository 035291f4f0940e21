package org.scrutineer.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;

/** Knows what rows of published figures may name; a figure of nothing known would stand in no series, without a word. */
final class KnownNames {

    private final Catalogue catalogue;
    private final ReportingPeriod period;

    /** @param period of the return; a team that has ended by then is known all the same */
    KnownNames(Catalogue catalogue, ReportingPeriod period) {
        this.catalogue = catalogue;
        this.period = period;
    }

    /**
     * What is wrong with the name in a cell, if anything.
     *
     * @param name empty where the cell is
     */
    @Nullable
    CellProblem problem(Dataset dataset, String column, String name) {
        if (dataset.purpose() != Dataset.Purpose.PUBLISHED_FIGURES || name.isEmpty()) {
            return null;
        }
        return switch (column) {
            case "indicator" ->
                catalogue.indicatorCode(name).isPresent()
                        ? null
                        : new CellProblem(
                                ReadingRule.CODE_UNKNOWN,
                                "the code of an indicator" + nearest(name, codes()),
                                "Correct the code; the sheet Definitions of a publication lists them.");
            case "organisation" ->
                catalogue.organisation().part(name, period).isPresent()
                        ? null
                        : new CellProblem(
                                ReadingRule.TEAM_UNKNOWN,
                                "the name of the organisation, a service or a team" + nearest(name, parts()),
                                "Correct the name, or ask the data officer to add it to a team's aliases in"
                                        + " organisation.yaml.");
            default -> null;
        };
    }

    private List<String> codes() {
        return catalogue.indicators().stream().map(Indicator::id).distinct().toList();
    }

    private List<String> parts() {
        Organisation organisation = catalogue.organisation();
        return Stream.of(
                        Stream.of(organisation.name()),
                        organisation.services().stream().map(Organisation.Service::name),
                        organisation.teams().stream().map(Organisation.Team::name))
                .flatMap(names -> names)
                .toList();
    }

    private static String nearest(String name, List<String> known) {
        Optional<String> near = Names.nearest(name, known);
        return near.map(found -> ", perhaps " + found).orElse("");
    }
}
