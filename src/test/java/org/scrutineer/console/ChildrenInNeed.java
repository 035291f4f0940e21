package org.scrutineer.console;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.scrutineer.workbook.TestWorkbook;

/** Small returns of a safeguarding team for December 2018, which list children in need and nothing else. */
final class ChildrenInNeed {

    private ChildrenInNeed() {}

    /** Puts a return into the drop folder; the first child stands in row 2, and each plan began on 5 November 2018. */
    static void send(Installation installation, String file, String team, LocalDate preparedOn, String... children)
            throws IOException {
        TestWorkbook workbook = TestWorkbook.aWorkbook()
                .sheet("Return")
                .cell("A1", "Return type")
                .cell("B1", "team-performance")
                .cell("A2", "Template version")
                .cell("B2", 3)
                .cell("A3", "Team")
                .cell("B3", team)
                .cell("A4", "Period")
                .cell("B4", "2018-12")
                .cell("A5", "Prepared by")
                .cell("B5", "A. Manager")
                .cell("A6", "Prepared on")
                .cell("B6", preparedOn)
                .cell("A7", "Nothing to report for")
                .cell("B7", "Child protection, Missing episodes, Supervision")
                .sheet("Children in need");
        List<String> headers = List.of(
                "Child ID",
                "CIN start date",
                "Date child was last seen",
                "Date of latest plan review",
                "CIN closure date",
                "Allocated worker",
                "Home council");
        for (int i = 0; i < headers.size(); i++) {
            workbook.cell((char) ('A' + i) + "1", headers.get(i));
        }
        for (int i = 0; i < children.length; i++) {
            workbook.cell("A" + (i + 2), children[i]);
            workbook.cell("B" + (i + 2), LocalDate.of(2018, 11, 5));
        }
        Files.createDirectories(installation.input());
        workbook.saveAs(installation.input().resolve(file));
    }
}
