package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.scrutineer.pipeline.ReportedDiscrepancy;
import org.scrutineer.pipeline.ReportedFinding;
import org.scrutineer.workbook.OutputWorkbook.Cell;

/** Findings and questions across returns as CSV, a line each. Text that a spreadsheet would take for a formula has an apostrophe before it. */
final class FindingsCsv {

    /** Those that begin a formula, and their full-width twins, which some spreadsheets take for them. */
    private static final String BEGIN_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private FindingsCsv() {}

    static void print(List<ReportedFinding> findings, List<ReportedDiscrepancy> acrossReturns, PrintWriter out)
            throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader(FindingsRows.names()).get();
        CSVPrinter csv = new CSVPrinter(out, format);
        for (List<Cell> row : FindingsRows.of(findings, acrossReturns).toList()) {
            csv.printRecord(row.stream().map(FindingsCsv::printed).toList());
        }
        csv.flush();
    }

    private static String printed(Cell cell) {
        return cell instanceof Cell.Text text
                ? safe(text.text())
                : cell instanceof Cell.Number number ? number.value().toPlainString() : "";
    }

    static String safe(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return BEGIN_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
