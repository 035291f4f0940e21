package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways a sheet can be read. */
enum Reading {
    AS_OFFERED {
        @Override
        SheetFacts read(SourceWorkbook workbook, SourceSheet sheet, CellHandler handler)
                throws UnreadableWorkbookException, IOException {
            return workbook.read(sheet, handler);
        }
    },
    OF_BYTES {
        @Override
        SheetFacts read(SourceWorkbook workbook, SourceSheet sheet, CellHandler handler)
                throws UnreadableWorkbookException, IOException {
            try {
                return workbook.readBytes(sheet, handler, new RowReader.Told());
            } catch (OddShapeException e) {
                throw new LeftToTheParser(e);
            }
        }
    },
    OF_XML {
        @Override
        SheetFacts read(SourceWorkbook workbook, SourceSheet sheet, CellHandler handler)
                throws UnreadableWorkbookException, IOException {
            return workbook.readXml(sheet, handler);
        }
    };

    /**
     * What came of reading a workbook's first sheet.
     *
     * @param events empty where it was refused: what was told before counts for nothing then
     */
    record Read(
            List<String> events,
            @Nullable SheetFacts facts,
            @Nullable Refusal refusal) {}

    /** A sheet that only {@link #OF_BYTES} does not read. */
    static final class LeftToTheParser extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private LeftToTheParser(OddShapeException shape) {
            super(shape);
        }
    }

    Read of(Path file) throws IOException {
        RecordedCells cells = RecordedCells.everything();
        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            SheetFacts facts = read(workbook, workbook.sheets().get(0), cells);
            return new Read(cells.events(), facts, null);
        } catch (UnreadableWorkbookException e) {
            return new Read(List.of(), null, e.refusal());
        }
    }

    abstract SheetFacts read(SourceWorkbook workbook, SourceSheet sheet, CellHandler handler)
            throws UnreadableWorkbookException, IOException;
}
