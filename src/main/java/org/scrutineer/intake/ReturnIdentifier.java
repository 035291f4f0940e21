package org.scrutineer.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;

/**
 * Finds out whose return a workbook is: by its {@code Return} sheet or, of the types that others designed, by the
 * headers of its sheets.
 */
final class ReturnIdentifier {

    private final Catalogue catalogue;

    ReturnIdentifier(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param file the name it was received under, with the folders it lies in */
    Identified identify(SourceWorkbook workbook, String file) throws UnreadableWorkbookException, IOException {
        if (ReturnSheet.isIn(workbook)) {
            return ReturnSheet.read(workbook, file, catalogue);
        }
        Optional<Identified> inferred = new SheetsOnly(catalogue, file).identify(workbook);
        return inferred.orElseGet(() -> Identified.unknown(List.of(sheetMissing(workbook, file))));
    }

    private static Finding sheetMissing(SourceWorkbook workbook, String file) {
        return new Finding(
                "return-sheet-missing",
                Severity.BLOCK,
                file,
                null,
                null,
                String.join(
                        ", ", workbook.sheets().stream().map(SourceSheet::name).toList()),
                "a sheet named Return that says whose return this is",
                "Start from the template, or add the sheet Return with Return type, Template version, Team, Period and Prepared on.");
    }
}
