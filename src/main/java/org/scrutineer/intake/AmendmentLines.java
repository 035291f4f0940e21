package org.scrutineer.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.scrutineer.catalogue.Names;
import org.scrutineer.intake.AmendmentLine.Part;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/** Checks what is to be amended or left out, line by line, against the returns as they are read now. */
@Component
class AmendmentLines {

    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

    private static final List<Part> NEVER_BLANK =
            List.of(Part.SUBMISSION, Part.SHEET, Part.CELL, Part.REASON, Part.ASKED_BY, Part.APPROVED_BY);

    private final SourceWorkbooks workbooks;
    private final Submissions submissions;
    private final MatchedColumns matched;
    private final Amendments amendments;
    private final Archive archive;

    AmendmentLines(
            SourceWorkbooks workbooks,
            Submissions submissions,
            MatchedColumns matched,
            Amendments amendments,
            Archive archive) {
        this.workbooks = workbooks;
        this.submissions = submissions;
        this.matched = matched;
        this.amendments = amendments;
        this.archive = archive;
    }

    /** Checks lines that belong together: each return they are about is opened once. */
    Checks checks(AmendmentList.Kind kind) {
        return new Checks(kind);
    }

    /** Of lines that belong together. */
    final class Checks {

        private final AmendmentList.Kind kind;
        private final Map<Submission, Map<String, SheetTable>> files = new HashMap<>();

        private Checks(AmendmentList.Kind kind) {
            this.kind = kind;
        }

        AmendmentLine.Checked check(AmendmentLine line) throws IOException {
            var one = new OneLine(line);
            Optional<AmendmentLine.Agreed> agreed = one.agreed();
            return new AmendmentLine.Checked(one.problems.isEmpty() ? agreed : Optional.empty(), one.problems);
        }

        String standing(Submission submission, String sheet, String cell) throws IOException {
            return read(submission, name -> Names.same(name, sheet)).values().stream()
                    .findFirst()
                    .map(cells -> cells.at(CellAddress.row(cell), CellAddress.column(cell))
                            .shown())
                    .orElse("");
        }

        /** The sheets that are read, with what was amended before. */
        private Map<String, SheetTable> sheets(Submission submission) throws IOException {
            Map<String, SheetTable> known = files.get(submission);
            if (known != null) {
                return known;
            }
            Map<String, SheetTable> sheets = read(submission, name -> true);
            files.put(submission, sheets);
            return sheets;
        }

        private Map<String, SheetTable> read(Submission submission, Predicate<String> wanted) throws IOException {
            var sheets = new LinkedHashMap<String, SheetTable>();
            List<Amendment> before = amendments.of(submission);
            try (SourceWorkbook workbook = workbooks.open(archive.file(submission), submission.fileName())) {
                for (SourceSheet one : workbook.sheets()) {
                    if (wanted.test(one.name()) && matched.hasRead(submission, one.name())) {
                        var cells = new SheetTable();
                        workbook.read(one, AmendedSheet.of(one.name(), before, cells));
                        sheets.put(one.name(), cells);
                    }
                }
            } catch (UnreadableWorkbookException e) {
                throw new IllegalStateException(
                        "the archived copy of " + submission.fileName() + " was read before and cannot be now", e);
            }
            return sheets;
        }

        /** One of them. */
        private final class OneLine {

            private final AmendmentLine line;
            private final List<AmendmentLine.Problem> problems = new ArrayList<>();

            private OneLine(AmendmentLine line) {
                this.line = line;
            }

            private String shown(Part part) {
                return switch (part) {
                    case SUBMISSION -> line.submission();
                    case SHEET -> line.sheet();
                    case CELL -> line.cell();
                    case OLD -> line.old();
                    case NEW -> line.replacement().shown();
                    case REASON -> line.reason();
                    case ASKED_BY -> line.askedBy();
                    case APPROVED_BY -> line.approvedBy();
                };
            }

            Optional<AmendmentLine.Agreed> agreed() throws IOException {
                for (Part part : NEVER_BLANK) {
                    if (shown(part).isEmpty()) {
                        wrong(part, "the " + part.title(), "Fill in the cell.");
                    }
                }
                if (!line.askedBy().isEmpty() && Names.same(line.askedBy(), line.approvedBy())) {
                    wrong(
                            Part.APPROVED_BY,
                            "somebody other than the one who asked",
                            "Have it approved by a second person.");
                }
                if (line.submission().isEmpty()) {
                    return Optional.empty();
                }
                Optional<Submission> submission = submission();
                if (submission.isEmpty()
                        || line.sheet().isEmpty()
                        || line.cell().isEmpty()) {
                    return Optional.empty();
                }
                return amendment(submission.get())
                        .map(amendment -> new AmendmentLine.Agreed(submission.get(), amendment));
            }

