package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.Rating;

/** What is printed otherwise than before as data: one line a figure, the same figures as on the sheet Restatements. */
final class RestatementsCsv {

    private static final List<String> STATUSES = List.of("c", "x", "z", "p");

    private RestatementsCsv() {}

    static byte[] of(Report report) {
        Organisation organisation = report.figures().catalogue().organisation();
        Map<String, Indicator> indicators =
                report.indicators().stream().collect(Collectors.toMap(Indicator::id, indicator -> indicator));
        Map<List<String>, Part> parts = new HashMap<>();
        Stream.of(List.of(report.figures().whole()), report.authorities(), report.servicesAndTeams())
                .flatMap(List::stream)
                .forEach(part -> parts.put(List.of(part.organisation(), part.authority()), part));
        return IndicatorsCsv.printed(
                fields(organisation).stream().map(CsvField::name).toList(),
                report.restatements().stream()
                        .map(restatement -> row(
                                organisation,
                                indicators.get(restatement.now().indicator()),
                                parts.get(List.of(
                                        restatement.now().organisation(),
                                        restatement.now().authority())),
                                restatement))
                        .toList());
    }

    private static List<String> row(
            Organisation organisation, @Nullable Indicator indicator, @Nullable Part part, Restatement restatement) {
        if (indicator == null || part == null) {
            throw new IllegalStateException("a restatement of a figure that is not told: " + restatement.now());
        }
        EarlierFigure was = restatement.before();
        EarlierFigure is = restatement.now();
        return List.of(
                is.period().toString(),
                IndicatorsCsv.text(part.organisation()),
                IndicatorsCsv.text(part.name()),
                Part.levelId(part.level(), organisation),
                IndicatorsCsv.text(part.authority()),
                IndicatorsCsv.text(indicator.id()),
                IndicatorsCsv.text(indicator.name()),
                is.timing().id(),
                IndicatorsCsv.number(was.value()),
                IndicatorsCsv.number(is.value()),
                restatement.change(indicator).map(BigDecimal::toPlainString).orElse(""),
                was.status().symbol(),
                is.status().symbol(),
                word(restatement.ratingBefore()),
                word(restatement.ratingNow()),
                String.valueOf(restatement.material()),
                restatement.causes().stream().map(Restatement.Cause::id).collect(Collectors.joining("; ")));
    }

    private static String word(@Nullable Rating rating) {
        return rating == null ? "" : rating.word();
    }

    static List<CsvField> fields(Organisation organisation) {
        List<CsvField> figure = IndicatorsFields.of(organisation).stream()
                .filter(field -> List.of(
                                "period",
                                "organisation",
                                "organisation_name",
                                "level",
                                "authority",
                                "indicator",
                                "indicator_name",
                                "timing")
                        .contains(field.name()))
                .toList();
        List<String> ratings = Stream.of(Rating.values()).map(Rating::word).toList();
        return Stream.concat(
                        figure.stream(),
                        Stream.of(
                                IndicatorsFields.number(
                                        "was", "Was", "The value as it was published; empty where there was none."),
                                IndicatorsFields.number("is", "Is", "The value now; empty where there is none."),
                                IndicatorsFields.number(
                                        "change",
                                        "Change",
                                        "The difference of the two as printed; empty where one is."),
                                IndicatorsFields.oneOf(
                                        "status_was", "Status before", "As in indicators.csv.", false, STATUSES),
                                IndicatorsFields.oneOf("status_is", "Status now", "The same.", false, STATUSES),
                                IndicatorsFields.oneOf(
                                        "rag_was", "RAG before", "Empty where it was not rated.", false, ratings),
                                IndicatorsFields.oneOf(
                                        "rag_is", "RAG now", "Empty where it is not rated.", false, ratings),
                                new CsvField(
                                        "material",
                                        "boolean",
                                        "Material",
                                        "Whether the figure is marked r beside it, by the catalogue's rule.",
                                        Map.of("required", true)),
                                new CsvField(
                                        "causes",
                                        "string",
                                        "Causes",
                                        "Why, separated by semicolons: "
                                                + Stream.of(Restatement.Cause.values())
                                                        .map(cause -> cause.id() + ", " + cause.words())
                                                        .collect(Collectors.joining("; "))
                                                + ".",
                                        Map.of("required", true))))
                .toList();
    }
}
