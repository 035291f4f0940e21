package org.scrutineer.intake;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Names;

/** Reads codes, by any of the ways people write them. */
final class CodeReader extends ValueReader {

    private final Map<String, String> codes = new HashMap<>();

    CodeReader(Column column) {
        super(column);
        column.codes().forEach((code, synonyms) -> {
            codes.put(Names.normal(code), code);
            synonyms.forEach(synonym -> codes.put(Names.normal(synonym), code));
        });
    }

    @Override
    @Nullable
    CellProblem read(RawCells cells, int index) {
        String code = codes.get(Names.normal(cells.shown(index)));
        if (code == null) {
            return new CellProblem(ReadingRule.CODE_UNKNOWN, expected(), "Choose one of these.");
        }
        be(code);
        return null;
    }
}
