package org.scrutineer.publication;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What files of data hold, for programs: a Frictionless data package. It names no date of its making. */
final class DataPackage {

    private DataPackage() {}

    private static final String INDICATORS =
            "One line a figure. Text that a spreadsheet might take for a formula has an" + " apostrophe before it.";

    private static final String RESTATEMENTS =
            "One line a figure that is not what was published of it before. Text that a"
                    + " spreadsheet might take for a formula has an apostrophe before it.";

    /** By which a figure is told from all others. */
    private static final List<String> FIGURE = List.of("period", "organisation", "authority", "indicator", "timing");

    private static final String SEGMENTS =
            "One line a file of accepted rows that the figures are made from. Of a snapshot"
                    + " dataset only the files of the period itself count.";

    /** @param indicators the bytes of {@code indicators.csv} */
    static byte[] of(Report report, byte[] indicators) {
        ObjectNode json = described(report);
        addIndicators(json.putArray("resources"), report, indicators);
        return JsonText.bytes(json);
    }

    /** @param restatements the bytes of {@code restatements.csv}, which stands beside them */
    static byte[] withRestatements(Report report, byte[] indicators, byte[] restatements) {
        ObjectNode json = described(report);
        ArrayNode resources = json.putArray("resources");
        addIndicators(resources, report, indicators);
        add(
                resources,
                "restatements",
                "Restatements",
                RESTATEMENTS,
                restatements,
                RestatementsCsv.fields(report.figures().catalogue().organisation()),
                FIGURE);
        return JsonText.bytes(json);
    }

    /** @param segments the bytes of {@code segments.csv} */
    static byte[] of(Report report, byte[] indicators, byte[] segments) {
        ObjectNode json = described(report);
        ArrayNode resources = json.putArray("resources");
        addIndicators(resources, report, indicators);
        add(resources, "segments", "Segments", SEGMENTS, segments, SegmentsCsv.FIELDS, List.of("file"));
        return JsonText.bytes(json);
    }

    private static ObjectNode described(Report report) {
        RunFigures figures = report.figures();
        var organisation = figures.catalogue().organisation();
        ObjectNode json = JsonText.object();
        json.put("profile", "tabular-data-package");
        json.put(
                "name",
                "performance-" + figures.period() + "-" + report.audience().id());
        json.put("title", report.audience().title() + ", " + figures.period().title());
        json.put("version", "run-" + figures.runNumber());
        json.put(
                "description",
                "Indicators of " + organisation.name() + " for "
                        + figures.period().title() + ". "
                        + figures.dataAsAt()
                                .map(date -> "Data as at " + date + ". ")
                                .orElse("No return counts yet. ")
                        + "Returns received: " + figures.received() + " of "
                        + figures.expectedReturns().size() + " expected. Status: "
                        + report.audience().status() + ".");
        ObjectNode licence = json.putArray("licenses").addObject();
        licence.put("name", "other-closed");
        licence.put(
                "title",
                report.audience().disclosure() == null
                        ? "For the use of: " + report.audience().name()
                                + ". Not for publication unless its owner agrees."
                        : "For publication by " + organisation.name() + "; small numbers are hidden.");
        ObjectNode source = json.putArray("sources").addObject();
        source.put("title", "Returns of the teams of " + organisation.name() + ", named in manifest.json");
        ObjectNode contributor = json.putArray("contributors").addObject();
        contributor.put("title", organisation.name());
        contributor.put("role", "publisher");
        return json;
    }

    private static void addIndicators(ArrayNode resources, Report report, byte[] csv) {
        add(
                resources,
                "indicators",
                "Indicators",
                INDICATORS,
                csv,
                IndicatorsFields.of(report.figures().catalogue().organisation()),
                FIGURE);
    }

    private static void add(
            ArrayNode resources,
            String name,
            String title,
            String description,
            byte[] csv,
            List<CsvField> columns,
            List<String> primaryKey) {
        ObjectNode json = resources.addObject();
        json.put("profile", "tabular-data-resource");
        json.put("name", name);
        json.put("path", name + ".csv");
        json.put("title", title);
        json.put("description", description);
        json.put("format", "csv");
        json.put("mediatype", "text/csv");
        json.put("encoding", "utf-8");
        json.put("bytes", csv.length);
        json.put("hash", "sha256:" + DigestUtils.sha256Hex(csv));
        ObjectNode dialect = json.putObject("dialect");
        dialect.put("csvddfVersion", 1.2);
        dialect.put("delimiter", ",");
        dialect.put("lineTerminator", IndicatorsCsv.LINE_END);
        dialect.put("quoteChar", "\"");
        dialect.put("doubleQuote", true);
        dialect.put("header", true);
        ObjectNode schema = json.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (CsvField field : columns) {
            ObjectNode one = fields.addObject();
            one.put("name", field.name());
            one.put("type", field.type());
            one.put("title", field.title());
            one.put("description", field.description());
            if (!field.constraints().isEmpty()) {
                ObjectNode constraints = one.putObject("constraints");
                field.constraints().forEach((kind, value) -> constraints.set(kind, JsonText.value(value)));
            }
        }
        schema.putArray("missingValues").add("");
        ArrayNode key = schema.putArray("primaryKey");
        primaryKey.forEach(key::add);
    }
}
