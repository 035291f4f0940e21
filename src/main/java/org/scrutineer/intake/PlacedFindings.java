package org.scrutineer.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.SourceWorkbooks;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/**
 * Says what the findings of returns are about: the dataset, the column, and the key of the row. A row that was refused
 * is nowhere but in the file, so keys are read from the archived copy, and from the rows with a finding alone.
 */
@Component
public class PlacedFindings {

    private final Catalogue catalogue;
    private final MatchedColumns matched;
    private final Findings findings;
    private final Archive archive;
    private final SourceWorkbooks workbooks;

    PlacedFindings(
            Catalogue catalogue,
            MatchedColumns matched,
            Findings findings,
            Archive archive,
            SourceWorkbooks workbooks) {
        this.catalogue = catalogue;
        this.matched = matched;
        this.findings = findings;
        this.archive = archive;
        this.workbooks = workbooks;
    }

    /** The findings of a return, worst first, without keys. */
    public List<PlacedFinding> of(Submission submission) {
        List<MatchedColumn> columns = matched.of(submission);
        var placed = new ArrayList<PlacedFinding>();
        for (Finding finding : findings.of(submission)) {
            var places = new ArrayList<PlacedFinding.Place>();
            places.add(place(finding.sheet(), finding.cell() == null ? "" : finding.cell(), columns));
            finding.also().forEach(cell -> places.add(place(cell.sheet(), cell.cell(), columns)));
            placed.add(new PlacedFinding(finding, placed.size(), places));
        }
        return placed;
    }

    private static PlacedFinding.Place place(@Nullable String sheet, String cell, List<MatchedColumn> columns) {
        int sheetColumn = CellAddress.column(cell);
        List<MatchedColumn> ofSheet =
                columns.stream().filter(column -> column.sheet().equals(sheet)).toList();
        return new PlacedFinding.Place(
                ofSheet.isEmpty() ? null : ofSheet.get(0).dataset(),
                ofSheet.stream()
                        .filter(found -> found.sheetColumn() == sheetColumn)
                        .map(MatchedColumn::column)
                        .findFirst()
                        .orElse(null),
                CellAddress.row(cell),
                null);
    }

    /** The same with the keys of their rows. */
    public List<PlacedFinding> withKeys(Submission submission, Predicate<Finding> wanted) throws IOException {
        List<PlacedFinding> placed = of(submission).stream()
                .filter(one -> wanted.test(one.finding()))
                .toList();
        Map<String, Set<Integer>> rows = placed.stream()
                .flatMap(one -> one.places().stream())
                .filter(place -> place.dataset() != null && place.row() > 0)
                .collect(Collectors.groupingBy(
                        place -> String.valueOf(place.dataset()),
                        TreeMap::new,
                        Collectors.mapping(PlacedFinding.Place::row, Collectors.toSet())));
        if (rows.isEmpty()) {
            return placed;
        }
        Map<String, Map<Integer, String>> keys = read(submission, rows);
        return placed.stream()
                .map(one -> new PlacedFinding(
                        one.finding(),
                        one.placeInOrder(),
                        one.places().stream()
                                .map(place -> place.withKey(keys.getOrDefault(String.valueOf(place.dataset()), Map.of())
                                        .get(place.row())))
                                .toList()))
                .toList();
    }

    private Map<String, Map<Integer, String>> read(Submission submission, Map<String, Set<Integer>> rows)
            throws IOException {
        ReturnType type = catalogue.returnType(submission.returnType()).orElseThrow();
        List<MatchedColumn> columns = matched.of(submission);
        var keys = new HashMap<String, Map<Integer, String>>();
        try (SourceWorkbook workbook = workbooks.open(archive.file(submission), submission.fileName())) {
            for (var wanted : rows.entrySet()) {
                Dataset dataset = type.dataset(wanted.getKey()).orElse(null);
                List<MatchedColumn> ofDataset = columns.stream()
                        .filter(column -> column.dataset().equals(wanted.getKey()))
                        .toList();
                Optional<SourceSheet> sheet = workbook.sheets().stream()
                        .filter(one -> one.name().equals(ofDataset.get(0).sheet()))
                        .findFirst();
                if (dataset != null && sheet.isPresent()) {
                    keys.put(wanted.getKey(), keys(workbook, sheet.get(), dataset, ofDataset, wanted.getValue()));
                }
            }
            return keys;
        } catch (UnreadableWorkbookException e) {
            // It could be read when it was checked, or it would have no columns.
            throw new IOException("the archived copy of " + submission.fileName() + " cannot be read any more", e);
        }
    }

    private static Map<Integer, String> keys(
            SourceWorkbook workbook, SourceSheet sheet, Dataset dataset, List<MatchedColumn> found, Set<Integer> rows)
            throws UnreadableWorkbookException, IOException {
        var columns = new ArrayList<Column>();
        var indexes = new HashMap<Integer, Integer>();
        for (String name : dataset.key()) {
            for (MatchedColumn column : found) {
                if (column.column().equals(name)) {
                    indexes.put(column.sheetColumn(), columns.size());
                }
            }
            columns.add(dataset.column(name).orElseThrow());
        }
        var cells = new KeyCells(columns, indexes, workbook.countsFrom1904(), rows);
        workbook.read(sheet, cells);
        return cells.keys();
    }
}
