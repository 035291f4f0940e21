package org.scrutineer.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.workbook.CellHandler;

/** Looks whose header a sheet has, of many datasets. */
final class SheetHead implements CellHandler {

    private final Map<Dataset, HeaderSearch> searches = new LinkedHashMap<>();
    private final Map<Dataset, Integer> columns = new LinkedHashMap<>();
    private int row;
    private int rows;

    SheetHead(List<Dataset> datasets) {
        datasets.forEach(dataset -> searches.put(dataset, new HeaderSearch(dataset)));
    }

    @Override
    public void row(int number, boolean hidden) {
        finishRow();
        row = number;
    }

    private void finishRow() {
        if (row > 0) {
            searches.entrySet().removeIf(search -> {
                var header = search.getValue().header(row);
                header.ifPresent(found -> columns.put(search.getKey(), found.size()));
                return header.isPresent();
            });
            rows++;
        }
        if (rows == HeaderSearch.ROWS) {
            // A long sheet is told to its end; no more is asked of it.
            searches.clear();
        }
    }

    @Override
    public void text(int column, String text) {
        String tidy = TypedText.tidy(text);
        if (!tidy.isEmpty()) {
            searches.values().forEach(search -> search.text(column, tidy));
        }
    }

    @Override
    public void number(int column, double value) {
        noText();
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        noText();
    }

    @Override
    public void bool(int column, boolean value) {
        noText();
    }

    @Override
    public void error(int column, String code) {
        noText();
    }

    @Override
    public void noResult(int column) {
        noText();
    }

    private void noText() {
        searches.values().forEach(HeaderSearch::noText);
    }

    /** Ends the last row. */
    SheetHead finished() {
        finishRow();
        row = 0;
        return this;
    }

    /** How many of a dataset's columns its header names; 0 where no row is a header of the dataset. */
    int columnsOf(Dataset dataset) {
        return columns.getOrDefault(dataset, 0);
    }
}
