package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;

/**
 * How one workbook differs from another in what its cells say; what it looks like, and how it is packed, may differ.
 *
 * @param sheetsAdded names that only the later one has
 * @param sheetsRemoved names that only the earlier one has
 * @param cells of sheets that both have, in the order of the sheets
 * @param partsAdded parts of the package that only the later one has, such as a sensitivity label's
 */
public record WorkbookDifferences(
        List<String> sheetsAdded, List<String> sheetsRemoved, List<CellChange> cells, List<String> partsAdded) {

    /**
     * @param before what the cell said, with its formula if it has one; empty where it said nothing
     * @param after the same in the later workbook
     */
    public record CellChange(String sheet, String cell, String before, String after) {}

    public WorkbookDifferences {
        sheetsAdded = List.copyOf(sheetsAdded);
        sheetsRemoved = List.copyOf(sheetsRemoved);
        cells = List.copyOf(cells);
        partsAdded = List.copyOf(partsAdded);
    }

    /** Whether both say the same. */
    public boolean none() {
        return sheetsAdded.isEmpty() && sheetsRemoved.isEmpty() && cells.isEmpty();
    }

    /** How much differs: sheets and cells. */
    public int count() {
        return sheetsAdded.size() + sheetsRemoved.size() + cells.size();
    }

    /**
     * @throws UnreadableWorkbookException where one of them cannot be read
     * @throws IOException where the disk fails
     */
    public static WorkbookDifferences between(Path earlier, Path later)
            throws UnreadableWorkbookException, IOException {
        Map<String, Map<String, String>> before = said(earlier);
        Map<String, Map<String, String>> after = said(later);
        List<CellChange> cells = new ArrayList<>();
        before.forEach((sheet, texts) -> {
            Map<String, String> now = after.get(sheet);
            if (now != null) {
                compare(sheet, texts, now, cells);
            }
        });
        return new WorkbookDifferences(
                lacking(after, before), lacking(before, after), cells, partsAdded(earlier, later));
    }

    private static List<String> lacking(Map<String, ?> in, Map<String, ?> from) {
        return in.keySet().stream().filter(name -> !from.containsKey(name)).toList();
    }

    private static Map<String, Map<String, String>> said(Path file) throws UnreadableWorkbookException, IOException {
        Map<String, Map<String, String>> sheets = new LinkedHashMap<>();
        for (Sheet sheet : WorkbookInspector.inspect(file).sheets()) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (Cell cell : sheet.cells()) {
                String said = said(cell);
                if (!said.isEmpty()) {
                    cells.put(cell.address(), said);
                }
            }
            sheets.put(sheet.name(), cells);
        }
        return sheets;
    }

    private static String said(Cell cell) {
        Content content = cell.content();
        String value = content == null
                ? ""
                : content instanceof Content.Text text
                        ? text.text()
                        : content instanceof Content.Number number
                                ? number.value().stripTrailingZeros().toPlainString()
                                : content instanceof Content.Truth truth
                                        ? (truth.value() ? "TRUE" : "FALSE")
                                        : ((Content.Error) content).code();
        return cell.formula() == null ? value : value + " (=" + cell.formula() + ")";
    }

    private static void compare(
            String sheet, Map<String, String> before, Map<String, String> after, List<CellChange> changes) {
        before.forEach((cell, said) -> {
            String now = after.getOrDefault(cell, "");
            if (!now.equals(said)) {
                changes.add(new CellChange(sheet, cell, said, now));
            }
        });
        after.forEach((cell, said) -> {
            if (!before.containsKey(cell)) {
                changes.add(new CellChange(sheet, cell, "", said));
            }
        });
    }

    private static List<String> partsAdded(Path earlier, Path later) throws IOException {
        try (ZipFile before = new ZipFile(earlier.toFile());
                ZipFile after = new ZipFile(later.toFile())) {
            var added = new TreeSet<String>();
            after.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> !name.endsWith("/") && before.getEntry(name) == null)
                    .forEach(added::add);
            return List.copyOf(added);
        }
    }
}
