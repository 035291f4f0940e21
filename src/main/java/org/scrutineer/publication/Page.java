package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

/**
 * A sheet before the lines are added that every sheet has: how things stand, what the sheet holds, which shorthand it
 * uses and why cells are empty.
 *
 * @param about what it holds, in a sentence; also its description under Contents
 * @param lines its own, below those that every sheet has
 * @param emptyMeans for each column that may have empty cells, what they mean, in words that follow "that"
 */
record Page(
        String name, String title, String about, List<Line> lines, List<Table> tables, Map<String, String> emptyMeans) {

    private static final Map<String, String> SHORTHAND = Map.of(
            "p", "provisional, as some of the returns the value rests on are missing",
            "c", "confidential: hidden, so that no small number of people can be told from it",
            "r", "revised since it was last published",
            "b", "break in the series, as the definition changed: what came before is neither compared nor added",
            "x", "not available, as too few of the returns it rests on were received",
            "z", "not applicable, as there is nothing it could be calculated from");

    private static final Pattern NOTE = Pattern.compile("\\[note \\d+]");

    private static final Pattern SYMBOL = Pattern.compile("\\[([a-z]+)]");

    Page {
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
    }

    Page(String name, String title, String about, List<Line> lines, List<Table> tables) {
        this(name, title, about, lines, tables, Map.of());
    }

    static Line paragraph(String text) {
        return new Line.Paragraph(text);
    }

    static Line heading(String text) {
        return new Line.Heading(text);
    }

    /** The notes it refers to, as it refers to them. */
    Set<String> noteMarkers() {
        Set<String> markers = new TreeSet<>();
        lines.forEach(line -> {
            if (line instanceof Line.Paragraph paragraph) {
                addNotes(paragraph.text(), markers);
            }
        });
        tables.forEach(table -> table.rows()
                .forEach(row -> row.forEach(cell -> {
                    if (cell instanceof Cell.Text text) {
                        addNotes(text.text(), markers);
                    }
                })));
        if (key().isPresent()) {
            markers.add(Note.SHORTHAND.marker());
        }
        return markers;
    }

    private static void addNotes(String text, Set<String> markers) {
        NOTE.matcher(text).results().forEach(note -> markers.add(note.group()));
    }

    /** @throws IllegalStateException where a table has an empty cell that nothing explains */
    Sheet sheet(Report report) {
        return sheet(report, " " + Note.SHORTHAND.marker());
    }

    /** The same in a workbook that has no other sheet, and so no notes. */
    Sheet alone(Report report) {
        return sheet(report, "");
    }

    private Sheet sheet(Report report, String note) {
        var all = new ArrayList<Line>();
        all.add(paragraph(standing(report)));
        all.add(paragraph(about));
        key().ifPresent(words -> all.add(paragraph(words + note)));
        all.addAll(emptyCells());
        all.addAll(lines);
        return new Sheet(name, title, all, tables);
    }

    static String standing(Report report) {
        RunFigures figures = report.figures();
        return figures.period().title() + ". "
                + figures.dataAsAt()
                        .map(date -> "Data as at " + FigureWords.date(date) + ". ")
                        .orElse("No return counts yet. ")
                + "Run " + figures.runNumber() + ". Returns received: " + figures.received() + " of "
                + figures.expectedReturns().size() + " expected. Status: "
                + report.audience().status().replaceAll("[.\\s]+$", "") + ".";
    }

    private Optional<String> key() {
        Set<String> used = new TreeSet<>();
        for (Line line : lines) {
            if (line instanceof Line.Paragraph paragraph) {
                addSymbols(paragraph.text(), used);
            }
        }
        for (Table table : tables) {
            for (List<Cell> row : table.rows()) {
                row.forEach(cell -> addSymbols(cell, used));
            }
        }
        if (used.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Shorthand on this sheet: "
                + String.join(
                        "; ",
                        used.stream()
                                .map(symbol -> "[" + symbol + "] " + SHORTHAND.get(symbol))
                                .toList())
                + ".");
    }

    private static void addSymbols(Cell cell, Set<String> used) {
        if (cell instanceof Cell.Shorthand shorthand) {
            used.addAll(shorthand.symbols());
        } else if (cell instanceof Cell.Text text) {
            addSymbols(text.text(), used);
        }
    }

    private static void addSymbols(String text, Set<String> used) {
        Matcher symbols = SYMBOL.matcher(text);
        while (symbols.find()) {
            if (SHORTHAND.containsKey(symbols.group(1))) {
                used.add(symbols.group(1));
            }
        }
    }

    private List<Line> emptyCells() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (Table table : tables) {
            for (int column = 0; column < table.columns().size(); column++) {
                String header = table.columns().get(column).text();
                if (hasEmptyCell(table, column)) {
                    String meaning = emptyMeans.get(header);
                    if (meaning == null) {
                        throw new IllegalStateException(
                                "sheet " + name + ", column " + header + ": an empty cell that nothing explains");
                    }
                    List<String> same = columns.computeIfAbsent(meaning, first -> new ArrayList<>());
                    if (!same.contains(header)) {
                        same.add(header);
                    }
                }
            }
        }
        if (columns.isEmpty()) {
            return List.of();
        }
        return List.of(paragraph("An empty cell means, "
                + String.join(
                        "; ",
                        columns.entrySet().stream()
                                .map(entry ->
                                        "under " + FigureWords.list(entry.getValue()) + ", that " + entry.getKey())
                                .toList())
                + "."));
    }

    private static boolean hasEmptyCell(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column) instanceof Cell.Empty);
    }
}
