package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.records.RowWriter;

/**
 * Stages each row of a dataset's sheet, with a finding for every cell that is not as it should be; such a row is staged
 * to be asked about, and refused.
 */
final class RecordRows {

    private final Dataset dataset;
    private final Organisation organisation;
    private final KnownNames names;
    private final Submission submission;
    private final RowWriter writer;
    private final SheetFindings findings;
    private final List<ColumnReader> readers = new ArrayList<>();
    private final Conversions conversions;
    private final int teamColumn;
    private final Map<String, WithoutTeam> withoutTeam = new LinkedHashMap<>();
    private final TreeSet<Integer> refused = new TreeSet<>();
    private long used;
    private long unreadable;

    /** The rows that name one unknown team, or none. */
    private static final class WithoutTeam {
        private final String firstCell;
        private int rows;

        WithoutTeam(String firstCell) {
            this.firstCell = firstCell;
        }
    }

    RecordRows(
            Dataset dataset,
            Catalogue catalogue,
            Submission submission,
            boolean from1904,
            RowWriter writer,
            SheetFindings findings) {
        this.dataset = dataset;
        this.organisation = catalogue.organisation();
        this.names = new KnownNames(catalogue, submission.period());
        this.submission = submission;
        this.writer = writer;
        this.findings = findings;
        for (Column column : dataset.columns()) {
            readers.add(new ColumnReader(column, dataset.key().contains(column.name()), from1904));
        }
        this.conversions = new Conversions(readers.size());
        this.teamColumn = IntStream.range(0, readers.size())
                .filter(i -> dataset.columns().get(i).name().equals(dataset.teamColumn()))
                .findFirst()
                .orElse(HeaderNames.NONE);
    }

    void read(HeaderRow header, int row, RawCells cells) {
        var unread = new TreeSet<Integer>();
        for (int i = 0; i < readers.size(); i++) {
            CellProblem problem = problem(cells, i);
            boolean filled = cells.kind(i) != RawCells.Kind.NONE;
            if (problem != null) {
                unread.add(i);
                unreadable += filled ? 1 : 0;
                // A column that is missing was told when the header was read.
                if (header.has(i)) {
                    tell(problem, header, row, cells, i);
                }
            } else if (filled) {
                used++;
                noteConversions(header, row, cells, i);
            }
        }
        String team = unread.contains(teamColumn) ? null : team(header, row, cells);
        if (team == null || !unread.isEmpty()) {
            refused.add(row);
        }
        stage(team, row, unread);
    }

    private @Nullable CellProblem problem(RawCells cells, int i) {
        ColumnReader reader = readers.get(i);
        CellProblem problem = reader.read(cells, i);
        return problem != null
                ? problem
                : names.problem(dataset, dataset.columns().get(i).name(), reader.text());
    }

    /** Stages the row, a refused one too: a rule that needs none of its unreadable cells is asked all the same. */
    private void stage(@Nullable String team, int row, Set<Integer> unread) {
        writer.begin(team, row);
        for (int i = 0; i < readers.size(); i++) {
            if (unread.contains(i)) {
                writer.blank();
            } else {
                readers.get(i).write(writer);
            }
        }
        if (unread.isEmpty()) {
            writer.end();
        } else {
            writer.end(unread.stream().map(i -> dataset.columns().get(i).name()).toList());
        }
    }

    /** The team the row belongs to; null, with a finding, where its cell names none. */
    private @Nullable String team(HeaderRow header, int row, RawCells cells) {
        if (teamColumn == HeaderNames.NONE || (isOfWhole() && !header.has(teamColumn))) {
            return submission.team();
        }
        if (!header.has(teamColumn)) {
            return null;
        }
        String name = readers.get(teamColumn).text();
        Optional<Organisation.Team> team = organisation.team(name, submission.period());
        if (team.isPresent()) {
            return team.get().id();
        }
        if (isOfWhole()) {
            withoutTeam.computeIfAbsent(name, first -> new WithoutTeam(header.cell(teamColumn, row))).rows++;
            return submission.team();
        }
        if (cells.kind(teamColumn) != RawCells.Kind.NONE) {
            used--;
            unreadable++;
        }
        tell(
                new CellProblem(
                        ReadingRule.TEAM_UNKNOWN, "the name of a team" + nearestTeam(name), "Correct the team."),
                header,
                row,
                cells,
                teamColumn);
        return null;
    }

    /** In a return of the organisation as a whole a row of no known team counts for the whole rather than nowhere. */
    boolean isOfWhole() {
        return submission.team().equals(organisation.id());
    }

    private String nearestTeam(String name) {
        List<String> known = organisation.teams(submission.period()).stream()
                .map(Organisation.Team::name)
                .toList();
        return Names.nearest(name, known).map(near -> ", perhaps " + near).orElse("");
    }

    void tellRowsWithoutTeam() {
        withoutTeam.forEach((name, without) -> {
            String counted = name.isEmpty()
                    ? (without.rows == 1 ? "1 row without one counts" : without.rows + " rows without one count")
                    : (without.rows == 1 ? "the row counts" : "the " + without.rows + " rows with it count");
            findings.add(
                    name.isEmpty() ? Severity.INFO : Severity.WARNING,
                    name.isEmpty() ? ReadingRule.TEAM_MISSING : ReadingRule.TEAM_NOT_KNOWN,
                    without.firstCell,
                    name,
                    "the name of a team" + nearestTeam(name) + "; " + counted + " for " + organisation.name()
                            + " as a whole, and for no team",
                    name.isEmpty()
                            ? "Enter the team where there is one."
                            : "Correct the team, or ask the data officer to add the name to a team's aliases in"
                                    + " organisation.yaml.");
        });
    }

    private void tell(CellProblem problem, HeaderRow header, int row, RawCells cells, int column) {
        if (problem.rule() == ReadingRule.DATE_MONTH_FIRST) {
            conversions.noteMonthFirst(column);
        }
        findings.add(
                Severity.ERROR,
                problem.rule(),
                header.cell(column, row),
                cells.kind(column) == RawCells.Kind.NONE ? "" : cells.shown(column),
                problem.expected(),
                problem.remedy());
    }

    private void noteConversions(HeaderRow header, int row, RawCells cells, int column) {
        Conversion how = readers.get(column).conversion();
        if (how != null) {
            conversions.note(column, how, header, row, cells);
        }
        if (cells.isFromAnotherWorkbook(column)) {
            conversions.note(column, Conversion.FROM_ANOTHER_WORKBOOK, header, row, cells);
        }
    }

    void tellConversions() {
        conversions.tell(findings);
    }

    TreeSet<Integer> refused() {
        return refused;
    }

    /** Cells that were understood. */
    long used() {
        return used;
    }

    /** Cells that a finding is about. */
    long unreadable() {
        return unreadable;
    }
}
