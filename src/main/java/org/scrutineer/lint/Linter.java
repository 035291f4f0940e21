package org.scrutineer.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.workbook.InspectedWorkbook;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.scrutineer.workbook.WorkbookInspector;

/** Reads workbooks afresh and holds them against all rules. */
public final class Linter {

    private Linter() {}

    /**
     * @throws UnreadableWorkbookException where the file is no workbook that can be read, with the reason
     * @throws IOException where the disk fails
     */
    public static LintReport check(Path file, List<LintWaiver> waivers)
            throws UnreadableWorkbookException, IOException {
        return check(WorkbookInspector.inspect(file), waivers);
    }

    static LintReport check(InspectedWorkbook workbook, List<LintWaiver> waivers) {
        List<Problem> found = problems(workbook);
        Map<Boolean, List<Problem>> byWaiver = found.stream()
                .collect(Collectors.partitioningBy(
                        problem -> waivers.stream().anyMatch(waiver -> waiver.covers(problem))));
        return new LintReport(
                byWaiver.getOrDefault(false, List.of()),
                byWaiver.getOrDefault(true, List.of()),
                waivers.stream()
                        .filter(waiver -> found.stream().noneMatch(waiver::covers))
                        .toList());
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
