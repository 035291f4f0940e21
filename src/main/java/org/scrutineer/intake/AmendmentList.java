package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads a list of what is to be amended, or of rows to be left out: the first sheet of a workbook, a line for each. A
 * list is taken as a whole or not at all.
 */
@Component
public class AmendmentList {

    private static final String SUBMISSION = "submission";
    private static final String SHEET = "sheet";
    private static final String CELL = "cell";
    private static final String OLD = "old";
    private static final String NEW = "new";
    private static final String REASON = "reason";
    private static final String ASKED_BY = "asked by";
    private static final String APPROVED_BY = "approved by";

    private static final List<String> COLUMNS =
            List.of(SUBMISSION, SHEET, CELL, OLD, NEW, REASON, ASKED_BY, APPROVED_BY);

    private static final int HEADER_SEARCH = 20;

    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

    private final SourceWorkbooks workbooks;
    private final Submissions submissions;
    private final MatchedColumns matched;
    private final Amendments amendments;
    private final Archive archive;
    private final AuditTrail trail;
    private final Actor actor;

    AmendmentList(
            SourceWorkbooks workbooks,
            Submissions submissions,
            MatchedColumns matched,
            Amendments amendments,
            Archive archive,
            AuditTrail trail,
            Actor actor) {
        this.workbooks = workbooks;
        this.submissions = submissions;
        this.matched = matched;
        this.amendments = amendments;
        this.archive = archive;
        this.trail = trail;
        this.actor = actor;
    }

    /** What a list is for. */
    public enum Kind {
        AMEND,
        EXCLUDE
    }

    /**
     * What a list says.
     *
     * @param amendments by return; empty where anything is wrong
     * @param problems what is wrong with it, line by line
     */
    public record Read(Map<Submission, List<Amendment>> amendments, List<Finding> problems) {}

    /**
     * Reads a list and checks each line against the file it is about, as it is read now.
     *
     * @throws IOException where the disk fails
     */
    public Read read(Path list, Kind kind) throws IOException {
        String name = String.valueOf(list.getFileName());
        var problems = new ArrayList<Finding>();
        var agreed = new LinkedHashMap<Submission, List<Amendment>>();
        try (SourceWorkbook workbook = workbooks.open(list, name)) {
            SourceSheet sheet = workbook.sheets().get(0);
            var table = new SheetTable();
            workbook.read(sheet, table);
            new Lines(name, sheet.name(), table, kind, problems, agreed).read();
        } catch (UnreadableWorkbookException e) {
            problems.add(Inbox.unreadable(e, name));
        }
        return new Read(problems.isEmpty() ? agreed : Map.of(), problems);
    }

    /** Keeps what was agreed, and lets the returns be read again by the next run. */
    @Transactional
    public void keep(Map<Submission, List<Amendment>> agreed, String listName) {
        agreed.forEach((submission, lines) -> {
            amendments.record(submission, lines, listName);
            submissions.reopen(submission);
            trail.record(
                    actor.account(),
                    lines.get(0).leavesRowOut() ? "rows-left-out" : "return-amended",
                    submission.returnType() + " of " + submission.team() + " for " + submission.period(),
                    null,
                    Map.of("file", submission.fileHash(), "lines", String.valueOf(lines.size()), "list", listName));
        });
    }

    /** The lines of one list. */
    private final class Lines {

        private final String file;
        private final String sheet;
        private final SheetTable table;
        private final Kind kind;
        private final List<Finding> problems;
        private final Map<Submission, List<Amendment>> agreed;
        private final Map<Submission, Map<String, SheetTable>> files = new HashMap<>();
        private Map<String, Integer> columns = Map.of();

        private Lines(
                String file,
                String sheet,
                SheetTable table,
                Kind kind,
                List<Finding> problems,
                Map<Submission, List<Amendment>> agreed) {
            this.file = file;
            this.sheet = sheet;
            this.table = table;
            this.kind = kind;
            this.problems = problems;
            this.agreed = agreed;
        }

        private List<String> wanted() {
            return kind == Kind.AMEND
                    ? COLUMNS
                    : COLUMNS.stream().filter(column -> !column.equals(NEW)).toList();
        }

        void read() throws IOException {
            int header = header();
            if (header == 0) {
                problem(null, null, "a row of headers with " + String.join(", ", wanted()), "Add the headers.");
                return;
            }
            for (int row : table.rows().tailMap(header, false).keySet()) {
                line(row);
            }
            if (problems.isEmpty() && agreed.isEmpty()) {
                problem(null, null, "at least one line below the headers", "Add the lines.");
            }
        }

        private int header() {
            for (Map.Entry<Integer, TreeMap<Integer, CellValue>> row :
                    table.rows().entrySet()) {
                var found = new HashMap<String, Integer>();
                row.getValue().forEach((column, value) -> found.putIfAbsent(Names.normal(value.shown()), column));
                if (found.keySet().containsAll(wanted())) {
                    columns = found;
                    return row.getKey();
                }
                if (row.getKey() > HEADER_SEARCH) {
                    return 0;
                }
            }
            return 0;
        }

        private CellValue value(int row, String column) {
            return table.at(row, columns.getOrDefault(column, 0));
        }

        private String shown(int row, String column) {
            return value(row, column).shown();
        }

