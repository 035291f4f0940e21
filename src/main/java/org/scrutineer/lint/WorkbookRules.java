package org.scrutineer.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.ActiveContent;
import org.scrutineer.workbook.InspectedWorkbook;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Drawing;
import org.scrutineer.workbook.InspectedWorkbook.Link;
import org.scrutineer.workbook.InspectedWorkbook.Properties;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;
import org.scrutineer.workbook.InspectedWorkbook.Visibility;

/** Rules about the workbook as a whole: its properties, its sheets, what it is linked to. */
final class WorkbookRules {

    private static final Pattern NUMBERED_NAME =
            Pattern.compile("(sheet|tabelle|feuil|hoja|table|tab)\\s*\\d*(\\s*\\(\\d+\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9._-]+\\.xls[xm]");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern CHANGING =
            Pattern.compile("\\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|INFO|CELL|WEBSERVICE)\\(");
    private static final Pattern OTHER_FILE = Pattern.compile("\\[[^\\]]*]\\S*!");
    private static final Set<String> EMPTY_LINK_TEXTS = Set.of("here", "click here", "link", "more", "read more");
    private static final Set<ActiveContent> CODE =
            Set.of(ActiveContent.MACROS, ActiveContent.MACRO_SHEETS, ActiveContent.CONTROLS);

    private final InspectedWorkbook workbook;
    private final List<Problem> problems = new ArrayList<>();

    private WorkbookRules(InspectedWorkbook workbook) {
        this.workbook = workbook;
    }

    static List<Problem> check(InspectedWorkbook workbook) {
        WorkbookRules rules = new WorkbookRules(workbook);
        rules.properties(workbook.properties());
        rules.fileName(workbook.fileName());
        rules.activeContent();
        rules.opening();
        rules.cover();
        rules.contents();
        workbook.chartSheets().forEach(name -> rules.ofSheet(Rule.CHART_SHEET, name, "a sheet without cells"));
        for (Sheet sheet : workbook.sheets()) {
            rules.tab(sheet);
            rules.links(sheet);
            sheet.drawings().forEach(drawing -> rules.drawing(sheet, drawing));
        }
        return rules.problems;
    }

    private void ofWorkbook(Rule rule, String found) {
        problems.add(Problem.ofWorkbook(rule, found));
    }

    private void ofSheet(Rule rule, String sheet, String found) {
        problems.add(Problem.ofSheet(rule, sheet, found));
    }

    private void properties(Properties properties) {
        if (properties.title().isEmpty()) {
            ofWorkbook(Rule.TITLE, "none");
        }
        if (properties.author().isEmpty()) {
            ofWorkbook(Rule.AUTHOR, "none");
        } else if (!properties.lastSavedBy().equals(properties.author())) {
            ofWorkbook(
                    Rule.AUTHOR,
                    SheetView.quoted(properties.author()) + ", last saved by "
                            + SheetView.quoted(properties.lastSavedBy()));
        }
        List<String> missing = new ArrayList<>();
        if (properties.subject().isEmpty()) {
            missing.add("subject");
        }
        if (properties.keywords().isEmpty()) {
            missing.add("keywords");
        }
        if (properties.language().isEmpty()) {
            missing.add("language");
        }
        if (!missing.isEmpty()) {
            ofWorkbook(Rule.PROPERTIES, "no " + String.join(", no ", missing));
        }
    }

    private void fileName(String name) {
        if (!FILE_NAME.matcher(name).matches() || !YEAR.matcher(name).find()) {
            ofWorkbook(Rule.FILE_NAME, SheetView.quoted(name));
        }
    }

    private void activeContent() {
        for (ActiveContent active : new TreeSet<>(workbook.active())) {
            ofWorkbook(CODE.contains(active) ? Rule.MACROS : Rule.OUTSIDE_SOURCES, active.words());
        }
        for (InspectedWorkbook.Name name : workbook.names()) {
            if (OTHER_FILE.matcher(name.formula()).find()) {
                ofWorkbook(Rule.OUTSIDE_SOURCES, "the name " + name.name() + " for cells of another workbook");
            }
        }
    }

    private void opening() {
        String first =
                workbook.sheets().isEmpty() ? "" : workbook.sheets().get(0).name();
        if (workbook.openSheet() != 0) {
            ofWorkbook(Rule.OPENS_AT_START, "another sheet than " + first + " open");
        }
        for (Sheet sheet : workbook.sheets()) {
            if (!sheet.view().cursor().equals("A1")) {
                boolean opens = sheet.name().equals(first);
                ofSheet(
                        opens ? Rule.OPENS_AT_START : Rule.CURSOR,
                        sheet.name(),
                        "the cursor in " + sheet.view().cursor());
            }
        }
    }

