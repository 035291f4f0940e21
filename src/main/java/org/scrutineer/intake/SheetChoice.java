package org.scrutineer.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;

/**
 * Which sheet of a workbook holds which dataset.
 *
 * @param sheets by the dataset's id, those that were found
 * @param byHeaders the datasets among them whose sheet bears another name and was known by its headers
 * @param contested datasets without a sheet of their name whose headers several sheets have; none of these is taken
 */
record SheetChoice(
        Map<String, SourceSheet> sheets, List<Dataset> byHeaders, Map<Dataset, List<SourceSheet>> contested) {

    /** The sheets that bear one of a dataset's names. */
    static SheetChoice byName(SourceWorkbook workbook, List<Dataset> datasets) {
        var sheets = new LinkedHashMap<String, SourceSheet>();
        for (Dataset dataset : datasets) {
            named(dataset, workbook).ifPresent(sheet -> sheets.put(dataset.id(), sheet));
        }
        return new SheetChoice(sheets, List.of(), Map.of());
    }

    /** The same, and for each dataset left the one other sheet whose headers are its own more than any other's. */
    static SheetChoice byNameOrHeaders(
            Map<SourceSheet, SheetHead> heads, SourceWorkbook workbook, List<Dataset> datasets) {
        var sheets = new LinkedHashMap<>(byName(workbook, datasets).sheets());
        var claims = new LinkedHashMap<Dataset, List<SourceSheet>>();
        heads.forEach((sheet, head) -> {
            if (!sheets.containsValue(sheet)) {
                best(head, datasets)
                        .filter(dataset -> !sheets.containsKey(dataset.id()))
                        .ifPresent(dataset -> claims.computeIfAbsent(dataset, first -> new ArrayList<>())
                                .add(sheet));
            }
        });
        var byHeaders = new ArrayList<Dataset>();
        var contested = new LinkedHashMap<Dataset, List<SourceSheet>>();
        claims.forEach((dataset, claiming) -> {
            if (claiming.size() == 1) {
                sheets.put(dataset.id(), claiming.get(0));
                byHeaders.add(dataset);
            } else {
                contested.put(dataset, claiming);
            }
        });
        return new SheetChoice(sheets, byHeaders, contested);
    }

    /** Whose header each sheet has. */
    static Map<SourceSheet, SheetHead> heads(SourceWorkbook workbook, List<Dataset> datasets)
            throws UnreadableWorkbookException, IOException {
        var heads = new LinkedHashMap<SourceSheet, SheetHead>();
        for (SourceSheet sheet : workbook.sheets()) {
            var head = new SheetHead(datasets);
            workbook.read(sheet, head);
            heads.put(sheet, head.finished());
        }
        return heads;
    }

    private static Optional<SourceSheet> named(Dataset dataset, SourceWorkbook workbook) {
        return dataset.sheets().stream()
                .flatMap(name -> workbook.sheets().stream().filter(sheet -> Names.same(sheet.name(), name)))
                .findFirst();
    }

    private static Optional<Dataset> best(SheetHead head, List<Dataset> datasets) {
        Optional<Dataset> best = Optional.empty();
        int most = 0;
        for (Dataset dataset : datasets) {
            int columns = head.columnsOf(dataset);
            if (columns > most) {
                most = columns;
                best = Optional.of(dataset);
            } else if (columns == most) {
                best = Optional.empty();
            }
        }
        return best;
    }

    Optional<SourceSheet> of(Dataset dataset) {
        return Optional.ofNullable(sheets.get(dataset.id()));
    }
}
