package org.scrutineer.answers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.intake.AnswerSheets;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;
import org.scrutineer.workbook.AnswerSheet;
import org.scrutineer.workbook.AnswerSheet.Cell;
import org.scrutineer.workbook.AnswerSheet.Column;
import org.scrutineer.workbook.CellNote;
import org.scrutineer.workbook.MarkedWorkbook;

/** The sheet that tells a team what to correct, cell by cell, worst first, and where it may answer. */
final class WhatToCorrect {

    /** The headers by which answers are found again when the workbook comes back. */
    static final String SHEET = "Sheet";

    static final String CELL = "Cell";
    static final String FOUND = "Found";
    static final String RULE = "Rule";
    static final String ANSWER = "Your answer, if it is right";

    static final String NOT_NEEDED = "Not needed";

    private final Catalogue catalogue;
    private final AnsweredFile file;

    /** In their own workbook the team can be led to the cells, and can answer. */
    private final boolean marked;

    private final Set<String> sheets;

    /**
     * @param marked whether the sheet stands in the team's own workbook, which is sent back to us
     * @param sheets the names of the sheets of that workbook
     */
    WhatToCorrect(Catalogue catalogue, AnsweredFile file, boolean marked, Set<String> sheets) {
        this.catalogue = catalogue;
        this.file = file;
        this.marked = marked;
        this.sheets = Set.copyOf(sheets);
    }

    AnswerSheet sheet() {
        return new AnswerSheet(
                AnswerSheets.WHAT_TO_CORRECT,
                file.asked() == 0 ? "Nothing to correct" : AnswerSheets.WHAT_TO_CORRECT,
                lines(),
                file.findings().isEmpty() ? List.of() : List.of(table()));
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(whose());
        lines.add(outcome());
        lines.addAll(file.comparison().lines());
        long asked = file.asked();
        long told = file.findings().size() - asked;
        if (asked == 0) {
            lines.add(
                    "Nothing has to be corrected." + (told == 0 ? "" : " Below is what we noticed, for information."));
            return lines;
        }
        lines.add("The list below has " + Phrase.count(asked, "thing") + " to correct or confirm, the worst first"
                + (told == 0 ? "." : ", and " + told + " for information."));
        if (marked) {
            lines.add(
                    "On your own sheets, which follow, each of these cells is marked by grey stripes and a dashed edge,"
                            + " and has a comment. A click on a cell's address in the list leads to it.");
            if (someSheetHasTooMany()) {
                lines.add("Only the first " + Phrase.count(MarkedWorkbook.MOST_COMMENTS, "cell")
                        + " of a sheet have a comment; all are marked.");
            }
            lines.add(
                    file.stored()
                            ? "What to do: correct the cells in this workbook, and in the system they come from. Where"
                                    + " what you sent is right, say so under \"" + ANSWER + "\". " + prepared()
                                    + "Save, and send this workbook as it is. This sheet and the next may stay in it."
                            : "What to do: correct the cells in this workbook, and in the system they come from, and"
                                    + " save it under a new name. Nothing has been received as a return yet.");
        } else {
            lines.add(
                    file.stored()
                            ? "What to do: correct your own file, and the system it comes from. " + prepared()
                                    + "Save it, and send it again."
                            : "What to do: correct your own file, and the system it comes from. Nothing"
                                    + " has been received as a return yet.");
        }
        return lines;
    }

    /** A corrected return takes the place of the earlier one by this date alone. */
    private String prepared() {
        return sheets.stream().anyMatch(name -> Names.same(name, "Return"))
                ? "On the sheet Return put today's date beside Prepared on. "
                : "";
    }

    private String whose() {
        Submission submission = file.submission();
        if (submission == null) {
            return file.shortName() + ": we cannot tell whose return this is, or for which period.";
        }
        String team = catalogue
                .organisation()
                .team(submission.team())
                .map(Organisation.Team::name)
                .orElse(submission.team());
        String type = catalogue
                .returnType(submission.returnType())
                .map(ReturnType::name)
                .orElse(submission.returnType());
        return file.shortName() + ": " + type + " of " + team + " for "
                + submission.period().title() + ", prepared on " + Phrase.day(submission.preparedOn()) + ".";
    }

    private String outcome() {
        String outcome = outcome(file.verdict(), file.counts());
        return file.stored() ? outcome : "This was only a check. If the file were sent as it is: " + outcome;
    }

