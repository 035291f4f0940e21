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
import org.scrutineer.intake.Submissions.FoundColumn;
import org.scrutineer.records.RowChanges;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/**
 * Says what the findings of returns are about: the dataset, the column, and the key of the row. A row that was refused
 * is nowhere but in the file, so keys are read from the archived copy, and from the rows with a finding alone.
 */
@Component
public class PlacedFindings {

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final Findings findings;
    private final Archive archive;

    PlacedFindings(Catalogue catalogue, Submissions submissions, Findings findings, Archive archive) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.findings = findings;
        this.archive = archive;
    }

    /** The findings of a return, worst first, without keys. */
    public List<PlacedFinding> of(Submission submission) {
        List<FoundColumn> columns = submissions.columns(submission);
        var placed = new ArrayList<PlacedFinding>();
        for (Finding finding : findings.of(submission)) {
            String cell = finding.cell() == null ? "" : finding.cell();
            int sheetColumn = CellAddress.column(cell);
            List<FoundColumn> ofSheet = columns.stream()
                    .filter(column -> column.sheet().equals(finding.sheet()))
                    .toList();
            Optional<FoundColumn> column = ofSheet.stream()
                    .filter(found -> found.sheetColumn() == sheetColumn)
                    .findFirst();
            placed.add(new PlacedFinding(
                    finding,
                    placed.size(),
                    ofSheet.isEmpty() ? null : ofSheet.get(0).dataset(),
                    column.map(FoundColumn::column).orElse(null),
                    CellAddress.row(cell),
                    null));
        }
        return placed;
    }

    /** The same with the keys of their rows, for findings that are worth it. */
    public List<PlacedFinding> withKeys(Submission submission, Predicate<Finding> worth) throws IOException {
        List<PlacedFinding> placed = of(submission);
        Map<String, Set<Integer>> rows = placed.stream()
                .filter(one -> one.dataset() != null && one.row() > 0 && worth.test(one.finding()))
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.dataset()),
                        TreeMap::new,
                        Collectors.mapping(PlacedFinding::row, Collectors.toSet())));
        if (rows.isEmpty()) {
            return placed;
        }
        Map<String, Map<Integer, String>> keys = read(submission, rows);
        return placed.stream()
                .map(one -> new PlacedFinding(
                        one.finding(),
                        one.placeInOrder(),
                        one.dataset(),
                        one.column(),
                        one.row(),
                        keys.getOrDefault(String.valueOf(one.dataset()), Map.of())
                                .get(one.row())))
                .toList();
    }

    private Map<String, Map<Integer, String>> read(Submission submission, Map<String, Set<Integer>> rows)
            throws IOException {
        ReturnType type = catalogue.returnType(submission.returnType()).orElseThrow();
        List<FoundColumn> columns = submissions.columns(submission);
        var keys = new HashMap<String, Map<Integer, String>>();
        try (SourceWorkbook workbook = SourceWorkbook.open(archive.file(submission))) {
            for (var wanted : rows.entrySet()) {
                Dataset dataset = type.dataset(wanted.getKey()).orElse(null);
                List<FoundColumn> ofDataset = columns.stream()
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
            SourceWorkbook workbook, SourceSheet sheet, Dataset dataset, List<FoundColumn> found, Set<Integer> rows)
            throws UnreadableWorkbookException, IOException {
        var columns = new HashMap<Integer, Column>();
        for (FoundColumn column : found) {
            if (dataset.key().contains(column.column())) {
                dataset.column(column.column()).ifPresent(known -> columns.put(column.sheetColumn(), known));
            }
        }
        var cells = new KeyCells(columns, rows);
        workbook.read(sheet, cells);
        var keys = new HashMap<Integer, String>();
        cells.values().forEach((row, values) -> key(dataset, values).ifPresent(key -> keys.put(row, key)));
        return keys;
    }

    private static Optional<String> key(Dataset dataset, Map<String, String> values) {
        var parts = new ArrayList<String>();
        for (String name : dataset.key()) {
            @Nullable String value = values.get(name);
            if (value == null) {
                return Optional.empty();
            }
            parts.add(value);
        }
        return Optional.of(String.join(String.valueOf(RowChanges.KEY_SEPARATOR), parts));
    }
}
