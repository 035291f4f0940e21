package org.scrutineer.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Names;

/** Reads answers of yes or no. */
final class YesNoReader extends ValueReader {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");

    YesNoReader(Column column) {
        super(column);
    }

    @Override
    @Nullable
    CellProblem read(RawCells cells, int index) {
        String word = Names.normal(cells.shown(index));
        if (!YES.contains(word) && !NO.contains(word)) {
            return new CellProblem(ReadingRule.YES_OR_NO_EXPECTED, expected(), "Choose Yes or No.");
        }
        be(YES.contains(word) ? 1 : 0);
        return null;
    }
}
