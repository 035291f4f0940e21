package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandedInFilesTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "DCT Dec-18.xlsx, DCT Dec-18.xlsx",
        "C:\\Users\\jo\\Desktop\\DCT (2).XLSX, DCT (2).xlsx",
        "../../etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        ".hidden.xlsx, hidden.xlsx",
        "~$open.xlsx, $open.xlsx",
        "a<b>:c|d?.xlsx, a-b--c-d-.xlsx",
        "'  ', return",
        ".xlsx, xlsx",
        "Équipe Nord 2018-12.xlsx, Équipe Nord 2018-12.xlsx"
    })
    void aFileGetsANameOfOursThatIsNearToItsSenders(String said, String ours) {
        assertThat(HandedInFiles.name(said)).isEqualTo(ours.replace("$", "-").replaceFirst("^-+", ""));
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        assertThat(HandedInFiles.name("x".repeat(300) + ".xlsx")).hasSize(100).endsWith("xx.xlsx");
    }

    @Test
    void filesOfOneNameLieBesideEachOther() throws IOException {
        Path file = Files.writeString(folder.resolve("north.xlsx"), "north");
        Path input = folder.resolve("input");
        var drop =
                new HandedInFiles(new IntakeProperties(input, folder.resolve("archive"), Duration.ZERO, Duration.ZERO));

        drop.put(file, 7);
        drop.put(file, 7);

        assertThat(input.resolve("handed-in/7"))
                .isDirectoryContaining(path -> path.endsWith("north.xlsx"))
                .isDirectoryContaining(path -> path.endsWith("north (2).xlsx"));
        assertThat(DropFolder.look(input).files()).hasSize(2);
    }
}