        private void line(int row) throws IOException {
            int before = problems.size();
            for (String column : List.of(SUBMISSION, SHEET, CELL, REASON, ASKED_BY, APPROVED_BY)) {
                if (shown(row, column).isEmpty()) {
                    wrong(row, column, "the " + column, "Fill in the cell.");
                }
            }
            String asked = shown(row, ASKED_BY);
            if (!asked.isEmpty() && Names.same(asked, shown(row, APPROVED_BY))) {
                wrong(
                        row,
                        APPROVED_BY,
                        "somebody other than the one who asked",
                        "Have it approved by a second person.");
            }
            if (shown(row, SUBMISSION).isEmpty()) {
                return;
            }
            Optional<Submission> submission = submission(row);
            if (submission.isPresent()
                    && !shown(row, SHEET).isEmpty()
                    && !shown(row, CELL).isEmpty()) {
                Optional<Amendment> amendment = amendment(row, submission.get());
                if (amendment.isPresent() && problems.size() == before) {
                    agreed.computeIfAbsent(submission.get(), first -> new ArrayList<>())
                            .add(amendment.get());
                }
            }
        }

        private Optional<Submission> submission(int row) {
            String said = shown(row, SUBMISSION);
            List<Submissions.Checked> found = submissions.named(said);
            if (found.size() > 1) {
                wrong(
                        row,
                        SUBMISSION,
                        "a name that one file was received under; these were: " + String.join(", ", names(found)),
                        "Give the name with its folder.");
                return Optional.empty();
            }
            if (found.isEmpty()) {
                wrong(row, SUBMISSION, "the name or number of a return that was received", "Correct the name.");
                return Optional.empty();
            }
            Submissions.Checked checked = found.get(0);
            if (checked.superseded()) {
                wrong(
                        row,
                        SUBMISSION,
                        "a return that counts; a later one has taken the place of this one",
                        "Name the later return, if it needs the same.");
                return Optional.empty();
            }
            if (checked.verdict() == null || checked.verdict() == Verdict.HELD) {
                wrong(
                        row,
                        SUBMISSION,
                        "a return that has been checked and is not held",
                        "Start a run first, and settle which return counts.");
                return Optional.empty();
            }
            return Optional.of(checked.submission());
        }

        private static List<String> names(List<Submissions.Checked> found) {
            return found.stream()
                    .map(checked -> checked.submission().fileName())
                    .toList();
        }

        /** What a line is about, as the file says it; nothing, with a problem, where the file says otherwise. */
        private Optional<Amendment> amendment(int row, Submission submission) throws IOException {
            String cell = shown(row, CELL).replace("$", "").toUpperCase(Locale.ROOT);
            String said = shown(row, SHEET);
            Map<String, SheetTable> sheets = files.get(submission);
            if (sheets == null) {
                sheets = sheets(submission);
                files.put(submission, sheets);
            }
            Map.Entry<String, SheetTable> sheet = sheets.entrySet().stream()
                    .filter(known -> Names.same(known.getKey(), said))
                    .findFirst()
                    .orElse(null);
            if (sheet == null) {
                wrong(
                        row,
                        SHEET,
                        "a sheet of " + submission.fileName() + " that is read: " + String.join(", ", sheets.keySet()),
                        "Correct the name of the sheet.");
                return Optional.empty();
            }
            String name = sheet.getKey();
            SheetTable cells = sheet.getValue();
            if (kind == Kind.EXCLUDE && cell.matches("[1-9][0-9]{0,6}")) {
                TreeMap<Integer, CellValue> ofRow = cells.rows().getOrDefault(Integer.parseInt(cell), new TreeMap<>());
                cell = ofRow.isEmpty() ? cell : CellAddress.of(Integer.parseInt(cell), ofRow.firstKey());
            }
            if (!ADDRESS.matcher(cell).matches()) {
                wrong(
                        row,
                        CELL,
                        kind == Kind.AMEND ? "a cell such as C14" : "a cell such as C14, or a row that is not empty",
                        "Correct the cell.");
                return Optional.empty();
            }
            String now =
                    cells.at(CellAddress.row(cell), CellAddress.column(cell)).shown();
            if (!now.equals(shown(row, OLD))) {
                wrong(
                        row,
                        OLD,
                        (now.isEmpty() ? "nothing" : "\"" + now + "\"") + ", which is what stands in cell " + cell
                                + " of sheet " + name + " now",
                        "Look at the return again; the line was written for another value.");
                return Optional.empty();
            }
            if (!matched.isRecordCell(submission, name, CellAddress.column(cell), now)
                    || !cells.rows().containsKey(CellAddress.row(cell))) {
                wrong(row, CELL, "a cell of a row below the headers, in a column that is read", "Correct the cell.");
                return Optional.empty();
            }
            return Optional.of(new Amendment(
                    name,
                    cell,
                    now,
                    kind == Kind.AMEND ? value(row, NEW) : null,
                    shown(row, REASON),
                    shown(row, ASKED_BY),
                    shown(row, APPROVED_BY)));
        }

        /** The sheets that are read, with what was amended before. */
        private Map<String, SheetTable> sheets(Submission submission) throws IOException {
            var sheets = new LinkedHashMap<String, SheetTable>();
            List<Amendment> before = amendments.of(submission);
            try (SourceWorkbook workbook = workbooks.open(archive.file(submission), submission.fileName())) {
                for (SourceSheet one : workbook.sheets()) {
                    if (matched.hasRead(submission, one.name())) {
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

        private void wrong(int row, String column, String expected, String remedy) {
            problem(CellAddress.of(row, columns.getOrDefault(column, 1)), shown(row, column), expected, remedy);
        }

        private void problem(@Nullable String cell, @Nullable String found, String expected, String remedy) {
            problems.add(new Finding("amendment-refused", Severity.ERROR, file, sheet, cell, found, expected, remedy));
        }
    }
}
