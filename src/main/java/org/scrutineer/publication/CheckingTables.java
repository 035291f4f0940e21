package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/**
 * What checking did to the figures: rows kept out, waivers, amendments, and questions across returns; each only where
 * there is something to tell. Nothing that was typed into rows is printed, as it may name a child.
 */
final class CheckingTables {

    private final Report report;
    private final RunFigures figures;

    CheckingTables(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    List<Table> tables() {
        var tables = new ArrayList<Table>();
        add(
                tables,
                "rows_kept_out",
                "Rows kept out of figures, by indicator",
                List.of(
                        new Header("Indicator", 32),
                        new Header("What it measures", 26),
                        new Header("Rows kept out", 14),
                        new Header("Returns they are of", 14)),
                keptOut());
        add(
                tables,
                "waivers",
                "Rules that were waived",
                List.of(
                        new Header("Team", 32),
                        new Header("Return", 26),
                        new Header("Findings waived", 14),
                        new Header("What was found", 34),
                        new Header("Waiver", 34)),
                waived());
        add(
                tables,
                "amendments",
                "Cells amended and rows left out",
                List.of(
                        new Header("Team", 32),
                        new Header("Return", 26),
                        new Header("What was done", 14),
                        new Header("Sheet", 14),
                        new Header("Cell", 34),
                        new Header("Reason", 34),
                        new Header("Asked for by", 18),
                        new Header("Approved by", 18)),
                amended());
        add(
                tables,
                "across_returns",
                "Questions that only show across returns; no row is kept out by them",
                List.of(
                        new Header("Teams", 32),
                        new Header("About", 26),
                        new Header("Occurrences", 14),
                        new Header("What was found", 34)),
                discrepancies());
        return tables;
    }

    private static void add(
            List<Table> tables, String name, String title, List<Header> headers, List<List<Cell>> rows) {
        if (!rows.isEmpty()) {
            tables.add(new Table(name, title, headers, rows));
        }
    }

    private List<List<Cell>> keptOut() {
        return figures.checking().keptOut().stream()
                .map(one -> List.of(
                        FigureCells.text(one.indicator().id()),
                        FigureCells.text(one.indicator().name()),
                        FigureCells.whole(one.rows()),
                        FigureCells.whole(one.returns())))
                .toList();
    }

    private List<List<Cell>> waived() {
        // How often a rule was broken may be a small number of people.
        List<Checking.Waived> waived =
                report.audience().seesRows() ? figures.checking().waived() : List.of();
        return waived.stream()
                .map(one -> List.of(
                        FigureCells.text(figures.teamName(one.team())),
                        FigureCells.text(figures.returnTypeName(one.returnType())),
                        FigureCells.whole(one.count()),
                        FigureCells.text(FigureWords.rule(figures.catalogue(), one.rule())),
                        FigureCells.text(one.waiver())))
                .toList();
    }

    private List<List<Cell>> amended() {
        return figures.checking().amended().stream()
                .map(one -> List.of(
                        FigureCells.text(figures.teamName(one.team())),
                        FigureCells.text(figures.returnTypeName(one.returnType())),
                        FigureCells.text(one.amendment().leavesRowOut() ? "Row left out" : "Cell amended"),
                        FigureCells.text(one.amendment().sheet()),
                        FigureCells.text(one.amendment().cell()),
                        FigureCells.text(one.amendment().reason()),
                        FigureCells.text(one.amendment().askedBy()),
                        FigureCells.text(one.amendment().approvedBy())))
                .toList();
    }

    private List<List<Cell>> discrepancies() {
        return figures.checking().discrepancies().stream()
                .filter(one -> one.severity() != Severity.INFO)
                .collect(Collectors.groupingBy(
                        one -> new Question(
                                one.teams().stream().map(figures::teamName).collect(Collectors.joining(", ")),
                                one.indicator() == null ? "Rows" : one.indicator(),
                                FigureWords.rule(figures.catalogue(), one.rule())),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> List.of(
                        FigureCells.text(entry.getKey().teams()),
                        FigureCells.text(entry.getKey().about()),
                        FigureCells.whole(entry.getValue()),
                        FigureCells.text(entry.getKey().what())))
                .toList();
    }

    /** Discrepancies that print the same but for the rows they are about. */
    private record Question(String teams, String about, String what) {}
}
