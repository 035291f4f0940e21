package org.scrutineer.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.trends.Variation;

/** The columns of {@code indicators.csv}. */
final class IndicatorsFields {

    private static final List<String> TIMINGS =
            List.of("month", "snapshot", "quarter", "year-to-date", "rolling-12-months", "rolling-3-months", "year");

    /** All of them, for the levels of an organisation. */
    static List<CsvField> of(Organisation organisation) {
        return List.of(
                new CsvField("period", "yearmonth", "Period", "The month reported on.", Map.of("required", true)),
                text(
                        "organisation",
                        "Organisation",
                        "Code of the organisation, service or team the figure is about.",
                        true),
                text("organisation_name", "Organisation name", "Its name.", true),
                oneOf(
                        "level",
                        "Level",
                        "What it is.",
                        true,
                        Stream.of(Level.values())
                                .map(level -> Part.levelId(level, organisation))
                                .toList()),
                text(
                        "authority",
                        "Authority",
                        "Code of the authority whose part of the organisation the figure is about; NEITHER for rows of "
                                + "another authority or none; empty for all.",
                        false),
                text("indicator", "Indicator", "Code of the indicator.", true),
                text("indicator_name", "Indicator name", "Its name.", true),
                oneOf(
                        "unit",
                        "Unit",
                        "How the value follows from numerator and denominator.",
                        true,
                        List.of("percent", "count", "rate per 10,000", "mean", "days", "money")),
                oneOf("timing", "Timing", "The days the figure is about.", true, TIMINGS),
                number("numerator", "Numerator", "Empty for a middle or highest value, and where it is not available."),
                number("denominator", "Denominator", "Empty for a count or an amount, and where it is not available."),
                number(
                        "value",
                        "Value",
                        "Not rounded, to 10 decimals; a percentage from 0 to 100. Empty where there is none: see status."),
                oneOf(
                        "status",
                        "Status",
                        "Empty: every return it rests on was received. p: provisional, some are missing. x: not "
                                + "available, too few were received. z: not applicable, nothing to calculate from. c: "
                                + "confidential. r: revised.",
                        false,
                        List.of("c", "x", "z", "p", "r")),
                whole("returns_expected", "Returns expected", "How many returns the figure rests on."),
                whole("returns_received", "Returns received", "How many of these were received."),
                number(
                        "target",
                        "Target",
                        "In force in the period, for the indicator's main timing; empty where there is none."),
                number("tolerance", "Tolerance", "Beyond it the figure is Red; empty where there is no target."),
                oneOf(
                        "rag",
                        "RAG",
                        "How the value, rounded half up as printed, stands against its target; empty where it is not "
                                + "rated.",
                        false,
                        List.of("Green", "Amber", "Red")),
                number(
                        "previous",
                        "Previous",
                        "The same figure of the month before; empty where there is none, or where its definition has changed."),
                number("change", "Change", "Value less previous, neither of them rounded; empty where either is."),
                oneOf(
                        "direction",
                        "Direction of travel",
                        "What the course of the figure says, given for the indicator's main timing; empty for the others, "
                                + "and where the figure is hidden. "
                                + "improvement, concern: a special cause for better or worse. special-cause-high, "
                                + "special-cause-low: one of a figure that is better neither way. common-cause: no "
                                + "significant change. not-enough-data: too few points. returns-missing: it has no value, "
                                + "or is a total that is too low, as returns are missing. not-judged: each figure overlaps "
                                + "the one before, its quarter has not ended, it would reach across a change of its "
                                + "definition, or there is nothing to calculate it from.",
                        false,
                        Stream.of(Variation.values()).map(Variation::id).toList()));
    }

    private IndicatorsFields() {}

    private static CsvField text(String name, String title, String description, boolean required) {
        return new CsvField(name, "string", title, description, required ? Map.of("required", true) : Map.of());
    }

    static CsvField oneOf(String name, String title, String description, boolean required, List<String> allowed) {
        var constraints = new LinkedHashMap<String, Object>();
        if (required) {
            constraints.put("required", true);
        }
        constraints.put("enum", allowed);
        return new CsvField(name, "string", title, description, constraints);
    }

    static CsvField number(String name, String title, String description) {
        return new CsvField(name, "number", title, description, Map.of());
    }

    private static CsvField whole(String name, String title, String description) {
        var constraints = new LinkedHashMap<String, Object>();
        constraints.put("required", true);
        constraints.put("minimum", 0);
        return new CsvField(name, "integer", title, description, constraints);
    }
}
