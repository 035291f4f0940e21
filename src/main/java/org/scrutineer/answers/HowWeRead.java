package org.scrutineer.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.AnswerSheets;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.RowCount;
import org.scrutineer.workbook.AnswerSheet;
import org.scrutineer.workbook.AnswerSheet.Cell;
import org.scrutineer.workbook.AnswerSheet.Column;
import org.scrutineer.workbook.AnswerSheet.Table;
import org.scrutineer.workbook.Recalculation;

/** The sheet that tells a team how its file was read: what was taken for what, and what was left out. */
final class HowWeRead {

    /** What the tables of sheets and columns tell already. */
    private static final Set<String> TOLD_ABOVE = Set.of("sheet-not-asked-for", "column-not-asked-for");

    private final Catalogue catalogue;
    private final AnsweredFile file;
    private final List<SheetSurvey.Surveyed> sheets;
    private final Recalculation recalculation;

    /** @param sheets of the file, none where it could not be read */
    HowWeRead(Catalogue catalogue, AnsweredFile file, List<SheetSurvey.Surveyed> sheets, Recalculation recalculation) {
        this.recalculation = recalculation;
        this.catalogue = catalogue;
        this.file = file;
        this.sheets = sheets.stream()
                .filter(surveyed -> !AnswerSheets.has(surveyed.sheet().name()))
                .toList();
    }

    AnswerSheet sheet() {
        var lines = new ArrayList<String>();
        if (sheets.isEmpty()) {
            lines.add("The file could not be read; the sheet " + AnswerSheets.WHAT_TO_CORRECT + " says why.");
            return new AnswerSheet(AnswerSheets.HOW_WE_READ, AnswerSheets.HOW_WE_READ, lines, List.of());
        }
        lines.add("This sheet is for information; nothing on it has to be corrected. It has six tables: sheets, rows,"
                + " columns, values we had to interpret, formulas, and changes of layout.");
        lines.add("Hidden and filtered rows, columns and sheets are read like all others.");
        lines.add("Of a formula we read the result that stands in the file. We calculate it again for comparison only,"
                + " unless it looks into another workbook, changes by itself (as TODAY does), or cannot be calculated"
                + " outside Excel. Where the two differ, let Excel calculate all (Ctrl+Alt+F9) before you save.");
        return new AnswerSheet(
                AnswerSheets.HOW_WE_READ,
                AnswerSheets.HOW_WE_READ,
                lines,
                List.of(sheetTable(), rowTable(), columnTable(), valueTable(), formulaTable(), layoutTable()));
    }

    private Table sheetTable() {
        return new Table(
                "sheets_read",
                "Sheets",
                columns(
                        "Sheet",
                        30,
                        "Read as",
                        34,
                        "Hidden sheet",
                        16,
                        "Hidden rows",
                        22,
                        "Hidden columns",
                        22,
                        "Filter",
                        18),
                sheets.stream()
                        .map(surveyed -> texts(
                                surveyed.sheet().name(),
                                readAs(surveyed.sheet().name()),
                                surveyed.sheet().hidden() ? "Yes" : "No",
                                surveyed.hiddenRows(),
                                surveyed.hiddenColumns(),
                                surveyed.filter()))
                        .toList());
    }

    private String readAs(String sheet) {
        if (Names.same(sheet, "Return")) {
            return "Who sends what, and for when";
        }
        Set<String> datasets = file.columns().stream()
                .filter(column -> Names.same(column.sheet(), sheet))
                .map(column -> datasetName(column.dataset()))
                .collect(Collectors.toCollection(TreeSet::new));
        return datasets.isEmpty() ? "Not read" : String.join(", ", datasets);
    }

    private Table rowTable() {
        return new Table(
                "rows_read",
                "Rows: those read are those that count, those kept out and blank ones together",
                columns(
                        "Sheet",
                        30,
                        "Read as",
                        34,
                        "Rows read",
                        16,
                        "Rows that count",
                        22,
                        "Rows kept out",
                        22,
                        "Blank rows",
                        18),
                file.counts().stream()
                        .map(count -> List.<Cell>of(
                                new Cell.Text(sheetOf(count)),
                                new Cell.Text(datasetName(count.dataset())),
                                new Cell.Number(count.read()),
                                new Cell.Number(count.accepted()),
                                new Cell.Number(count.refused()),
                                new Cell.Number(count.blank())))
                        .toList());
    }

    private String sheetOf(RowCount count) {
        return file.columns().stream()
                .filter(column -> column.dataset().equals(count.dataset()))
                .map(MatchedColumn::sheet)
                .findFirst()
                .orElse(datasetName(count.dataset()));
    }

    private Table columnTable() {
        var rows = new ArrayList<List<Cell>>();
        for (SheetSurvey.Surveyed surveyed : sheets) {
            String sheet = surveyed.sheet().name();
            file.columns().stream()
                    .filter(column -> Names.same(column.sheet(), sheet))
                    .sorted(Comparator.comparingInt(MatchedColumn::sheetColumn))
                    .forEach(column -> rows.add(List.of(
                            new Cell.Text(sheet),
                            new Cell.Text(column.header()),
                            new Cell.Text(
                                    surveyed.headerRow() > 0
                                            ? column.cell(surveyed.headerRow())
                                            : "Column " + column.letters()),
                            new Cell.Text(columnName(column)))));
            told("column-not-asked-for", sheet)
                    .forEach(
                            finding -> rows.add(texts(sheet, text(finding.found()), text(finding.cell()), "Not read")));
            told("column-repeated", sheet)
                    .forEach(finding -> rows.add(texts(
                            sheet, text(finding.found()), text(finding.cell()), "Not read: there are two of it")));
        }
        return new Table(
                "columns_read",
                "Columns",
                columns("Sheet", 30, "Header found", 34, "At cell", 16, "Read as", 22),
                rows);
    }

