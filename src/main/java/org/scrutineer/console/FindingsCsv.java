package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.Finding;
import org.scrutineer.pipeline.ReportedDiscrepancy;
import org.scrutineer.pipeline.ReportedFinding;
import org.scrutineer.reconciliation.Discrepancy;

/** Findings and questions across returns as CSV, a line each. Text that a spreadsheet would take for a formula has an apostrophe before it. */
final class FindingsCsv {

    /** Those that begin a formula, and their full-width twins, which some spreadsheets take for them. */
    private static final String BEGIN_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final String[] HEADER = {
        "kind",
        "period",
        "team",
        "return_type",
        "file",
        "verdict",
        "severity",
        "rule",
        "sheet",
        "cell",
        "found",
        "expected",
        "remedy",
        "also",
        "waiver",
        "months",
        "since_last_attempt"
    };

    private FindingsCsv() {}

    static void print(List<ReportedFinding> findings, List<ReportedDiscrepancy> acrossReturns, PrintWriter out)
            throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
        CSVPrinter csv = new CSVPrinter(out, format);
        for (ReportedFinding reported : findings) {
            Finding finding = reported.finding();
            csv.printRecord(
                    reported.kind(),
                    reported.period() == null ? "" : reported.period().toString(),
                    safe(reported.team()),
                    safe(reported.returnType()),
                    safe(finding.file()),
                    reported.state(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    safe(finding.rule()),
                    safe(finding.sheet()),
                    safe(finding.cell()),
                    safe(finding.found()),
                    safe(finding.expected()),
                    safe(finding.remedy()),
                    safe(finding.also().stream()
                            .map(place -> place.sheet() + "!" + place.cell())
                            .collect(Collectors.joining(", "))),
                    safe(finding.waiver()),
                    reported.months(),
                    reported.history() == null || reported.history().since() == null
                            ? ""
                            : reported.history().since().words());
        }
        for (ReportedDiscrepancy reported : acrossReturns) {
            Discrepancy discrepancy = reported.discrepancy();
            Discrepancy.@Nullable Place first =
                    discrepancy.places().isEmpty() ? null : discrepancy.places().get(0);
            csv.printRecord(
                    ReportedDiscrepancy.KIND,
                    reported.period().toString(),
                    safe(String.join(", ", reported.teams())),
                    "",
                    safe(first == null ? null : first.file()),
                    "",
                    discrepancy.severity().name().toLowerCase(Locale.ROOT),
                    safe(discrepancy.rule()),
                    safe(first == null ? null : first.sheet()),
                    safe(first == null ? null : first.cell()),
                    safe(discrepancy.found()),
                    safe(discrepancy.expected()),
                    safe(discrepancy.remedy()),
                    safe(discrepancy.places().stream()
                            .skip(1)
                            .map(Discrepancy.Place::words)
                            .collect(Collectors.joining("; "))),
                    "",
                    "",
                    "");
        }
        csv.flush();
    }

    static String safe(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return BEGIN_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
