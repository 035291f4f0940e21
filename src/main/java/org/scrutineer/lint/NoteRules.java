package org.scrutineer.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;

/** Rules about notes, which hold across sheets: markers and the notes they refer to. */
final class NoteRules {

    private static final Pattern MARKER = Pattern.compile("\\[note (\\d+)]");
    private static final Pattern LIKE_A_MARKER = Pattern.compile("(?i)\\[\\s*notes? ?[^\\]]*]");
    private static final Pattern DAGGER = Pattern.compile("[\\p{L}\\p{N})][*†‡§¹²³]+(\\s|$)");

    private final List<SheetView> sheets;
    private final List<Problem> problems = new ArrayList<>();

    private NoteRules(List<SheetView> sheets) {
        this.sheets = sheets;
    }

    static List<Problem> check(List<SheetView> sheets) {
        NoteRules rules = new NoteRules(sheets);
        rules.forms();
        rules.references();
        return rules.problems;
    }

    private void forms() {
        for (SheetView view : sheets) {
            view.filled().filter(cell -> !cell.text().isEmpty()).forEach(cell -> form(view, cell));
        }
    }

    private void form(SheetView view, Cell cell) {
        Matcher like = LIKE_A_MARKER.matcher(cell.text());
        while (like.find()) {
            if (!MARKER.matcher(like.group()).matches()) {
                problems.add(view.at(Rule.NOTE_MARKER, cell, like.group()));
            }
        }
        Matcher dagger = DAGGER.matcher(cell.text());
        if (dagger.find()) {
            problems.add(view.at(
                    Rule.NOTE_MARKER, cell, SheetView.quoted(dagger.group().strip())));
        }
        Optional<SheetView.Grid> grid = view.gridAt(cell).filter(table -> cell.row() >= table.firstRow());
        if (grid.isPresent() && MARKER.matcher(cell.text()).find() && hasNumbers(view, grid.get(), cell.column())) {
            problems.add(view.at(Rule.NOTE_AT_NUMBER, cell, SheetView.quoted(cell.text())));
        }
    }

    private static boolean hasNumbers(SheetView view, SheetView.Grid grid, int column) {
        return grid.rows()
                .mapToObj(row -> view.at(row, column))
                .flatMap(Optional::stream)
                .anyMatch(cell -> cell.content() instanceof Content.Number);
    }

    private void references() {
        Map<String, Problem> used = new LinkedHashMap<>();
        Map<String, Problem> noted = new LinkedHashMap<>();
        for (SheetView view : sheets) {
            view.filled().forEach(cell -> {
                boolean note = isNote(view, cell);
                Matcher marker = MARKER.matcher(cell.text());
                while (marker.find()) {
                    Rule rule = note ? Rule.NOTE_UNUSED : Rule.NOTE_MISSING;
                    (note ? noted : used).putIfAbsent(marker.group(), view.at(rule, cell, marker.group()));
                }
            });
        }
        if (!used.isEmpty() && noted.isEmpty()) {
            problems.add(Problem.ofWorkbook(
                    Rule.NOTES_SHEET, "markers from " + used.keySet().iterator().next() + " on, and no such sheet"));
            return;
        }
        used.forEach((marker, problem) -> {
            if (!noted.containsKey(marker)) {
                problems.add(problem);
            }
        });
        noted.forEach((marker, problem) -> {
            if (!used.containsKey(marker)) {
                problems.add(problem);
            }
        });
    }

    /** A note's own number stands in the first column of a table on a sheet of notes, with nothing else in the cell. */
    private static boolean isNote(SheetView view, Cell cell) {
        return view.name().toLowerCase(Locale.ROOT).contains("notes")
                && cell.column() == 1
                && MARKER.matcher(cell.text().strip()).matches()
                && view.gridAt(cell).isPresent();
    }
}
