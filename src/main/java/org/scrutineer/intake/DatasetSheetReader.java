package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.records.RowWriter;
import org.scrutineer.workbook.CellHandler;

/**
 * Reads the sheet of one dataset: finds the header row wherever it stands, matches its columns by name, and stages each
 * row below whose cells are all as they should be. Of the others it keeps a finding a cell.
 */
final class DatasetSheetReader implements CellHandler {

    /** Rows searched for a header; titles and notes above it rarely take more than five. */
    private static final int HEADER_SEARCH = 50;

    private final Dataset dataset;
    private final Organisation organisation;
    private final Submission submission;
    private final String sheet;
    private final RowWriter writer;
    private final SheetFindings findings;

    private final List<ColumnReader> readers;
    private final RawCells cells;
    private final List<Map<ColumnReader.Conversion, Converted>> conversions = new ArrayList<>();
    private final Map<Integer, String> headerCells = new TreeMap<>();
    private @Nullable HeaderRow header;
    private boolean hasValue;
    private int rowsSearched;

    private int row;
    private long read;
    private long blank;
    private boolean rowHidden;
    private int hiddenRows;
    private final TreeSet<Integer> refused = new TreeSet<>();

    /** How many cells of a column were converted in one way, and the first of them. */
    private static final class Converted {
        private final String cell;
        private final String found;
        private int count;

        Converted(String cell, String found) {
            this.cell = cell;
            this.found = found;
        }
    }

    DatasetSheetReader(
            Dataset dataset, Organisation organisation, Submission submission, String sheet, RowWriter writer) {
        this.dataset = dataset;
        this.organisation = organisation;
        this.submission = submission;
        this.findings = new SheetFindings(submission.fileName(), sheet);
        this.sheet = sheet;
        this.writer = writer;
        this.readers = dataset.columns().stream().map(ColumnReader::new).toList();
        this.cells = new RawCells(readers.size());
        readers.forEach(reader -> conversions.add(new EnumMap<>(ColumnReader.Conversion.class)));
    }

    @Override
    public void row(int number, boolean hidden) {
        finishRow();
        row = number;
        if (header != null) {
            read++;
            rowHidden = hidden;
        }
    }

    @Override
    public void text(int column, String text) {
        if (header == null) {
            // A line break in a header would break the sentences that quote it.
            String tidy = TypedText.tidy(text).replaceAll("\\s+", " ");
            headerCells.put(column, tidy);
            hasValue |= !tidy.isEmpty();
        } else if (index(column) >= 0) {
            cells.text(index(column), text);
        }
    }

    @Override
    public void number(int column, double value) {
        if (index(column) >= 0) {
            cells.number(index(column), value);
        }
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        if (index(column) >= 0) {
            cells.date(index(column), epochDay, secondOfDay);
        }
    }

    @Override
    public void bool(int column, boolean value) {
        if (index(column) >= 0) {
            cells.bool(index(column), value);
        }
    }

    @Override
    public void error(int column, String code) {
        if (index(column) >= 0) {
            cells.error(index(column), code);
        }
    }

    @Override
    public void noResult(int column) {
        if (index(column) >= 0) {
            cells.noResult(index(column));
        }
    }

    /** What was read, once the whole sheet has been told. */
    DatasetReading finish() {
        finishRow();
        if (!hasHeader()) {
            findings.add(
                    Severity.BLOCK,
                    "header-not-found",
                    null,
                    null,
                    "a row of headers with " + String.join(", ", headersWanted()),
                    "Put the headers of the template above the rows.");
        }
        tellConversions();
        if (hiddenRows > 0) {
            findings.info(
                    "hidden-rows-read",
                    null,
                    hiddenRows + (hiddenRows == 1 ? " hidden row" : " hidden rows"),
                    "no hidden rows; "
                            + (hiddenRows == 1 ? "it was read and counts" : "they were read and count")
                            + " like the others",
                    "Delete rows that are not meant to count.");
        }
        return new DatasetReading(dataset, sheet, header == null ? Map.of() : header.matches(), read, refused, blank);
    }

    /** Whether a header was found, or nothing stands in the sheet that could need one. */
    boolean hasHeader() {
        return header != null || !hasValue;
    }

