package org.scrutineer.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;

/** Rules about what cells say: shorthand, numbers as text, what Excel would take for a formula, who can be recognised. */
final class TextRules {

    /** Government Statistical Service, "Using symbols and shorthand" (2022), with the letters for significance. */
    private static final Set<String> KNOWN =
            Set.of("b", "c", "e", "f", "k", "low", "p", "r", "u", "w", "x", "z", "ns", "s", "ss", "sss");

    private static final Pattern BRACKETS = Pattern.compile("\\[([A-Za-z]{1,3}(?:\\s*[,;/ ]\\s*[A-Za-z]{1,3})*)]");
    private static final Pattern SHORTHAND_ONLY = Pattern.compile("(\\[[a-z]{1,3}])+");
    private static final Pattern BANNED =
            Pattern.compile("(?i)-+|–|—|\\.{1,3}|:|~|\\*|n/?a|nil|null|na\\.?|#n/a|\\[n/?a]");
    private static final Pattern NUMBER =
            Pattern.compile("[£$€]?\\s?[-−]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?\\s?(%|per cent|[kK]|[mM])?");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern IDENTIFIER_COLUMN = Pattern.compile("(?i).*\\b(run|code|version|hash|number|id)\\b.*");
    private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Map<String, Pattern> IDENTIFIERS = new TreeMap<>(Map.of(
            "unique pupil number", Pattern.compile("\\b[A-Z]\\d{11}[A-Z0-9]\\b"),
            "postcode", Pattern.compile("\\b[A-Z]{1,2}\\d[A-Z0-9]? \\d[ABD-HJLNP-UW-Z]{2}\\b"),
            "National Insurance number", Pattern.compile("\\b[A-CEGHJ-PR-TW-Z]{2} ?(\\d{2} ?){3}[A-D]\\b")));

    private static final Pattern NHS_NUMBER = Pattern.compile("\\b\\d{3}[ -]?\\d{3}[ -]?\\d{4}\\b");
    private static final Pattern BIRTH = Pattern.compile("(?i)date of birth|\\bd\\.?o\\.?b\\.?\\b");

    private final SheetView view;
    private final List<Problem> problems = new ArrayList<>();

    /** What each text of the sheet looks like: most stand in many cells. */
    private final Map<String, List<String>> identifiers = new HashMap<>();

    private TextRules(SheetView view) {
        this.view = view;
    }

    static List<Problem> check(SheetView view) {
        TextRules rules = new TextRules(view);
        view.filled().forEach(rules::cell);
        rules.key();
        view.sheet().notes().forEach((cell, text) -> rules.identifiers(text, cell));
        return rules.problems;
    }

    /** Whether a text is nothing but shorthand, e.g. {@code [p][r]}. */
    static boolean isShorthand(String text) {
        return SHORTHAND_ONLY.matcher(text).matches();
    }

    private void cell(Cell cell) {
        if (cell.content() instanceof Content.Error error) {
            problems.add(view.at(Rule.FORMULA_ERROR, cell, error.code()));
            return;
        }
        if (cell.content() instanceof Content.Number number) {
            if (number.value().stripTrailingZeros().scale() <= 0) {
                identifiers(number.value().toBigInteger().toString(), cell.address());
            }
            return;
        }
        String text = cell.text();
        if (!text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !cell.style().quoted()) {
            problems.add(view.at(Rule.FORMULA_LIKE_TEXT, cell, SheetView.quoted(text)));
        }
        identifiers(text, cell.address());
        shorthand(cell, text);
        view.gridAt(cell).filter(grid -> cell.row() >= grid.firstRow()).ifPresent(grid -> value(cell, text, grid));
    }

    private void value(Cell cell, String text, SheetView.Grid grid) {
        String plain = text.strip();
        if (BANNED.matcher(plain).matches()) {
            problems.add(view.at(Rule.BANNED_SHORTHAND, cell, SheetView.quoted(plain)));
        } else if ((NUMBER.matcher(plain).matches() || DAY.matcher(plain).matches())
                && !IDENTIFIER_COLUMN.matcher(grid.header(cell.column())).matches()) {
            problems.add(view.at(Rule.NUMBER_AS_TEXT, cell, SheetView.quoted(plain)));
        }
    }

    private void shorthand(Cell cell, String text) {
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            if (!KNOWN.contains(brackets.group(1))) {
                problems.add(view.at(Rule.SHORTHAND, cell, brackets.group()));
            }
        }
    }

    /** What a table uses has to be told above it. */
    private void key() {
        Set<String> used = new TreeSet<>();
        for (SheetView.Grid grid : view.grids()) {
            grid.body().forEach(cell -> {
                if (isShorthand(cell.text())) {
                    Matcher symbols = BRACKETS.matcher(cell.text());
                    while (symbols.find()) {
                        used.add(symbols.group());
                    }
                }
            });
        }
        String lines = String.join("\n", view.lines());
        used.removeIf(symbol -> lines.contains(symbol + " "));
        if (!used.isEmpty()) {
            problems.add(view.of(Rule.SHORTHAND_KEY, "no line that tells " + String.join(", ", used)));
        }
    }

    /** What it looks like is told, not what it is: the message goes to more people than the file. */
    private void identifiers(String text, String cell) {
        for (String what : identifiers.computeIfAbsent(text, TextRules::identifiers)) {
            problems.add(new Problem(Rule.PERSONAL_IDENTIFIER, view.name(), cell, "what looks like " + what));
        }
    }

    private static List<String> identifiers(String text) {
        var found = new ArrayList<String>();
        IDENTIFIERS.forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add("a " + what);
            }
        });
        if (BIRTH.matcher(text).find()) {
            found.add("a date of birth");
        }
        if (NHS_NUMBER
                .matcher(text)
                .results()
                .anyMatch(number -> isNhsNumber(number.group().replaceAll("\\D", "")))) {
            found.add("an NHS number");
        }
        return found;
    }

    /** By its check digit (NHS Data Dictionary, NHS NUMBER): the first nine weighted 10 to 2, modulo 11. */
    private static boolean isNhsNumber(String digits) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0' && digits.charAt(0) != '0';
    }
}
