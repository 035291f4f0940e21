package org.scrutineer.validation;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.catalogue.Waiver;

/**
 * All of the catalogue that decides how a return's bytes are read and which of its rows count, as text: two texts that are
 * the same give the same rows. What only words a message, explains or stands on another line is left out, so that mending
 * a sentence does not make what was checked look as if it had been checked by other definitions.
 */
final class ReadingDefinition {

    private ReadingDefinition() {}

    static String of(Catalogue catalogue, ReturnType type) {
        Stream<Object> versions =
                type.templateVersions().stream().map(version -> List.of(version, datasets(type.datasets(version))));
        return Stream.of(
                        Stream.<Object>of(type.id(), type.terms().periodFrom()),
                        versions,
                        Stream.<Object>of(datasets(catalogue.datasetsBeside(type))),
                        type.rules().stream().map(ReadingDefinition::rule),
                        // Rows may name their team, rules may count working days, and waivers let rows count.
                        catalogue.organisation().teams().stream().map(ReadingDefinition::team),
                        named(catalogue, type),
                        Stream.<Object>of(catalogue.calendar().bankHolidays()),
                        catalogue.waivers().stream().map(ReadingDefinition::waiver))
                .flatMap(part -> part)
                .map(Objects::toString)
                .collect(Collectors.joining("\n"));
    }

    private static List<Object> datasets(List<Dataset> datasets) {
        return datasets.stream().<Object>map(ReadingDefinition::dataset).toList();
    }

    private static Object dataset(Dataset dataset) {
        return list(
                dataset.id(),
                dataset.sheets(),
                dataset.key(),
                dataset.kind(),
                dataset.eventDate(),
                dataset.teamColumn(),
                dataset.columns().stream().map(ReadingDefinition::column).toList(),
                dataset.rules().stream().map(ReadingDefinition::rule).toList());
    }

    private static Object column(Column column) {
        Column.Shape shape = column.shape();
        return list(
                column.name(),
                column.headers(),
                column.type(),
                column.required(),
                column.codes(),
                column.blanks(),
                column.min(),
                column.max(),
                shape == null ? null : shape.pattern());
    }

    private static Object rule(RowRule rule) {
        return list(rule.id(), rule.expect().sql(), rule.severity());
    }

    private static Object rule(CrossRule rule) {
        return list(
                rule.id(),
                rule.over(),
                rule.match(),
                rule.on(),
                rule.per(),
                rule.expect().sql(),
                rule.severity());
    }

    /** What rows of published figures may name besides teams. */
    private static Stream<Object> named(Catalogue catalogue, ReturnType type) {
        boolean named =
                type.datasets().stream().anyMatch(dataset -> dataset.purpose() == Dataset.Purpose.PUBLISHED_FIGURES);
        return named
                ? Stream.of(
                        catalogue.indicators().stream()
                                .map(Indicator::id)
                                .distinct()
                                .toList(),
                        catalogue.organisation().services())
                : Stream.of();
    }

    private static Object team(Organisation.Team team) {
        return list(
                team.id(),
                team.name(),
                team.aliases(),
                team.owes().entrySet().stream()
                        .map(owed -> list(owed.getKey(), new TreeSet<>(owed.getValue())))
                        .toList(),
                team.validFrom(),
                team.validTo());
    }

    private static Object waiver(Waiver waiver) {
        return list(waiver.rule(), waiver.team(), waiver.dataset(), waiver.expires());
    }

    private static List<String> list(@Nullable Object... parts) {
        return Stream.of(parts).map(String::valueOf).toList();
    }
}