    List<Finding> findings() {
        return findings.all();
    }

    /** Notes that the sheet holds a value, and finds the dataset's column it belongs to; below 0 where to none. */
    private int index(int sheetColumn) {
        hasValue = true;
        return header == null ? -1 : header.column(sheetColumn);
    }

    private void finishRow() {
        if (row == 0) {
            return;
        }
        if (header != null) {
            finishDataRow(header);
            cells.clear();
        } else {
            if (rowsSearched++ < HEADER_SEARCH) {
                header = HeaderRow.in(dataset, row, headerCells).orElse(null);
                if (header != null) {
                    header.tell(findings);
                }
            }
            headerCells.clear();
        }
        row = 0;
    }

    /** Those of the required columns, or of all where none is. */
    private List<String> headersWanted() {
        boolean anyRequired = dataset.columns().stream().anyMatch(Column::required);
        return dataset.columns().stream()
                .filter(column -> column.required() || !anyRequired)
                .map(column -> column.headers().get(0))
                .toList();
    }

    private void finishDataRow(HeaderRow header) {
        if (cells.isBlank()) {
            blank++;
            return;
        }
        hiddenRows += rowHidden ? 1 : 0;
        boolean sound = true;
        for (int i = 0; i < readers.size(); i++) {
            ColumnReader.Problem problem = readers.get(i).read(cells, i);
            if (problem != null) {
                sound = false;
                // A column that is missing was told when the header was read.
                if (header.has(dataset.columns().get(i).name())) {
                    tell(problem, header, i);
                }
            } else {
                noteConversion(header, i);
            }
        }
        String team = sound ? team(header) : null;
        if (team == null) {
            refused.add(row);
            return;
        }
        writer.begin(team, row);
        readers.forEach(reader -> reader.write(writer));
        writer.end();
    }

    /** The team the row belongs to; null, with a finding, where its cell names none. */
    private @Nullable String team(HeaderRow header) {
        if (dataset.teamColumn() == null) {
            return submission.team();
        }
        if (!header.has(dataset.teamColumn())) {
            return null;
        }
        int index = columnIndex(dataset.teamColumn());
        String name = readers.get(index).text();
        Optional<Organisation.Team> team = organisation.team(name, submission.period());
        if (team.isEmpty()) {
            List<String> known = organisation.teams(submission.period()).stream()
                    .map(Organisation.Team::name)
                    .toList();
            String nearest =
                    Names.nearest(name, known).map(near -> ", perhaps " + near).orElse("");
            tell(
                    new ColumnReader.Problem("team-unknown", "the name of a team" + nearest, "Correct the team."),
                    header,
                    index);
            return null;
        }
        return team.get().id();
    }

    private int columnIndex(String name) {
        for (int i = 0; i < dataset.columns().size(); i++) {
            if (dataset.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("dataset " + dataset.id() + " has no column " + name);
    }

    private void tell(ColumnReader.Problem problem, HeaderRow header, int index) {
        findings.add(
                Severity.ERROR,
                problem.rule(),
                cell(header, index),
                cells.kind(index) == RawCells.Kind.NONE ? "" : cells.shown(index),
                problem.expected(),
                problem.remedy());
    }

    private String cell(HeaderRow header, int index) {
        return header.cell(dataset.columns().get(index).name(), row);
    }

    private void noteConversion(HeaderRow header, int index) {
        readers.get(index)
                .conversion()
                .ifPresent(how -> conversions
                        .get(index)
                        .computeIfAbsent(how, first -> new Converted(cell(header, index), cells.shown(index)))
                        .count++);
    }

    private void tellConversions() {
        for (Map<ColumnReader.Conversion, Converted> ofColumn : conversions) {
            ofColumn.forEach((how, converted) -> findings.info(
                    how.rule(),
                    converted.cell,
                    converted.found,
                    (how == ColumnReader.Conversion.TEXT_TO_NUMBER ? "a number" : "a date")
                            + " typed as such; it was understood"
                            + (converted.count == 1
                                    ? ""
                                    : ", as were " + (converted.count - 1) + " more in this column"),
                    how.remedy()));
        }
    }
}
