package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.TestWorkbook.aWorkbook;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.TestWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night in which much of what arrives is not as it should be. */
class BadInputRunTests {

    private static final FileTime LAST_WEEK = FileTime.from(Instant.parse("2019-01-09T09:00:00Z"));

    @TempDir
    static Path folder;

    private static Installation installation;
    private static Installation.Answer run;

    @BeforeAll
    static void runOnce() throws IOException, GeneralSecurityException {
        installation = Installation.empty(folder).receiving("2018-12/Leaving Care North December 2018.xlsx");
        Path input = installation.input();
        Files.writeString(input.resolve("minutes.xlsx"), "This is a text, whatever its name says.");
        Path empty = Files.write(input.resolve("empty.xlsx"), new byte[0]);
        Files.setLastModifiedTime(empty, LAST_WEEK);
        Files.writeString(input.resolve("~$lock.xlsx"), "somebody has a workbook open");
        Path whole = input.resolve("2018-12/Leaving Care North December 2018.xlsx");
        byte[] bytes = Files.readAllBytes(whole);
        Path cutOff = Files.write(input.resolve("cut off.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.setLastModifiedTime(cutOff, LAST_WEEK);
        Files.write(input.resolve("arriving.xlsx"), Arrays.copyOf(bytes, bytes.length / 3));
        Files.write(input.resolve("the same again.xlsx"), bytes);
        encrypt(whole, input.resolve("protected.xlsx"));
        aReturn("Leaving Care Team Wset").saveAs(input.resolve("unknown team.xlsx"));
        aReturn("Leaving Care Team West").saveAs(input.resolve("sheet missing.xlsx"));
        run = installation.command("run");
    }

    private static TestWorkbook aReturn(String team) {
        return aWorkbook()
                .sheet("Return")
                .cell("A1", "Return type")
                .cell("B1", "team-performance")
                .cell("A2", "Template version")
                .cell("B2", "3")
                .cell("A3", "Team")
                .cell("B3", team)
                .cell("A4", "Period")
                .cell("B4", "Dec-18")
                .cell("A5", "Prepared on")
                .cell("B5", "8 January 2019")
                .sheet("Care leavers")
                .cell("A1", "Young person ID")
                .cell("B1", "Age")
                .cell("C1", "Eligibility category")
                .cell("D1", "In touch")
                .cell("E1", "Suitable accommodation?")
                .cell("F1", "Activity status")
                .cell("G1", "Latest pathway plan review date")
                .cell("A2", "C1")
                .cell("B2", 19)
                .cell("C2", "Former relevant")
                .cell("G2", "not yet");
    }

    private static void encrypt(Path from, Path to) throws IOException, GeneralSecurityException {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                Files.copy(from, out);
            }
            try (OutputStream out = new FileOutputStream(to.toFile())) {
                container.writeFilesystem(out);
            }
        }
    }

    @Test
    void theOthersGoOnAndTheNightEndsWell() {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("9 files in the input folder, 7 of them new.")
                .contains("  still arriving, and is looked at again by the next start: arriving.xlsx")
                .contains("December 2018 (run 1)")
                .contains("1 accepted, 1 refused");
    }

    @Test
    void eachFileThatIsNoReturnHasASentenceOfItsOwn() {
        assertThat(run.out())
                .contains("minutes.xlsx: expected an Excel workbook that can be read, but the file is plain text,"
                        + " whatever its name says. Open it in Excel, save it as Excel Workbook (.xlsx) and"
                        + " send that.")
                .contains("empty.xlsx: expected an Excel workbook that can be read, but the file is empty.")
                .contains("cut off.xlsx: expected an Excel workbook that can be read, but the workbook is damaged or"
                        + " was cut off on its way.")
                .contains("protected.xlsx: expected an Excel workbook that can be read, but the workbook is protected"
                        + " by a password.")
                .contains("unknown team.xlsx, sheet Return, cell B3: found \"Leaving Care Team Wset\"; expected the"
                        + " name of a team, perhaps Leaving Care Team West.");
    }

    @Test
    void aReturnThatLacksASheetIsRefusedWithAllThatIsWrongInIt() {
        JsonNode returns = JsonMapper.shared()
                .readTree(installation.command("status", "--json").out())
                .path("periods")
                .get(0)
                .path("returns");

        JsonNode refused = null;
        for (JsonNode entry : returns) {
            if (entry.path("file").asString().equals("sheet missing.xlsx")) {
                refused = entry;
            }
        }
        assertThat(refused).isNotNull();
        assertThat(refused.path("state").asString()).isEqualTo("refused");
        assertThat(refused.path("findings").findValuesAsString("rule")).contains("sheet-missing", "date-expected");
    }

    @Test
    void statusTellsWhatTheDropFolderStillHolds() {
        JsonNode notices = JsonMapper.shared()
                .readTree(installation.command("status", "--json").out())
                .path("notices");

        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).path("file").asString()).isEqualTo("arriving.xlsx");
        assertThat(notices.get(0).path("what").asString()).isEqualTo("still-arriving");
        assertThat(installation.command("status").out())
                .contains("In the input folder: still arriving, and is looked at again by the next start:"
                        + " arriving.xlsx");
    }

    @Test
    void rowsCloseInEveryReturn() {
        JsonNode rows = JsonMapper.shared()
                .readTree(installation.command("status", "--json").out())
                .path("periods")
                .get(0)
                .path("rows");

        assertThat(rows.path("read").asLong())
                .isEqualTo(rows.path("accepted").asLong()
                        + rows.path("refused").asLong()
                        + rows.path("blank").asLong());
        assertThat(rows.path("refused").asLong()).isPositive();
    }

    @Test
    void nothingInTheInputFolderIsChanged() {
        Map<String, byte[]> files = Installation.files(installation.input());

        assertThat(files).hasSize(10).containsKey("~$lock.xlsx");
    }
}
