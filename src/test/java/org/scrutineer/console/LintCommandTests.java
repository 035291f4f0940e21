package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.lint.ModelWorkbook;
import org.scrutineer.workbook.WorkbookWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintCommandTests {

    @TempDir
    Path folder;

    private Installation installation;
    private Path sound;
    private Path named;

    @BeforeEach
    void writeWorkbooks() throws IOException {
        installation = Installation.empty(Files.createDirectory(folder.resolve("installation")));
        sound = folder.resolve("performance-2018-12.xlsx");
        new WorkbookWriter().write(ModelWorkbook.workbook(), sound);
        named = Files.copy(sound, folder.resolve("Board report.xlsx"));
    }

    @Test
    void saysThatAWorkbookBreaksNoRuleAndNeedsNoLedger() {
        Installation.Answer answer = installation.command("lint", "--fail-on-findings", sound.toString());

        assertThat(answer)
                .isEqualTo(new Installation.Answer(0, sound + ": breaks no rule" + System.lineSeparator(), ""));
        assertThat(installation.output()).doesNotExist();
    }

    @Test
    void saysWhereARuleIsBrokenAndWhatToDo() {
        Installation.Answer answer = installation.command("lint", "--fail-on-findings", named.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out().lines())
                .containsExactly(
                        named + ": 1 problem",
                        "  recommended, file-name: the workbook: found \"Board report.xlsx\"; expected a file name in"
                                + " lower case, without blanks, with a date in it. Rename the file, for instance"
                                + " performance-2018-12.xlsx.");
    }

    @Test
    void listsAllAsJson() {
        Installation.Answer answer = installation.command("lint", "--json", named.toString());

        assertThat(answer.exitCode()).isZero();
        JsonNode problem = JsonMapper.shared()
                .readTree(answer.out())
                .get(0)
                .get("problems")
                .get(0);
        assertThat(problem.get("rule").stringValue()).isEqualTo("file-name");
        assertThat(problem.get("level").stringValue()).isEqualTo("recommended");
        assertThat(problem.get("sheet").isNull()).isTrue();
        assertThat(problem.get("found").stringValue()).isEqualTo("\"Board report.xlsx\"");
    }

    @Test
    void aFileThatIsNoWorkbookIsToldBesideTheOthers() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.xlsx"), "not a workbook");

        Installation.Answer answer = installation.command("lint", text.toString(), sound.toString());

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines())
                .containsExactly(
                        text + ": cannot be read: the file is not an Excel workbook, whatever its name says. Open it in"
                                + " Excel, save it as Excel Workbook (.xlsx) and send that.",
                        sound + ": breaks no rule");
    }

    @Test
    void aFileThatIsNotThereEndsWith2() {
        assertThat(installation.command("lint", "nowhere.xlsx"))
                .isEqualTo(new Installation.Answer(2, "", "There is no file nowhere.xlsx." + System.lineSeparator()));
    }
}
