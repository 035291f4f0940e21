package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PasswordsTests {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void create() throws IOException {
        file = Files.createFile(
                folder.resolve("passwords"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Test
    void areTakenFromTheEnvironmentAndTheFileAsTheyStand() throws Exception {
        Files.writeString(file, "# agreed in May\n\nfirst-response-1 = a=b#c\\d \nnorth=x\n");

        Passwords passwords = Passwords.of(Map.of("south", "geheim"), file);

        assertThat(passwords.secrets()).containsExactly("geheim", " a=b#c\\d ", "x");
        assertThat(passwords.owner(1)).isEqualTo("first-response-1");
    }

    @Test
    void areForTheOwnerOfTheFileAlone() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> Passwords.of(Map.of(), file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the passwords file " + file
                        + " can be read by others than its owner; make it private: chmod 600");
    }

    @Test
    void areALineEachAndNoneIsQuotedWhereOneIsWrong() throws Exception {
        Files.writeString(file, "north=x\nsecret without a team\n");

        assertThatThrownBy(() -> Passwords.of(Map.of(), file))
                .hasMessage("the passwords file " + file
                        + ", line 2: expected the id of a team, an equals sign and the team's password");
    }

    @Test
    void needTheFileThatIsNamed() {
        assertThatThrownBy(() -> Passwords.of(Map.of(), folder.resolve("none")))
                .hasMessage("there is no passwords file " + folder.resolve("none"));
    }

    @Test
    void belongToATeamHoweverTheEnvironmentSpellsIt() {
        assertThat(SourceWorkbooks.isPasswordOf("FIRST_RESPONSE1", "first-response-1"))
                .isTrue();
        assertThat(SourceWorkbooks.isPasswordOf("north", "south")).isFalse();
    }

    @Test
    void areNotPrinted() throws Exception {
        assertThat(Passwords.of(Map.of("north", "geheim"), null).toString()).doesNotContain("geheim");
    }
}
