package org.scrutineer.trace;

import java.util.List;
import org.scrutineer.intake.CellAsRead;

/** What is shown of cells that say something of a person. */
final class PersonalCells {

    /** Stands for a value nobody asked to see. */
    static final String MASKED = "masked";

    private PersonalCells() {}

    /** The cells as they may be shown; a blank one says nothing of anybody. */
    static List<CellAsRead> shown(List<CellAsRead> cells, boolean personal) {
        return personal ? cells : cells.stream().map(PersonalCells::masked).toList();
    }

    private static CellAsRead masked(CellAsRead cell) {
        return !cell.column().personal() || (cell.raw().isBlank() && cell.amendment() == null)
                ? cell
                : new CellAsRead(cell.column(), cell.header(), cell.cell(), MASKED, MASKED, List.of(), null);
    }
}
