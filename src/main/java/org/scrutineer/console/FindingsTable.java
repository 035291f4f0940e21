package org.scrutineer.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.Finding;
import org.scrutineer.pipeline.ReportedDiscrepancy;
import org.scrutineer.pipeline.ReportedFinding;
import org.scrutineer.reconciliation.Discrepancy;

/**
 * Findings for a terminal: a table a return, and one a period of what only shows across returns; as wide as a page of
 * print whatever the terminal, so that it can be kept.
 */
final class FindingsTable {

    private static final List<Integer> WIDTHS = List.of(8, 26, 22, 44, 12);

    private FindingsTable() {}

    static void print(List<ReportedFinding> findings, List<ReportedDiscrepancy> acrossReturns, PrintWriter out) {
        if (findings.isEmpty() && acrossReturns.isEmpty()) {
            out.println("There are no such findings.");
        }
        printFindings(findings, out);
        if (!findings.isEmpty() && !acrossReturns.isEmpty()) {
            out.println();
        }
        printAcrossReturns(acrossReturns, out);
    }

    private static void printFindings(List<ReportedFinding> findings, PrintWriter out) {
        ReportedFinding before = null;
        for (ReportedFinding reported : findings) {
            if (!isOfSameReturn(before, reported)) {
                if (before != null) {
                    out.println();
                }
                out.println(heading(reported));
                if (reported.answer() != null) {
                    out.println("  " + reported.answer());
                }
                printRow(List.of("Severity", "Sheet and cell", "Found", "Expected, and what to do", "Before"), out);
            }
            printRow(row(reported), out);
            before = reported;
        }
    }

    private static void printAcrossReturns(List<ReportedDiscrepancy> acrossReturns, PrintWriter out) {
        ReportedDiscrepancy before = null;
        for (ReportedDiscrepancy reported : acrossReturns) {
            if (before == null || !before.period().equals(reported.period())) {
                if (before != null) {
                    out.println();
                }
                out.println(reported.period().title() + ", across returns (run " + reported.run() + ")");
                printRow(
                        List.of("Severity", "File, sheet and cell", "Found", "Expected, and what to do", "Teams"), out);
            }
            Discrepancy discrepancy = reported.discrepancy();
            printRow(
                    List.of(
                            discrepancy.severity().name().toLowerCase(Locale.ROOT),
                            discrepancy.where(),
                            "\"" + discrepancy.found() + "\"",
                            "Expected " + discrepancy.expected() + ". " + discrepancy.remedy(),
                            String.join(", ", reported.teams())),
                    out);
            before = reported;
        }
    }

    private static void printRow(List<String> values, PrintWriter out) {
        List<List<String>> cells = IntStream.range(0, WIDTHS.size())
                .mapToObj(column -> lines(values.get(column), WIDTHS.get(column)))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            var printed = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                String text =
                        line < cells.get(column).size() ? cells.get(column).get(line) : "";
                printed.append("  ").append(text).append(" ".repeat(WIDTHS.get(column) - text.length()));
            }
            out.println(printed.toString().stripTrailing());
        }
    }

    /** A line break or tab in a cell of a return would break the table. */
    private static List<String> lines(String text, int width) {
        return WordUtils.wrap(text.replaceAll("\\s+", " "), width, "\n", true)
                .lines()
                .toList();
    }

    private static boolean isOfSameReturn(@Nullable ReportedFinding one, ReportedFinding other) {
        return one != null && one.finding().file().equals(other.finding().file());
    }

    private static String heading(ReportedFinding reported) {
        String file = reported.finding().file();
        return reported.period() == null
                ? file + ", which cannot be told for a return"
                : reported.period().title() + ", " + reported.team() + ", " + reported.returnType() + ": " + file + " ("
                        + reported.state().replace('-', ' ') + ")";
    }

    private static List<String> row(ReportedFinding reported) {
        Finding finding = reported.finding();
        return List.of(
                finding.severity().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(finding.sheet(), "whole file")
                        + (finding.cell() == null ? "" : ", cell " + finding.cell()),
                finding.found() == null ? "" : "\"" + finding.found() + "\"",
                "Expected " + finding.expected() + ". " + finding.remedy(),
                reported.history() == null ? "" : reported.history().words());
    }
}
