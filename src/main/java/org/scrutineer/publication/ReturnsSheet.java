package org.scrutineer.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.intake.RowCount;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Which returns were expected and received, what was wrong with them, and that no row was lost. */
final class ReturnsSheet {

    static final String NAME = "Returns and data quality";

    /** The places of the columns on rows and findings. */
    private static final int FIRST_OF_ROWS = 8;

    private static final int LAST_OF_ROWS = 12;

    private static final String NOT_RECEIVED = "the return was not received";

    private final Report report;
    private final RunFigures figures;

    ReturnsSheet(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    Page page() {
        List<Table> further = new CheckingTables(report).tables();
        boolean all = report.audience().seesRows();
        var tables = new ArrayList<>(all ? List.of(returns(), findings(), closure()) : List.of(returns()));
        tables.addAll(further);
        return new Page(
                NAME,
                NAME,
                (all
                                ? FigureWords.sentenceCase(FigureWords.inWords(tables.size()))
                                        + " tables: the returns that were expected and what became of each; what was "
                                        + "found in them; and, for each dataset, that every row read was accepted, "
                                        + "refused or blank."
                                : "One table: the returns that were expected and what became of each.")
                        + (further.isEmpty() ? "" : " Below these three: what checking did to the figures."),
                List.of(Page.paragraph("A refused row or return is kept out until it is corrected and sent again. Rows "
                        + "of a return that does not count are in these tables, but in no figure.")),
                tables,
                Map.of(
                        "Prepared on", NOT_RECEIVED,
                        "Rows read", NOT_RECEIVED,
                        "Rows accepted", NOT_RECEIVED,
                        "Rows refused", NOT_RECEIVED,
                        "Rows blank", NOT_RECEIVED,
                        "Findings to correct", NOT_RECEIVED,
                        "Deadline", "nobody expected the return",
                        "Data lacking", "the return holds all that the team owes, or does not count"));
    }

    private Table returns() {
        var rows = new ArrayList<List<Cell>>();
        for (ExpectedReturn expected : figures.expectedReturns()) {
            if (expected.seen().isEmpty()) {
                rows.add(missing(expected));
            }
            expected.seen().forEach(seen -> rows.add(received(seen, Optional.of(expected))));
        }
        figures.unexpectedReturns().forEach(seen -> rows.add(received(seen, Optional.empty())));
        List<Header> columns = List.of(
                new Header("Team", 32),
                new Header("Return", 26),
                new Header("Received", 14),
                new Header("Prepared on", 14),
                new Header("Outcome", 34),
                new Header("Deadline", 18),
                new Header("In time", 14),
                new Header("Counts", 9),
                new Header("Rows read", 11),
                new Header("Rows accepted", 11),
                new Header("Rows refused", 11),
                new Header("Rows blank", 11),
                new Header("Findings to correct", 12),
                new Header("Data lacking", 28));
        return new Table(
                "returns",
                "Returns expected and received",
                told(columns),
                rows.stream().map(this::told).toList());
    }

    /** How many rows a team's return has tells something of the team, as a figure does. */
    private <T> List<T> told(List<T> cells) {
        if (report.audience().seesRows() && report.audience().levels().contains(Level.TEAM)) {
            return cells;
        }
        var told = new ArrayList<>(cells);
        told.subList(FIRST_OF_ROWS, LAST_OF_ROWS + 1).clear();
        return told;
    }

    private LocalDate deadline(ExpectedReturn expected) {
        return figures.catalogue().deadline(expected.type(), figures.period());
    }

    private String inTime(LocalDate prepared, LocalDate deadline) {
        int late = figures.catalogue().calendar().workedAfter(deadline, prepared);
        if (!prepared.isAfter(deadline)) {
            return "In time";
        }
        // On the weekend after the deadline no working day has passed yet.
        return late == 0 ? "Late" : late == 1 ? "1 working day late" : late + " working days late";
    }

    private List<Cell> missing(ExpectedReturn expected) {
        var cells = new ArrayList<Cell>(List.of(
                FigureCells.text(expected.team().name()),
                FigureCells.text(expected.type().name()),
                FigureCells.text("No"),
                FigureCells.EMPTY,
                FigureCells.text("Not received"),
                new Cell.Day(deadline(expected)),
                FigureCells.text("Not received"),
                FigureCells.text("No")));
        for (int i = 0; i < 5; i++) {
            cells.add(FigureCells.EMPTY);
        }
        cells.add(FigureCells.text("All"));
        return cells;
    }

    private List<Cell> received(SeenReturn seen, Optional<ExpectedReturn> expected) {
        LocalDate prepared = seen.submission().preparedOn();
        return List.of(
                FigureCells.text(figures.teamName(seen.submission().team())),
                FigureCells.text(figures.returnTypeName(seen.submission().returnType())),
                FigureCells.text("Yes"),
                new Cell.Day(prepared),
                FigureCells.text(seen.outcome()),
                expected.<Cell>map(owed -> new Cell.Day(deadline(owed))).orElse(FigureCells.EMPTY),
                FigureCells.text(
                        expected.map(owed -> inTime(prepared, deadline(owed))).orElse("Not expected")),
                FigureCells.text(seen.counts() ? "Yes" : "No"),
                FigureCells.whole(seen.total(RowCount::read)),
                FigureCells.whole(seen.total(RowCount::accepted)),
                FigureCells.whole(seen.total(RowCount::refused)),
                FigureCells.whole(seen.total(RowCount::blank)),
                FigureCells.whole(seen.toCorrect()),
                FigureCells.text(
                        seen.counts() && expected.isPresent()
                                ? String.join(", ", expected.get().lacking())
                                : ""));
    }

    private Table findings() {
        var rows = new ArrayList<List<Cell>>();
        for (SeenReturn seen : inOrder()) {
            for (SeenReturn.FindingCount finding : seen.findings()) {
                rows.add(List.of(
                        FigureCells.text(figures.teamName(seen.submission().team())),
                        FigureCells.text(
                                figures.returnTypeName(seen.submission().returnType())),
                        new Cell.Day(seen.submission().preparedOn()),
                        FigureCells.whole(finding.count()),
                        FigureCells.text(FigureWords.rule(figures.catalogue(), finding.rule()) + age(finding)),
                        FigureCells.text(effect(finding.severity()))));
            }
        }
        return new Table(
                "findings",
                "Findings by return and rule",
                List.of(
                        new Header("Team", 32),
                        new Header("Return", 26),
                        new Header("Prepared on", 14),
                        new Header("Findings", 14),
                        new Header("What was found", 34),
                        new Header("Effect", 18)),
                rows);
    }

    private List<SeenReturn> inOrder() {
        var returns = new ArrayList<SeenReturn>();
        figures.expectedReturns().forEach(expected -> returns.addAll(expected.seen()));
        returns.addAll(figures.unexpectedReturns());
        return returns;
    }

    private static String age(SeenReturn.FindingCount finding) {
        String age = new Comparison.History(null, finding.months()).age();
        return age.isEmpty() ? "" : " (" + age + " running)";
    }

    private static String effect(Severity severity) {
        return switch (severity) {
            case BLOCK -> "Return refused";
            case ERROR -> "Row kept out";
            case WARNING -> "Row counts, to be looked at";
            case QUERY -> "Row counts, to be confirmed";
            case INFO -> "None, for information";
        };
    }

    private Table closure() {
        var rows = new ArrayList<List<Cell>>();
        for (Dataset dataset : figures.catalogue().datasets()) {
            List<RowCount> counts = figures.returnsOfPeriod().stream()
                    .flatMap(seen -> seen.rows().stream())
                    .filter(count -> count.dataset().equals(dataset.id()))
                    .toList();
            if (!counts.isEmpty()) {
                rows.add(List.of(
                        FigureCells.text(dataset.name()),
                        FigureCells.whole(counts.size()),
                        total(counts, RowCount::read),
                        total(counts, RowCount::accepted),
                        total(counts, RowCount::refused),
                        total(counts, RowCount::blank),
                        FigureCells.text(counts.stream().allMatch(RowCount::closes) ? "Yes" : "No")));
            }
        }
        return new Table(
                "rows_by_dataset",
                "Rows by dataset: read is accepted, refused and blank together",
                List.of(
                        new Header("Dataset", 32),
                        new Header("Returns that hold it", 26),
                        new Header("Read", 14),
                        new Header("Accepted", 14),
                        new Header("Refused", 14),
                        new Header("Blank", 18),
                        new Header("Every row accounted for", 14)),
                rows);
    }

    private static Cell total(List<RowCount> counts, ToLongFunction<RowCount> of) {
        return FigureCells.whole(counts.stream().mapToLong(of).sum());
    }
}
