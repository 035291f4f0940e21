package org.scrutineer.intake;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.records.RowWriter;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SheetFacts;
import org.scrutineer.workbook.SourceSheet;

/**
 * Reads the sheet of one dataset: finds the header wherever it stands, tells records from other rows, and counts every
 * cell below the header once.
 */
final class DatasetSheetReader implements CellHandler {

    private final Dataset dataset;
    private final SourceSheet sheet;
    private final WorkbookTraits workbook;
    private final SheetFindings headerFindings;
    private final SheetFindings findings;
    private final HeaderSearch search;
    private final RecordRows records;
    private final OtherRows others;
    private final RawCells cells;
    private @Nullable HeaderRow header;

    /** Whether the texts told may be those of a header: until it is found, and in the row below if it lacks columns. */
    private boolean searching = true;

    private boolean hasValue;
    private int row;
    private boolean rowHidden;
    private int rowCells;
    private int rowNotAskedFor;
    private int firstColumn;
    private @Nullable String firstText;

    private long read;
    private long blank;
    private int hiddenRows;
    private final BitSet recordRows = new BitSet();
    private long cellsMet;
    private long notAskedFor;
    private @Nullable String firstFormula;
    private int formulas;

    DatasetSheetReader(
            Dataset dataset,
            Catalogue catalogue,
            Submission submission,
            SourceSheet sheet,
            WorkbookTraits workbook,
            RowWriter writer) {
        this.dataset = dataset;
        this.sheet = sheet;
        this.workbook = workbook;
        this.headerFindings = new SheetFindings(submission.fileName(), sheet.name());
        this.findings = new SheetFindings(submission.fileName(), sheet.name());
        this.search = new HeaderSearch(dataset);
        this.records = new RecordRows(dataset, catalogue, submission, workbook.from1904(), writer, findings);
        this.others = new OtherRows(dataset, findings);
        this.cells = new RawCells(dataset.columns().size());
    }

    @Override
    public void row(int number, boolean hidden) {
        finishRow();
        row = number;
        rowHidden = hidden;
    }

    @Override
    public void calculated(int column) {
        if (workbook.library() != null && header != null && header.column(column) >= 0) {
            firstFormula = formulas++ == 0 ? CellAddress.of(row, column) : firstFormula;
        }
    }

    @Override
    public void fromAnotherWorkbook(int column) {
        int index = header == null ? HeaderNames.NONE : header.column(column);
        if (index >= 0) {
            cells.fromAnotherWorkbook(index);
        }
    }

    /** A text of blanks only is no value. */
    @Override
    public void text(int column, String text) {
        if (TypedText.isBlank(text)) {
            return;
        }
        if (searching) {
            search.text(column, TypedText.tidy(text));
        }
        if (rowCells == 0) {
            firstText = text;
        }
        int index = value(column);
        if (index >= 0) {
            cells.text(index, TypedText.tidy(text));
        }
    }

    @Override
    public void number(int column, double value) {
        int index = noText(column);
        if (index >= 0) {
            cells.number(index, value);
        }
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        int index = noText(column);
        if (index >= 0) {
            cells.date(index, epochDay, secondOfDay);
        }
    }

    @Override
    public void bool(int column, boolean value) {
        int index = noText(column);
        if (index >= 0) {
            cells.bool(index, value);
        }
    }

    @Override
    public void error(int column, String code) {
        int index = noText(column);
        if (index >= 0) {
            cells.error(index, code);
        }
    }

    @Override
    public void noResult(int column) {
        int index = noText(column);
        if (index >= 0) {
            cells.noResult(index);
        }
    }

    private int noText(int column) {
        if (searching) {
            search.noText();
        }
        return value(column);
    }

    /** Counts a cell with a value, and finds the dataset's column it belongs to; below 0 where to none. */
    private int value(int column) {
        if (rowCells++ == 0) {
            firstColumn = column;
        }
        int index = header == null ? HeaderNames.NONE : header.column(column);
        if (index < 0) {
            rowNotAskedFor++;
        }
        return index;
    }

