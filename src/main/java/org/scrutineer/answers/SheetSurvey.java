package org.scrutineer.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Names;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SheetFacts;
import org.scrutineer.workbook.SourceSheet;

/**
 * What a sheet looks like to who opens it: what is hidden or filtered, in which row its headers stand, and whether it
 * calculates.
 */
final class SheetSurvey implements CellHandler {

    private static final int HEADER_SEARCH = 60;
    private static final int RANGES_NAMED = 6;

    /** A sheet once surveyed. */
    record Surveyed(
            SourceSheet sheet,
            int headerRow,
            String hiddenRows,
            String hiddenColumns,
            String filter,
            boolean hasFormulas) {}

    private final SourceSheet sheet;

    /** The header each column of the sheet was matched by. */
    private final Map<Integer, String> headers = new TreeMap<>();

    private final List<String> hiddenRanges = new ArrayList<>();
    private int firstHidden;
    private int lastHidden;
    private int row;
    private int matched;
    private int bestMatched;
    private int headerRow;
    private boolean formulas;

    SheetSurvey(SourceSheet sheet, List<MatchedColumn> columns) {
        this.sheet = sheet;
        columns.stream()
                .filter(column -> Names.same(column.sheet(), sheet.name()))
                .forEach(column -> headers.put(column.sheetColumn(), Names.normal(column.header())));
    }

    @Override
    public void row(int number, boolean hidden) {
        finishRow();
        row = number;
        if (!hidden) {
            return;
        }
        if (lastHidden != number - 1) {
            finishHidden();
            firstHidden = number;
        }
        lastHidden = number;
    }

    /** The row that most of the headers stand in; the lowest of a header of two rows. */
    private void finishRow() {
        if (matched > 0 && matched >= bestMatched && row <= HEADER_SEARCH) {
            bestMatched = matched;
            headerRow = row;
        }
        matched = 0;
    }

    private void finishHidden() {
        if (firstHidden > 0) {
            hiddenRanges.add(firstHidden == lastHidden ? "" + firstHidden : firstHidden + " to " + lastHidden);
        }
    }

    @Override
    public void calculated(int column) {
        formulas = true;
    }

    @Override
    public void text(int column, String text) {
        if (row <= HEADER_SEARCH && Names.normal(text.replaceAll("\\s+", " ")).equals(headers.get(column))) {
            matched++;
        }
    }

    @Override
    public void number(int column, double value) {}

    @Override
    public void date(int column, long epochDay, int secondOfDay) {}

    @Override
    public void bool(int column, boolean value) {}

    @Override
    public void error(int column, String code) {}

    @Override
    public void noResult(int column) {}

    Surveyed finish(SheetFacts facts) {
        finishRow();
        finishHidden();
        List<String> columns = facts.hiddenColumns().stream()
                .map(range ->
                        letters(range.first()) + (range.first() == range.last() ? "" : " to " + letters(range.last())))
                .toList();
        return new Surveyed(sheet, headerRow, named(hiddenRanges), named(columns), filter(facts.filter()), formulas);
    }

    private static String filter(@Nullable String range) {
        return range == null ? "None" : range;
    }

    private static String letters(int column) {
        return new MatchedColumn("", "", "", column, "").letters();
    }

    private static String named(List<String> ranges) {
        if (ranges.isEmpty()) {
            return "None";
        }
        var named = new ArrayList<>(ranges.subList(0, Math.min(RANGES_NAMED, ranges.size())));
        if (ranges.size() > RANGES_NAMED) {
            named.add((ranges.size() - RANGES_NAMED) + " more");
        }
        return Phrase.list(named);
    }
}
