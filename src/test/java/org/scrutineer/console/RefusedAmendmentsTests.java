package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.TestWorkbook;

/** Lists of amendments whose lines hold by themselves, and with which a return cannot be accepted. */
class RefusedAmendmentsTests {

    @TempDir
    Path folder;

    @Test
    void nothingIsTakenThatWouldHaveTheReturnRefusedOrIsAboutOneThatWaitsForARun() throws IOException {
        Installation installation = Installation.withoutFigures(folder);
        ChildrenInNeed.send(installation, "North.xlsx", "Safeguarding Team North", LocalDate.of(2019, 1, 8), "C000001");
        assertThat(installation.command("run").out()).contains("1 accepted");

        assertThat(refusal(installation, "B2", "5 Nov 2018", "not known"))
                .isEqualTo(
                        "list.xlsx: found \"North.xlsx\"; expected lines with which the return can be accepted; it would"
                                + " be refused: North.xlsx: expected at least one row that can count; every row has an error."
                                + " Correct the rows and send the return again. Correct the lines about this return.");
        assertThat(installation.command("run").out()).contains("There was nothing new to do");

        assertThat(refusal(installation, "B2", "5 Nov 2018", "6 Nov 2018")).isEmpty();
        assertThat(refusal(installation, "A2", "C000001", "C000002"))
                .isEqualTo(
                        "list.xlsx, sheet List, cell A2: found \"North.xlsx\"; expected a return that has been checked and"
                                + " is not held. Start a run first, and settle which return counts.");
    }

    @Test
    void everyMistakeOfALineIsToldAtOnce() throws IOException {
        Installation installation = Installation.withoutFigures(folder);
        ChildrenInNeed.send(installation, "North.xlsx", "Safeguarding Team North", LocalDate.of(2019, 1, 8), "C000001");
        installation.command("run");

        assertThat(refusal(installation, list("B2", "6 Nov 2018", "7 Nov 2018", "A. M.")))
                .isEqualTo(
                        "list.xlsx, sheet List, cell H2: found \"A. M.\"; expected somebody other than the one who asked. Have"
                                + " it approved by a second person.\n  list.xlsx, sheet List, cell D2: found \"6 Nov 2018\";"
                                + " expected \"5 Nov 2018\", which is what stands in cell B2 of sheet Children in need now. Look"
                                + " at the return again; the line was written for another value.");
    }

    /** What the command says against a list of one line, without its first line; empty where it takes the list. */
    private String refusal(Installation installation, String cell, String old, String replacement) throws IOException {
        return refusal(installation, list(cell, old, replacement, "B. O."));
    }

    private static String refusal(Installation installation, String list) {
        return installation
                .command("amend", list)
                .err()
                .lines()
                .skip(1)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private String list(String cell, String old, String replacement, String approvedBy) throws IOException {
        return TestWorkbook.aWorkbook()
                .sheet("List")
                .row(1, "Submission", "Sheet", "Cell", "Old", "New", "Reason", "Asked by", "Approved by")
                .row(2, "North.xlsx", "Children in need", cell, old, replacement, "typed wrongly", "A. M.", approvedBy)
                .saveAs(folder.resolve("list.xlsx"))
                .toString();
    }
}