    /** What a verdict means for the rows of a return. */
    static String outcome(Verdict verdict, List<RowCount> counts) {
        long keptOut = counts.stream().mapToLong(RowCount::refused).sum();
        return switch (verdict) {
            case ACCEPTED -> "The return is accepted, and every row counts.";
            case ACCEPTED_WITH_FINDINGS ->
                keptOut == 0
                        ? "The return is accepted, and every row counts."
                        : "The return is accepted, but " + Phrase.count(keptOut, "row")
                                + (keptOut == 1 ? " is" : " are") + " kept out until corrected.";
            case HELD -> "The return waits until a person decides whether it counts.";
            case REFUSED -> "The return is refused: nothing of it counts until it is corrected.";
        };
    }

    private boolean someSheetHasTooMany() {
        return notes(file.findings()).stream()
                .collect(Collectors.groupingBy(
                        CellNote::sheet, Collectors.mapping(CellNote::cell, Collectors.toCollection(HashSet::new))))
                .values()
                .stream()
                .anyMatch(cells -> cells.size() > MarkedWorkbook.MOST_COMMENTS);
    }

    private AnswerSheet.Table table() {
        boolean compared = file.comparison().beside().stream().anyMatch(words -> !words.isBlank());
        var columns = new ArrayList<Column>(List.of(
                new Column("Severity", 17),
                new Column(SHEET, 18),
                new Column(CELL, 12),
                new Column(FOUND, 26),
                new Column("Expected", 42),
                new Column("What to do", 42)));
        if (compared) {
            columns.add(new Column("Since last time", 20));
        }
        if (marked) {
            columns.add(new Column(ANSWER, 34));
        }
        columns.add(new Column(RULE, 26));
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < file.findings().size(); i++) {
            rows.add(row(
                    file.findings().get(i),
                    compared ? file.comparison().beside().get(i) : null));
        }
        return new AnswerSheet.Table("what_to_correct", null, columns, rows);
    }

    private List<Cell> row(Finding finding, @Nullable String since) {
        var cells = new ArrayList<Cell>(List.of(
                new Cell.Text(FindingWords.consequence(finding)),
                new Cell.Text(Objects.requireNonNullElse(finding.sheet(), "Whole file")),
                place(finding),
                new Cell.Text(FindingWords.found(finding)),
                new Cell.Text(FindingWords.expected(finding)),
                new Cell.Text(FindingWords.remedy(finding))));
        if (since != null) {
            cells.add(new Cell.Text(since.isBlank() ? "Not compared" : since));
        }
        if (marked) {
            cells.add(AnsweredFile.asks(finding) ? new Cell.Answer(answer(finding)) : new Cell.Text(NOT_NEEDED));
        }
        cells.add(new Cell.Text(finding.rule()));
        return cells;
    }

    private Cell place(Finding finding) {
        String words = FindingWords.place(finding);
        if (marked && finding.sheet() != null && sheets.contains(finding.sheet())) {
            return new Cell.Link(words, finding.sheet(), finding.cell() == null ? "A1" : finding.cell());
        }
        return new Cell.Text(words);
    }

    /** What the team said about the same thing before: at the same place, else of the only one of its kind. */
    private String answer(Finding finding) {
        GivenAnswer asked = new GivenAnswer(
                finding.rule(),
                Objects.requireNonNullElse(finding.sheet(), "Whole file"),
                FindingWords.place(finding),
                FindingWords.found(finding),
                "");
        return file.given().stream()
                .filter(given -> given.sameAs(asked))
                .findFirst()
                .or(() -> moved(asked))
                .map(GivenAnswer::answer)
                .orElse("");
    }

    private Optional<GivenAnswer> moved(GivenAnswer asked) {
        List<GivenAnswer> alike =
                file.given().stream().filter(given -> given.sameButPlace(asked)).toList();
        boolean one = alike.stream().map(GivenAnswer::cell).distinct().count() == 1
                && file.findings().stream()
                                .filter(finding -> finding.rule().equals(asked.rule())
                                        && FindingWords.found(finding).equals(asked.found()))
                                .count()
                        == 1;
        return one ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** What is said at the cells of the team's own sheets, of those findings that ask for something. */
    static List<CellNote> notes(List<Finding> findings) {
        var notes = new ArrayList<CellNote>();
        for (Finding finding : findings) {
            if (AnsweredFile.asks(finding) && finding.sheet() != null && finding.cell() != null) {
                String words = Phrase.consequence(finding.severity()) + ": " + finding.what() + " " + finding.remedy();
                notes.add(new CellNote(finding.sheet(), finding.cell(), words));
                finding.also().forEach(place -> notes.add(new CellNote(place.sheet(), place.cell(), words)));
            }
        }
        return notes;
    }
}
