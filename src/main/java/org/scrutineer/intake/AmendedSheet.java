package org.scrutineer.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.scrutineer.catalogue.Names;
import org.scrutineer.workbook.CellHandler;

/** Tells a sheet with some of its cells replaced; all others as they stand. */
final class AmendedSheet implements CellHandler {

    private final CellHandler reader;
    private final Map<Integer, Map<Integer, CellValue>> replacements = new HashMap<>();
    private Map<Integer, CellValue> ofRow = Map.of();

    private AmendedSheet(CellHandler reader) {
        this.reader = reader;
    }

    /**
     * The reader itself where nothing in the sheet is amended.
     *
     * @param amendments of the whole return
     */
    static CellHandler of(String sheet, List<Amendment> amendments, CellHandler reader) {
        var amended = new AmendedSheet(reader);
        for (Amendment amendment : amendments) {
            CellValue replacement = amendment.replacement();
            if (replacement != null && Names.same(amendment.sheet(), sheet)) {
                amended.replacements
                        .computeIfAbsent(amendment.row(), row -> new TreeMap<>())
                        .put(amendment.column(), replacement);
            }
        }
        return amended.replacements.isEmpty() ? reader : amended;
    }

    /** The replaced cells of a row are told first: where the file's own cell is blank it would not be told at all. */
    @Override
    public void row(int row, boolean hidden) {
        reader.row(row, hidden);
        ofRow = replacements.getOrDefault(row, Map.of());
        ofRow.forEach((column, value) -> value.tell(column, reader));
    }

    @Override
    public void calculated(int column) {
        if (!ofRow.containsKey(column)) {
            reader.calculated(column);
        }
    }

    @Override
    public void fromAnotherWorkbook(int column) {
        if (!ofRow.containsKey(column)) {
            reader.fromAnotherWorkbook(column);
        }
    }

    @Override
    public void text(int column, String text) {
        if (!ofRow.containsKey(column)) {
            reader.text(column, text);
        }
    }

    @Override
    public void number(int column, double value) {
        if (!ofRow.containsKey(column)) {
            reader.number(column, value);
        }
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        if (!ofRow.containsKey(column)) {
            reader.date(column, epochDay, secondOfDay);
        }
    }

    @Override
    public void bool(int column, boolean value) {
        if (!ofRow.containsKey(column)) {
            reader.bool(column, value);
        }
    }

    @Override
    public void error(int column, String code) {
        if (!ofRow.containsKey(column)) {
            reader.error(column, code);
        }
    }

    @Override
    public void noResult(int column) {
        if (!ofRow.containsKey(column)) {
            reader.noResult(column);
        }
    }
}
