package org.scrutineer.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/** Reads cells of a return once more from its archived copy, in the way they were read when it was received. */
@Component
public class CellsAsRead {

    private final Archive archive;
    private final SourceWorkbooks workbooks;
    private final MatchedColumns matched;
    private final Amendments amendments;

    CellsAsRead(Archive archive, SourceWorkbooks workbooks, MatchedColumns matched, Amendments amendments) {
        this.archive = archive;
        this.workbooks = workbooks;
        this.matched = matched;
        this.amendments = amendments;
    }

    /**
     * Cells of some rows of a dataset.
     *
     * @param rows as Excel numbers them
     * @param columns those wanted; one that the sheet lacks has no cell
     */
    public record Wanted(Dataset dataset, Set<Integer> rows, Set<String> columns) {}

    /**
     * Cells of a sheet.
     *
     * @param sheet as the workbook names it
     * @param sheetRows the cells of each row wanted, from left to right
     */
    public record Read(String sheet, Map<Integer, List<CellAsRead>> sheetRows) {}

    /**
     * Reads cells of a return.
     *
     * @return by the dataset's id; nothing of one whose sheet was not read
     */
    public Map<String, Read> of(Submission submission, List<Wanted> wanted) throws IOException {
        List<MatchedColumn> columns = matched.of(submission);
        List<Amendment> agreed = amendments.of(submission);
        var cells = new LinkedHashMap<String, Read>();
        try (SourceWorkbook workbook = workbooks.open(archive.file(submission), submission.fileName())) {
            boolean from1904 = workbook.countsFrom1904();
            for (Wanted one : wanted) {
                List<MatchedColumn> own = columns.stream()
                        .filter(column -> column.dataset().equals(one.dataset().id())
                                && one.columns().contains(column.column()))
                        .toList();
                if (!own.isEmpty()) {
                    var reader = new RowsReader(one, own, agreed, from1904);
                    workbook.read(sheet(workbook, own.get(0).sheet(), submission), reader);
                    cells.put(one.dataset().id(), new Read(own.get(0).sheet(), reader.finished()));
                }
            }
        } catch (UnreadableWorkbookException e) {
            throw new IllegalStateException(
                    "the archived copy of " + submission.fileName() + " was read before and cannot be now", e);
        }
        return cells;
    }