            private Optional<Submission> submission() {
                List<Submissions.Checked> found = submissions.named(line.submission());
                if (found.size() > 1) {
                    wrong(
                            Part.SUBMISSION,
                            "a name that one file was received under; these were: " + String.join(", ", names(found)),
                            "Give the name with its folder.");
                    return Optional.empty();
                }
                if (found.isEmpty()) {
                    wrong(Part.SUBMISSION, "the name or number of a return that was received", "Correct the name.");
                    return Optional.empty();
                }
                Submissions.Checked checked = found.get(0);
                if (checked.superseded()) {
                    wrong(
                            Part.SUBMISSION,
                            "a return that counts; a later one has taken the place of this one",
                            "Name the later return, if it needs the same.");
                    return Optional.empty();
                }
                if (checked.verdict() == null || checked.verdict() == Verdict.HELD) {
                    wrong(
                            Part.SUBMISSION,
                            "a return that has been checked and is not held",
                            "Start a run first, and settle which return counts.");
                    return Optional.empty();
                }
                return Optional.of(checked.submission());
            }

            /** What the line is about, as the file says it; nothing, with a problem, where the file says otherwise. */
            private Optional<Amendment> amendment(Submission submission) throws IOException {
                String cell = line.cell().replace("$", "").toUpperCase(Locale.ROOT);
                Map<String, SheetTable> sheets = sheets(submission);
                Map.Entry<String, SheetTable> sheet = sheets.entrySet().stream()
                        .filter(known -> Names.same(known.getKey(), line.sheet()))
                        .findFirst()
                        .orElse(null);
                if (sheet == null) {
                    wrong(
                            Part.SHEET,
                            "a sheet of " + submission.fileName() + " that is read: "
                                    + String.join(", ", sheets.keySet()),
                            "Correct the name of the sheet.");
                    return Optional.empty();
                }
                String name = sheet.getKey();
                SheetTable cells = sheet.getValue();
                if (kind == AmendmentList.Kind.EXCLUDE && cell.matches("[1-9][0-9]{0,6}")) {
                    TreeMap<Integer, CellValue> ofRow =
                            cells.rows().getOrDefault(Integer.parseInt(cell), new TreeMap<>());
                    cell = ofRow.isEmpty() ? cell : CellAddress.of(Integer.parseInt(cell), ofRow.firstKey());
                }
                if (!ADDRESS.matcher(cell).matches()) {
                    wrong(
                            Part.CELL,
                            kind == AmendmentList.Kind.AMEND
                                    ? "a cell such as C14"
                                    : "a cell such as C14, or a row that is not empty",
                            "Correct the cell.");
                    return Optional.empty();
                }
                String now = cells.at(CellAddress.row(cell), CellAddress.column(cell))
                        .shown();
                if (!now.equals(line.old())) {
                    wrong(
                            Part.OLD,
                            (now.isEmpty() ? "nothing" : "\"" + now + "\"") + ", which is what stands in cell " + cell
                                    + " of sheet " + name + " now",
                            "Look at the return again; the line was written for another value.");
                    return Optional.empty();
                }
                if (!matched.isRecordCell(submission, name, CellAddress.column(cell), now)
                        || !cells.rows().containsKey(CellAddress.row(cell))) {
                    wrong(
                            Part.CELL,
                            "a cell of a row below the headers, in a column that is read",
                            "Correct the cell.");
                    return Optional.empty();
                }
                return Optional.of(new Amendment(
                        name,
                        cell,
                        now,
                        kind == AmendmentList.Kind.AMEND ? line.replacement() : null,
                        line.reason(),
                        line.askedBy(),
                        line.approvedBy()));
            }

            private void wrong(Part part, String expected, String remedy) {
                problems.add(new AmendmentLine.Problem(part, shown(part), expected, remedy));
            }
        }
    }

    private static List<String> names(List<Submissions.Checked> found) {
        return found.stream().map(checked -> checked.submission().fileName()).toList();
    }
}
