package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private static final int HEADER_SEARCH = 20;

    private final SourceWorkbooks workbooks;
    private final AmendmentLines lines;
    private final Submissions submissions;
    private final Amendments amendments;
    private final AuditTrail trail;
    private final Actor actor;

    AmendmentList(
            SourceWorkbooks workbooks,
            AmendmentLines lines,
            Submissions submissions,
            Amendments amendments,
            AuditTrail trail,
            Actor actor) {
        this.workbooks = workbooks;
        this.lines = lines;
        this.submissions = submissions;
        this.amendments = amendments;
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

    /**
     * Checks one line that somebody typed, in the same way.
     *
     * @throws IOException where the disk fails
     */
    public AmendmentLine.Checked read(AmendmentLine line, Kind kind) throws IOException {
        return lines.checks(kind).check(line);
    }

    /**
     * What stands in a cell of a return as it is read now, as a person reads it; empty where it has no such cell.
     *
     * @throws IOException where the disk fails
     */
    public String standing(Submission submission, String sheet, String cell) throws IOException {
        return lines.checks(Kind.AMEND).standing(submission, sheet, cell);
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
        private final AmendmentLines.Checks checks;
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
            this.checks = lines.checks(kind);
        }

        private List<String> wanted() {
            return Stream.of(AmendmentLine.Part.values())
                    .filter(part -> kind == Kind.AMEND || part != AmendmentLine.Part.NEW)
                    .map(AmendmentLine.Part::title)
                    .toList();
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

        private CellValue value(int row, AmendmentLine.Part part) {
            return table.at(row, columns.getOrDefault(part.title(), 0));
        }

        private String shown(int row, AmendmentLine.Part part) {
            return value(row, part).shown();
        }

        private void line(int row) throws IOException {
            AmendmentLine.Checked checked = checks.check(new AmendmentLine(
                    shown(row, AmendmentLine.Part.SUBMISSION),
                    shown(row, AmendmentLine.Part.SHEET),
                    shown(row, AmendmentLine.Part.CELL),
                    shown(row, AmendmentLine.Part.OLD),
                    value(row, AmendmentLine.Part.NEW),
                    shown(row, AmendmentLine.Part.REASON),
                    shown(row, AmendmentLine.Part.ASKED_BY),
                    shown(row, AmendmentLine.Part.APPROVED_BY)));
            checked.problems()
                    .forEach(wrong -> problem(
                            CellAddress.of(
                                    row, columns.getOrDefault(wrong.part().title(), 1)),
                            wrong.found(),
                            wrong.expected(),
                            wrong.remedy()));
            checked.agreed()
                    .ifPresent(one -> agreed.computeIfAbsent(one.submission(), first -> new ArrayList<>())
                            .add(one.amendment()));
        }

        private void problem(@Nullable String cell, @Nullable String found, String expected, String remedy) {
            problems.add(new Finding("amendment-refused", Severity.ERROR, file, sheet, cell, found, expected, remedy));
        }
    }
}
