package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code waivers.yaml}. */
final class WaiverReader {

    private final ReturnTypes returnTypes;
    private final Organisation organisation;
    private final Problems problems;

    WaiverReader(ReturnTypes returnTypes, Organisation organisation, Problems problems) {
        this.returnTypes = returnTypes;
        this.organisation = organisation;
        this.problems = problems;
    }

    List<Waiver> read(CatalogueFiles files) {
        var waivers = new ArrayList<Waiver>();
        files.yaml("waivers.yaml", "waivers")
                .ifPresent(root -> root.items().forEach(entry -> waiver(entry).ifPresent(waivers::add)));
        return waivers;
    }

    private Optional<Waiver> waiver(Entry entry) {
        Set<String> rules = new LinkedHashSet<>();
        Set<String> datasets = new LinkedHashSet<>();
        for (ReturnType type : returnTypes.all()) {
            type.rules().forEach(rule -> rules.add(rule.id()));
            for (Dataset dataset : type.datasets()) {
                datasets.add(dataset.id());
                dataset.rules().forEach(rule -> rules.add(rule.id()));
            }
        }
        entry.scalar("rule")
                .filter(rule -> !rules.contains(rule.written()))
                .ifPresent(rule -> problems.unknown(rule, "rules of the return types", rules));
        entry.scalar("dataset")
                .filter(dataset -> !datasets.contains(dataset.written()))
                .ifPresent(dataset -> problems.unknown(dataset, "datasets", datasets));
        List<String> teams =
                organisation.teams().stream().map(Organisation.Team::id).toList();
        entry.scalar("team")
                .filter(team -> !teams.contains(team.written()))
                .ifPresent(team -> problems.unknown(team, "teams", teams));
        Optional<LocalDate> expires = Dates.date(entry, "expires", problems);
        return expires.map(last -> new Waiver(
                entry.textOrEmpty("rule"),
                entry.text("team").orElse(null),
                entry.text("dataset").orElse(null),
                entry.textOrEmpty("reason"),
                entry.textOrEmpty("owner"),
                last,
                entry.place()));
    }
}