    private List<Finding> told(String rule, String sheet) {
        return file.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && sheet.equals(finding.sheet()))
                .toList();
    }

    private Table valueTable() {
        return new Table(
                "values_read",
                "Values we had to interpret, and what else we noticed",
                columns("Sheet", 30, "Found", 34, "First cell", 16, "Expected", 22),
                file.findings().stream()
                        .filter(finding -> finding.severity() == Severity.INFO && !TOLD_ABOVE.contains(finding.rule()))
                        .map(finding -> texts(
                                finding.sheet() == null ? "Whole file" : finding.sheet(),
                                text(finding.found()),
                                finding.cell() == null ? "Whole sheet" : finding.cell(),
                                Phrase.capital(finding.expected())))
                        .toList());
    }

    private Table formulaTable() {
        List<Recalculation.Differing> told = recalculation instanceof Recalculation.Done done ? done.told() : List.of();
        return new Table(
                "formulas_recalculated",
                "Formulas" + recalculated(),
                columns("Sheet", 30, "Cell", 34, "Stored in the file", 16, "Recalculated", 22),
                told.stream()
                        .map(cell -> texts(cell.sheet(), cell.cell(), cell.stored(), cell.recalculated()))
                        .toList());
    }

    private String recalculated() {
        if (recalculation instanceof Recalculation.NotDone not) {
            return ": the file was not recalculated, because " + not.reason();
        }
        var done = (Recalculation.Done) recalculation;
        if (done.recalculated() + done.leftOut() == 0) {
            return ": the file has none";
        }
        String differing = done.differing() == 0
                ? "none gives another result than the file's"
                : Phrase.count(done.differing(), "cell")
                        + (done.differing() == 1 ? " gives" : " give")
                        + " another result than the file's"
                        + (done.differing() > done.told().size()
                                ? " (the first " + done.told().size() + " are listed)"
                                : "");
        return ": " + Phrase.count(done.recalculated(), "cell") + " recalculated, " + differing + "; "
                + Phrase.count(done.leftOut(), "cell") + " not recalculated";
    }

    private Table layoutTable() {
        return new Table(
                "layout_changes",
                file.before() == null
                        ? "Changes of layout: there is no earlier return to compare with"
                        : "Changes of layout since your last return that was accepted",
                columns("Sheet", 30, "Read as", 34, "Change", 16, "Before", 22, "Now", 22),
                file.before() == null ? List.of() : changes(file.before()));
    }

    private List<List<Cell>> changes(List<MatchedColumn> before) {
        var rows = new ArrayList<List<Cell>>();
        for (MatchedColumn now : file.columns()) {
            Optional<MatchedColumn> earlier = same(now, before);
            if (earlier.isEmpty()) {
                rows.add(change(now, "New", "Not there", where(now)));
            } else {
                compare(earlier.get(), now, rows);
            }
        }
        before.stream()
                .filter(earlier -> same(earlier, file.columns()).isEmpty())
                .forEach(earlier -> rows.add(change(earlier, "Gone", where(earlier), "Not there")));
        return rows;
    }

    private void compare(MatchedColumn before, MatchedColumn now, List<List<Cell>> rows) {
        if (!Names.same(before.sheet(), now.sheet())) {
            rows.add(change(now, "Other sheet", before.sheet(), now.sheet()));
        }
        if (!Names.same(before.header(), now.header())) {
            rows.add(change(now, "Renamed", before.header(), now.header()));
        }
        if (before.sheetColumn() != now.sheetColumn()) {
            rows.add(change(now, "Moved", "Column " + before.letters(), "Column " + now.letters()));
        }
    }

    private List<Cell> change(MatchedColumn column, String what, String before, String now) {
        return texts(column.sheet(), columnName(column), what, before, now);
    }

    private static String where(MatchedColumn column) {
        return column.header() + ", column " + column.letters();
    }

    private static Optional<MatchedColumn> same(MatchedColumn wanted, List<MatchedColumn> columns) {
        return columns.stream()
                .filter(column -> column.dataset().equals(wanted.dataset())
                        && column.column().equals(wanted.column()))
                .findFirst();
    }

    private Optional<Dataset> dataset(String id) {
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst();
    }

    private String datasetName(String id) {
        return dataset(id).map(Dataset::name).orElse(id);
    }

    private String columnName(MatchedColumn column) {
        return dataset(column.dataset())
                .flatMap(dataset -> dataset.column(column.column()))
                .map(known -> known.headers().get(0))
                .orElse(column.column());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<Cell> texts(String... texts) {
        Function<String, Cell> cell = Cell.Text::new;
        return List.of(texts).stream().map(cell).toList();
    }

    private static List<Column> columns(Object... headersAndWidths) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < headersAndWidths.length; i += 2) {
            columns.add(new Column((String) headersAndWidths[i], (Integer) headersAndWidths[i + 1]));
        }
        return columns;
    }
}