    private void tab(Sheet sheet) {
        String name = sheet.name();
        if (NUMBERED_NAME.matcher(name.strip()).matches() || !name.equals(name.strip())) {
            ofSheet(Rule.SHEET_NAME, name, "the name " + SheetView.quoted(name));
        }
        if (sheet.cells().stream().allMatch(cell -> cell.content() == null)
                && sheet.drawings().isEmpty()) {
            ofSheet(Rule.BLANK_SHEET, name, "nothing on it");
        }
        if (sheet.visibility() != Visibility.VISIBLE) {
            ofSheet(Rule.HIDDEN_SHEET, name, "it hidden");
        }
        for (Cell cell : sheet.cells()) {
            String formula = cell.formula();
            if (formula != null && changes(formula)) {
                problems.add(new Problem(
                        Rule.CHANGING_FORMULA, name, cell.address(), "the formula " + SheetView.quoted(formula)));
            }
        }
    }

    private static boolean changes(String formula) {
        return CHANGING.matcher(formula.toUpperCase(Locale.ROOT)).find()
                || OTHER_FILE.matcher(formula).find();
    }

    private void cover() {
        if (workbook.sheets().size() < 2) {
            return;
        }
        Sheet first = workbook.sheets().get(0);
        if (!first.name().toLowerCase(Locale.ROOT).contains("cover")
                || first.links().stream().noneMatch(link -> link.place() != null)) {
            ofSheet(Rule.COVER, first.name(), "it first");
        }
    }

    private void contents() {
        if (workbook.sheets().size() < 3) {
            return;
        }
        Sheet contents = workbook.sheets().stream()
                .filter(sheet -> sheet.name().toLowerCase(Locale.ROOT).contains("contents"))
                .findFirst()
                .orElse(null);
        if (contents == null) {
            ofWorkbook(Rule.CONTENTS, "none");
            return;
        }
        Set<String> linked = new HashSet<>();
        contents.links().forEach(link -> linked.add(Objects.toString(sheetOf(link.place()), "")));
        List<String> missing = workbook.sheets().stream()
                .map(Sheet::name)
                .filter(name -> !name.equals(contents.name()) && !linked.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            ofSheet(Rule.CONTENTS, contents.name(), "no link to " + String.join(", ", missing));
        }
    }

    /** The sheet that a place such as {@code 'By authority'!A1} is on; null where it names none. */
    private static @Nullable String sheetOf(@Nullable String place) {
        int mark = place == null ? -1 : place.lastIndexOf('!');
        if (place == null || mark < 0) {
            return null;
        }
        String sheet = place.substring(0, mark);
        return sheet.startsWith("'") && sheet.endsWith("'") && sheet.length() > 1
                ? sheet.substring(1, sheet.length() - 1).replace("''", "'")
                : sheet;
    }

    private void links(Sheet sheet) {
        SheetView view = SheetView.of(sheet);
        for (Link link : sheet.links()) {
            String text = view.text(link.area().firstRow(), link.area().firstColumn());
            boolean address = text.matches("(?i)\\s*(https?://|www\\.)\\S*");
            if (text.isBlank()
                    || address
                    || EMPTY_LINK_TEXTS.contains(text.strip().toLowerCase(Locale.ROOT))) {
                problems.add(view.at(Rule.LINK_TEXT, link.area(), "the link " + SheetView.quoted(text)));
            }
            if (!leadsSomewhere(link)) {
                problems.add(view.at(
                        Rule.LINK_TARGET,
                        link.area(),
                        "a link to " + SheetView.quoted(link.place() == null ? link.address() : link.place())));
            }
        }
    }

    private boolean leadsSomewhere(Link link) {
        String place = link.place();
        if (place == null) {
            String address = Objects.toString(link.address(), "");
            return address.matches("(?i)(https?://|mailto:).+");
        }
        String sheet = sheetOf(place);
        return sheet == null
                ? workbook.names().stream().anyMatch(name -> name.name().equals(place))
                : workbook.sheets().stream().anyMatch(known -> known.name().equals(sheet));
    }

    private void drawing(Sheet sheet, Drawing drawing) {
        switch (drawing.shape()) {
            case TEXT_BOX -> drawn(Rule.FLOATING_TEXT, sheet, drawing, "the text box or shape");
            case PICTURE -> drawn(Rule.PICTURE, sheet, drawing, "the picture");
            case CHART -> chart(sheet, drawing);
        }
    }

    private void drawn(Rule rule, Sheet sheet, Drawing drawing, String what) {
        problems.add(new Problem(rule, sheet.name(), drawing.cell(), what + " " + SheetView.quoted(drawing.name())));
    }

    private void chart(Sheet sheet, Drawing drawing) {
        if (drawing.alternative().isEmpty()) {
            drawn(Rule.CHART_TEXT, sheet, drawing, "none for the chart");
        }
        Set<String> sheets = new TreeSet<>();
        for (String cells : drawing.data()) {
            sheets.add(Objects.toString(sheetOf(cells), cells));
        }
        boolean seen = !sheets.isEmpty()
                && sheets.stream()
                        .allMatch(name -> workbook.sheets().stream()
                                .anyMatch(known ->
                                        known.name().equals(name) && known.visibility() == Visibility.VISIBLE));
        if (!seen) {
            drawn(
                    Rule.CHART_DATA,
                    sheet,
                    drawing,
                    (sheets.isEmpty() ? "no cells" : String.join(", ", sheets)) + " behind the chart");
        }
    }
}