    private static SourceSheet sheet(SourceWorkbook workbook, String name, Submission submission) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the archived copy of " + submission.fileName() + " has lost its sheet " + name));
    }

    /** Takes the cells of the rows wanted as the sheet tells them. */
    private static final class RowsReader implements CellHandler {

        private final Wanted wanted;
        private final List<MatchedColumn> columns;
        private final Map<Integer, Integer> indexes = new HashMap<>();
        private final List<ColumnReader> readers = new ArrayList<>();
        private final Map<String, Amendment> agreed = new HashMap<>();
        private final RawCells cells;
        private final String[] texts;
        private final boolean[] calculated;
        private final Map<Integer, List<CellAsRead>> found = new TreeMap<>();
        private int row;

        RowsReader(Wanted wanted, List<MatchedColumn> columns, List<Amendment> amendments, boolean from1904) {
            this.wanted = wanted;
            this.columns = columns;
            this.cells = new RawCells(columns.size());
            this.texts = new String[columns.size()];
            this.calculated = new boolean[columns.size()];
            for (MatchedColumn column : columns) {
                indexes.put(column.sheetColumn(), readers.size());
                readers.add(new ColumnReader(
                        wanted.dataset().column(column.column()).orElseThrow(),
                        wanted.dataset().key().contains(column.column()),
                        from1904));
            }
            amendments.stream()
                    .filter(amendment ->
                            Names.same(amendment.sheet(), columns.get(0).sheet()))
                    .forEach(amendment -> agreed.put(amendment.cell(), amendment));
        }

        @Override
        public void row(int number, boolean hidden) {
            finishRow();
            row = number;
        }

        @Override
        public void calculated(int column) {
            int index = index(column);
            if (index >= 0) {
                calculated[index] = true;
            }
        }

        @Override
        public void fromAnotherWorkbook(int column) {
            int index = index(column);
            if (index >= 0) {
                cells.fromAnotherWorkbook(index);
            }
        }

        @Override
        public void text(int column, String text) {
            int index = index(column);
            if (index >= 0) {
                texts[index] = text;
                if (!TypedText.isBlank(text)) {
                    cells.text(index, TypedText.tidy(text));
                }
            }
        }

        @Override
        public void number(int column, double value) {
            int index = index(column);
            if (index >= 0) {
                cells.number(index, value);
            }
        }

        @Override
        public void date(int column, long epochDay, int secondOfDay) {
            int index = index(column);
            if (index >= 0) {
                cells.date(index, epochDay, secondOfDay);
            }
        }

        @Override
        public void bool(int column, boolean value) {
            int index = index(column);
            if (index >= 0) {
                cells.bool(index, value);
            }
        }

        @Override
        public void error(int column, String code) {
            int index = index(column);
            if (index >= 0) {
                cells.error(index, code);
            }
        }

        @Override
        public void noResult(int column) {
            int index = index(column);
            if (index >= 0) {
                cells.noResult(index);
            }
        }

        private int index(int column) {
            return wanted.rows().contains(row) ? indexes.getOrDefault(column, HeaderNames.NONE) : HeaderNames.NONE;
        }

        private void finishRow() {
            if (wanted.rows().contains(row)) {
                var ofRow = new ArrayList<CellAsRead>();
                for (int i = 0; i < columns.size(); i++) {
                    ofRow.add(cell(i));
                }
                found.put(row, ofRow);
            }
            cells.clear();
            Arrays.fill(texts, null);
            Arrays.fill(calculated, false);
        }

        private CellAsRead cell(int index) {
            MatchedColumn matched = columns.get(index);
            Column column = wanted.dataset().column(matched.column()).orElseThrow();
            String address = matched.cell(row);
            String raw = texts[index] == null ? cells.shown(index) : texts[index];
            var how = new ArrayList<String>();
            if (calculated[index]) {
                how.add("the result of a formula");
            }
            Amendment amendment = agreed.get(address);
            RawCells counted = cells;
            int place = index;
            CellValue replacement = amendment == null ? null : amendment.replacement();
            if (amendment != null && replacement != null) {
                how.add("read as \"" + replacement.shown() + "\", as was " + amendment.agreement());
                counted = replaced(replacement);
                place = 0;
            }
            return new CellAsRead(
                    column, matched.header(), address, raw, value(index, counted, place, raw, how), how, amendment);
        }

        private static RawCells replaced(CellValue replacement) {
            var one = new RawCells(1);
            replacement.tell(1, new OneCell(one));
            return one;
        }

        private String value(int index, RawCells counted, int place, String raw, List<String> how) {
            ColumnReader reader = readers.get(index);
            if (reader.read(counted, place) != null) {
                how.add("cannot be understood");
                return "";
            }
            Conversion conversion = reader.conversion();
            if (conversion != null) {
                how.add(conversion.rule().id().replace('-', ' '));
            }
            if (counted.isFromAnotherWorkbook(place)) {
                how.add(Conversion.FROM_ANOTHER_WORKBOOK.rule().id().replace('-', ' '));
            }
            String value = reader.shown();
            if (value.isEmpty() && !raw.isBlank() && counted.kind(place) != RawCells.Kind.NONE) {
                how.add("counts as blank");
            } else if (how.isEmpty() && !value.equals(raw)) {
                how.add("counts as " + value);
            }
            return value;
        }

        Map<Integer, List<CellAsRead>> finished() {
            finishRow();
            return found;
        }
    }

    /** Takes one cell, whatever its column. */
    private record OneCell(RawCells cell) implements CellHandler {

        @Override
        public void row(int row, boolean hidden) {
            throw new IllegalStateException("a cell was expected");
        }

        @Override
        public void text(int column, String text) {
            cell.text(0, text);
        }

        @Override
        public void number(int column, double value) {
            cell.number(0, value);
        }

        @Override
        public void date(int column, long epochDay, int secondOfDay) {
            cell.date(0, epochDay, secondOfDay);
        }

        @Override
        public void bool(int column, boolean value) {
            cell.bool(0, value);
        }

        @Override
        public void error(int column, String code) {
            throw new IllegalStateException("nobody agrees to an error");
        }

        @Override
        public void noResult(int column) {
            throw new IllegalStateException("nobody agrees to a formula");
        }
    }
}