    private void finishRow() {
        if (row == 0) {
            return;
        }
        HeaderRow known = header;
        if (known == null) {
            hasValue |= rowCells > 0;
            header = search.header(row).orElse(null);
            searching = header == null || header.size() < dataset.columns().size();
        } else if (!searching || !takeLowerHalf(known)) {
            finishDataRow(known);
        }
        cells.clear();
        rowCells = 0;
        rowNotAskedFor = 0;
        firstText = null;
        row = 0;
    }

    /** Whether the row below the header's first turns out to be its second. */
    private boolean takeLowerHalf(HeaderRow upper) {
        searching = false;
        HeaderRow both = search.lowerHalf(upper, row).orElse(null);
        header = both == null ? upper : both;
        return both != null;
    }

    private void finishDataRow(HeaderRow header) {
        read++;
        if (rowCells == 0) {
            blank++;
            return;
        }
        cellsMet += rowCells;
        notAskedFor += rowNotAskedFor;
        if (rowCells == rowNotAskedFor) {
            blank++;
            others.beside(CellAddress.of(row, firstColumn));
        } else if (others.take(header, row, cells, firstColumn, firstText, rowCells)) {
            blank++;
            notAskedFor += cells.filled();
        } else {
            hiddenRows += rowHidden ? 1 : 0;
            recordRows.set(row);
            records.read(header, row, cells);
        }
    }

    /** What was read, once the whole sheet has been told. */
    DatasetReading finish(SheetFacts facts) {
        finishRow();
        HeaderRow found = header;
        if (found == null) {
            if (hasValue) {
                tellNoHeader();
            }
            return new DatasetReading(dataset, sheet.name(), Map.of(), 0, Set.of(), 0, CellCount.NONE);
        }
        found.tell(headerFindings, !records.isOfWhole());
        records.tellConversions();
        records.tellRowsWithoutTeam();
        others.tell();
        tellFormulas();
        var oddities = new SheetOddities(dataset, found, findings);
        oddities.tellHiddenSheet(sheet);
        oddities.tellHiddenRows(hiddenRows);
        oddities.tell(facts, recordRows);
        return new DatasetReading(dataset, sheet.name(), found.matches(), read, records.refused(), blank, cellCount());
    }

    private CellCount cellCount() {
        var count = new CellCount(cellsMet, records.used(), notAskedFor, records.unreadable());
        if (!count.closes()) {
            throw new IllegalStateException("cells do not close: " + dataset.id() + ", " + count);
        }
        return count;
    }

    private void tellNoHeader() {
        findings.add(
                Severity.BLOCK,
                ReadingRule.HEADER_NOT_FOUND,
                null,
                null,
                "a row of headers with " + String.join(", ", headersWanted()),
                "Put the headers of the template above the rows.");
    }

    /** Those of the required columns, or of all where none is. */
    private List<String> headersWanted() {
        boolean anyRequired = dataset.columns().stream().anyMatch(Column::required);
        return dataset.columns().stream()
                .filter(column -> !column.headers().isEmpty() && (column.required() || !anyRequired))
                .map(column -> column.headers().get(0))
                .toList();
    }

    private void tellFormulas() {
        if (formulas > 0) {
            findings.add(
                    Severity.WARNING,
                    ReadingRule.FORMULAS_NOT_CALCULATED,
                    firstFormula,
                    formulas == 1 ? "1 formula" : formulas + " formulas",
                    "results that Excel calculated; " + workbook.library()
                            + " saved this file last, which does not calculate, so they may be out of date",
                    "Open the workbook in Excel, let it calculate, save it and send it again.");
        }
    }

    /** Whether a header was found, or nothing stands in the sheet that could need one. */
    boolean hasHeader() {
        return header != null || !hasValue;
    }

    List<Finding> findings() {
        return Stream.of(headerFindings, findings)
                .flatMap(some -> some.all().stream())
                .toList();
    }
}
