package org.scrutineer.publication;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** What the figures were made from. */
final class ProvenanceSheet {

    private ProvenanceSheet() {}

    static Page of(Report report) {
        RunFigures figures = report.figures();
        return new Page(
                "Provenance",
                "Provenance",
                "One table: every file the run took note of, with the SHA-256 of its bytes, by which anyone who holds "
                        + "the file can tell that it is the same.",
                List.of(
                        Page.paragraph("Run: " + figures.runNumber() + ". Software: Scrutineer "
                                + figures.softwareVersion() + "."),
                        Page.paragraph("Catalogue of definitions and targets, SHA-256: "
                                + figures.catalogue().hash()),
                        Page.paragraph(secondOpinion(figures.checking().secondOpinions()))),
                List.of(new Table(
                        "inputs",
                        null,
                        List.of(
                                new Header("Period", 18),
                                new Header("Team", 32),
                                new Header("Return", 26),
                                new Header("File", 46),
                                new Header("Prepared on", 14),
                                new Header("Outcome", 30),
                                new Header("Counts", 9),
                                new Header("SHA-256", 70)),
                        figures.returns().stream()
                                .map(seen -> row(figures, seen))
                                .toList())));
    }

    private static String secondOpinion(Map<String, Integer> figures) {
        if (figures.isEmpty()) {
            return "Second opinion: none, as the catalogue names no headline indicator.";
        }
        int all = figures.values().stream().mapToInt(Integer::intValue).sum();
        return "Second opinion: " + all + (all == 1 ? " figure" : " figures") + " of the headline indicators "
                + String.join(", ", new TreeSet<>(figures.keySet()))
                + " were worked out again, row by row and without a query, with the same result. Had one differed,"
                + " nothing would have been published.";
    }

    private static List<Cell> row(RunFigures figures, SeenReturn seen) {
        var submission = seen.submission();
        return List.of(
                FigureCells.text(submission.period().title()),
                FigureCells.text(figures.teamName(submission.team())),
                FigureCells.text(figures.returnTypeName(submission.returnType())),
                FigureCells.text(submission.fileName()),
                new Cell.Day(submission.preparedOn()),
                FigureCells.text(seen.outcome()),
                FigureCells.text(seen.counts() ? "Yes" : "No"),
                FigureCells.text(submission.fileHash()));
    }
}
