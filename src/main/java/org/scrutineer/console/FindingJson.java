package org.scrutineer.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.RowCount;
import org.scrutineer.pipeline.ReportedDiscrepancy;
import org.scrutineer.pipeline.ReportedFinding;
import org.scrutineer.reconciliation.Discrepancy;

/** Findings, and counts of what was read, as commands print them. */
final class FindingJson {

    private FindingJson() {}

    static String checked(List<CheckCommand.Checked> files) {
        return Json.text(files.stream()
                .map(entry -> Json.object(
                        "file", entry.file().toString(),
                        "verdict", entry.verdict().id(),
                        "reason", entry.reason(),
                        "datasets",
                                entry.rows().stream()
                                        .map(count ->
                                                dataset(count, entry.cells().get(count.dataset())))
                                        .toList(),
                        "findings",
                                entry.findings().stream()
                                        .map(FindingJson::finding)
                                        .toList()))
                .toList());
    }

    static String findings(List<ReportedFinding> findings, List<ReportedDiscrepancy> acrossReturns) {
        return Json.text(Stream.concat(
                        findings.stream().map(FindingJson::reported),
                        acrossReturns.stream().map(FindingJson::reported))
                .toList());
    }

    private static Map<String, @Nullable Object> reported(ReportedFinding reported) {
        Map<String, @Nullable Object> object = Json.object(
                "kind", reported.kind(),
                "period", reported.period() == null ? null : reported.period().toString(),
                "team", reported.team(),
                "return_type", reported.returnType(),
                "verdict", reported.state());
        object.putAll(finding(reported.finding()));
        object.put("months", reported.months());
        object.put(
                "since_last_attempt",
                reported.history() == null || reported.history().since() == null
                        ? null
                        : reported.history().since().words());
        return object;
    }

    /** It has the names of a finding of a return; its further cells may stand in other files, so these are named. */
    private static Map<String, @Nullable Object> reported(ReportedDiscrepancy reported) {
        Discrepancy discrepancy = reported.discrepancy();
        Discrepancy.@Nullable Place first =
                discrepancy.places().isEmpty() ? null : discrepancy.places().get(0);
        return Json.object(
                "kind",
                ReportedDiscrepancy.KIND,
                "period",
                reported.period().toString(),
                "team",
                String.join(", ", reported.teams()),
                "return_type",
                null,
                "verdict",
                null,
                "rule",
                discrepancy.rule(),
                "severity",
                discrepancy.severity().name().toLowerCase(Locale.ROOT),
                "file",
                first == null ? null : first.file(),
                "sheet",
                first == null ? null : first.sheet(),
                "cell",
                first == null ? null : first.cell(),
                "found",
                discrepancy.found(),
                "expected",
                discrepancy.expected(),
                "remedy",
                discrepancy.remedy(),
                "also",
                discrepancy.places().stream()
                        .skip(1)
                        .map(place -> Json.object("file", place.file(), "sheet", place.sheet(), "cell", place.cell()))
                        .toList(),
                "waiver",
                null,
                "months",
                null,
                "since_last_attempt",
                null);
    }

    private static Map<String, @Nullable Object> dataset(RowCount rows, @Nullable CellCount cells) {
        return Json.object(
                "dataset",
                rows.dataset(),
                "rows",
                Json.object(
                        "read", rows.read(),
                        "accepted", rows.accepted(),
                        "refused", rows.refused(),
                        "blank", rows.blank()),
                "cells",
                cells == null ? null : cells(cells));
    }

    static Map<String, @Nullable Object> cells(CellCount count) {
        return Json.object(
                "filled", count.cells(),
                "used", count.used(),
                "not-asked-for", count.notAskedFor(),
                "unreadable", count.unreadable());
    }

    static Map<String, @Nullable Object> finding(Finding finding) {
        return Json.object(
                "rule", finding.rule(),
                "severity", finding.severity().name().toLowerCase(Locale.ROOT),
                "file", finding.file(),
                "sheet", finding.sheet(),
                "cell", finding.cell(),
                "found", finding.found(),
                "expected", finding.expected(),
                "remedy", finding.remedy(),
                "also",
                        finding.also().stream()
                                .map(place -> Json.object("sheet", place.sheet(), "cell", place.cell()))
                                .toList(),
                "waiver", finding.waiver());
    }
}
