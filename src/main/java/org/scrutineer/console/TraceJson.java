package org.scrutineer.console;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.ContributingRow;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.pipeline.Run;
import org.scrutineer.trace.CellTrace;
import org.scrutineer.trace.FigureTrace;
import org.scrutineer.trace.FigureTracer;
import org.scrutineer.trace.TracedRow;

/** The JSON that {@code trace} prints; its names are a contract with whoever reads it. Numbers are texts, and exact. */
final class TraceJson {

    private TraceJson() {}

    static String figure(FigureTrace trace) {
        IndicatorValue value = trace.value();
        return Json.text(Json.object(
                "figure",
                Json.object(
                        "run", trace.run().number(),
                        "period", trace.run().period().toString(),
                        "indicator", value.indicator(),
                        "organisation", value.organisation(),
                        "authority", value.authority(),
                        "title", trace.title(),
                        "timing", value.timing().id(),
                        "from", trace.window().start().toString(),
                        "to", trace.window().end().toString(),
                        "numerator", plain(value.numerator()),
                        "denominator", plain(value.denominator()),
                        "value", plain(value.value()),
                        "status", value.status().symbol(),
                        "definition", definition(trace.definition()),
                        "catalogue_in_force", !trace.otherCatalogue()),
                "sums",
                Json.object(
                        "numerator", plain(trace.totals().numerator()),
                        "denominator", plain(trace.totals().denominator()),
                        "picked", plain(trace.totals().picked()),
                        "agreement", trace.agreement().name().toLowerCase(Locale.ROOT)),
                "rows",
                trace.rows().stream().map(TraceJson::row).toList(),
                "deleted",
                trace.deleted().stream()
                        .map(gone -> Json.object(
                                "file", gone.fileName(),
                                "on", gone.on().toString(),
                                "rule", gone.rule(),
                                "terms", gone.terms()))
                        .toList()));
    }

    static String checked(Run run, List<FigureTracer.Checked> checked) {
        return Json.text(Json.object(
                "run", run.number(),
                "period", run.period().toString(),
                "figures",
                        checked.stream()
                                .map(one -> Json.object(
                                        "indicator", one.value().indicator(),
                                        "organisation", one.value().organisation(),
                                        "authority", one.value().authority(),
                                        "timing", one.value().timing().id(),
                                        "numerator", plain(one.value().numerator()),
                                        "denominator", plain(one.value().denominator()),
                                        "value", plain(one.value().value()),
                                        "sums",
                                                Json.object(
                                                        "numerator",
                                                                plain(one.totals()
                                                                        .numerator()),
                                                        "denominator",
                                                                plain(one.totals()
                                                                        .denominator()),
                                                        "picked",
                                                                plain(one.totals()
                                                                        .picked()),
                                                        "agreement",
                                                                one.agreement()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT))))
                                .toList()));
    }

    private static Map<String, @Nullable Object> definition(Indicator indicator) {
        Indicator.Per per = indicator.per();
        return Json.object(
                "name", indicator.name(),
                "definition", indicator.definition(),
                "source", indicator.source(),
                "valid_from", indicator.validFrom().toString(),
                "valid_to",
                        indicator.validTo() == null ? null : indicator.validTo().toString(),
                "unit", indicator.unit().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "from", indicator.from(),
                "denominator", sql(indicator.denominator()),
                "numerator", sql(indicator.numerator()),
                "function", indicator.aggregate().function().name().toLowerCase(Locale.ROOT),
                "of", sql(indicator.aggregate().value()),
                "per",
                        per == null
                                ? null
                                : Json.object(
                                        "from", per.from(),
                                        "where", sql(per.where()),
                                        "function",
                                                per.aggregate()
                                                        .function()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT),
                                        "of", sql(per.aggregate().value())));
    }

    private static @Nullable String sql(@Nullable Expression expression) {
        return expression == null ? null : expression.sql().strip();
    }

    private static Map<String, @Nullable Object> row(TracedRow traced) {
        ContributingRow row = traced.row();
        TracedRow.Origin first =
                traced.origins().isEmpty() ? null : traced.origins().get(0);
        return Json.object(
                "role",
                TraceText.role(row.role()),
                "why",
                traced.why().isEmpty() ? null : traced.why(),
                "of",
                row.source(),
                "team",
                row.team(),
                "to_numerator",
                plain(row.toNumerator()),
                "to_denominator",
                plain(row.toDenominator()),
                "value",
                plain(row.value()),
                "file",
                first == null ? null : first.submission().fileName(),
                "sha256",
                first == null ? null : first.submission().fileHash(),
                "sheet",
                first == null ? null : first.sheet(),
                "row",
                first == null ? null : first.row(),
                "cell",
                first == null ? null : first.cell(),
                "cells",
                first == null ? List.of() : cells(first),
                "also",
                traced.origins().stream().skip(1).map(TraceJson::origin).toList());
    }

    private static Map<String, @Nullable Object> origin(TracedRow.Origin origin) {
        return Json.object(
                "file", origin.submission().fileName(),
                "sha256", origin.submission().fileHash(),
                "sheet", origin.sheet(),
                "row", origin.row(),
                "cell", origin.cell(),
                "cells", cells(origin));
    }

    private static List<Map<String, @Nullable Object>> cells(TracedRow.Origin origin) {
        return origin.cells().stream().map(TraceJson::cell).toList();
    }

    private static Map<String, @Nullable Object> cell(CellAsRead cell) {
        Amendment amendment = cell.amendment();
        return Json.object(
                "cell", cell.cell(),
                "column", cell.column().name(),
                "header", cell.header(),
                "raw", cell.raw(),
                "value", cell.value(),
                "how", cell.how(),
                "amendment",
                        amendment == null
                                ? null
                                : Json.object(
                                        "old", amendment.old(),
                                        "asked_by", amendment.askedBy(),
                                        "approved_by", amendment.approvedBy(),
                                        "reason", amendment.reason()));
    }

    static String cell(CellTrace trace) {
        CellAsRead read = trace.read();
        return Json.text(Json.object(
                "file", trace.file(),
                "sha256", trace.fileHash(),
                "sheet", trace.sheet(),
                "cell", trace.cell(),
                "read", read == null ? null : cell(read),
                "figures",
                        trace.feeds().stream()
                                .map(feed -> Json.object(
                                        "run", feed.run().number(),
                                        "period", feed.run().period().toString(),
                                        "indicator", feed.indicator().id(),
                                        "timing", feed.timing().id(),
                                        "organisation", feed.organisation(),
                                        "authority", feed.authority(),
                                        "role", TraceText.role(feed.role())))
                                .toList(),
                "why", trace.why()));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
