package org.scrutineer.publication;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.catalogue.Organisation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code indicators.csv} holds, for programs: a Frictionless data package. It names no date of its making. */
final class DataPackage {

    private DataPackage() {}

    /** @param csv the bytes it describes */
    static byte[] of(Report report, byte[] csv) {
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
        resource(json.putArray("resources").addObject(), csv, organisation);
        return JsonText.bytes(json);
    }

    private static void resource(ObjectNode json, byte[] csv, Organisation organisation) {
        json.put("profile", "tabular-data-resource");
        json.put("name", "indicators");
        json.put("path", "indicators.csv");
        json.put("title", "Indicators");
        json.put(
                "description",
                "One line a figure. Text that a spreadsheet might take for a formula has an apostrophe before it.");
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
        for (IndicatorsField field : IndicatorsField.of(organisation)) {
            ObjectNode one = fields.addObject();
            one.put("name", field.name());
            one.put("type", field.type());
            one.put("title", field.title());
            one.put("description", field.description());
            if (!field.constraints().isEmpty()) {
                ObjectNode constraints = one.putObject("constraints");
                field.constraints().forEach((name, value) -> constraints.set(name, JsonText.value(value)));
            }
        }
        schema.putArray("missingValues").add("");
        ArrayNode key = schema.putArray("primaryKey");
        List.of("period", "organisation", "authority", "indicator", "timing").forEach(key::add);
    }
}
