package org.scrutineer.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.scrutineer.workbook.InspectedWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.scrutineer.workbook.WorkbookInspector;

/** Reads workbooks afresh and holds them against all rules. */
public final class Linter {

    private Linter() {}

    /**
     * What a workbook breaks that no waiver covers, in the order of its sheets and cells.
     *
     * @throws UnreadableWorkbookException where the file is no workbook that can be read, with the reason
     * @throws IOException where the disk fails
     */
    public static List<Problem> check(Path file, List<LintWaiver> waivers)
            throws UnreadableWorkbookException, IOException {
        return check(WorkbookInspector.inspect(file), waivers);
    }

    static List<Problem> check(InspectedWorkbook workbook, List<LintWaiver> waivers) {
        return problems(workbook).stream()
                .filter(problem -> waivers.stream().noneMatch(waiver -> waiver.covers(problem)))
                .toList();
    }

    private static List<Problem> problems(InspectedWorkbook workbook) {
        List<Problem> problems = new ArrayList<>(WorkbookRules.check(workbook));
        List<SheetView> sheets = workbook.sheets().stream().map(SheetView::of).toList();
        for (SheetView sheet : sheets) {
            Stream.of(
                            SheetRules.check(sheet),
                            TableRules.check(sheet),
                            TextRules.check(sheet),
                            LookRules.check(sheet),
                            FigureRules.check(sheet, isOurs(workbook)))
                    .flatMap(List::stream)
                    .forEach(problems::add);
        }
        problems.addAll(NoteRules.check(sheets));
        problems.addAll(FigureRules.check(sheets));
        return problems;
    }

    /** Only workbooks that this program wrote have the line that says how things stand. */
    private static boolean isOurs(InspectedWorkbook workbook) {
        return "Scrutineer".equals(workbook.application());
    }
}
