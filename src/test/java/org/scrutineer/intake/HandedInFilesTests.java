package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
    void whatAKilledProcessDidNotFinishIsDeletedWhereItIsOld() throws IOException {
        Path input = folder.resolve("input");
        Path handedIn = Files.createDirectories(input.resolve("handed-in"));
        Path old = Files.writeString(handedIn.resolve(".arriving-1.tmp"), "half");
        Path atWork = Files.writeString(handedIn.resolve(".arriving-2.tmp"), "half");
        Instant now = Instant.parse("2019-01-09T09:00:00Z");
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(1)));
        Files.setLastModifiedTime(atWork, FileTime.from(now));

        drop(input).deleteUnfinished(now);

        assertThat(handedIn).isDirectoryContaining(atWork::equals).isDirectoryNotContaining(old::equals);
        assertThat(DropFolder.look(input).files()).isEmpty();
    }

    @Test
    void filesOfOneNameLieBesideEachOther() throws IOException {
        Path file = Files.writeString(folder.resolve("north.xlsx"), "north");
        Path input = folder.resolve("input");
        HandedInFiles drop = drop(input);

        drop.put(file, 7);
        drop.put(file, 7);

        assertThat(input.resolve("handed-in/7"))
                .isDirectoryContaining(path -> path.endsWith("north.xlsx"))
                .isDirectoryContaining(path -> path.endsWith("north (2).xlsx"));
        assertThat(DropFolder.look(input).files()).hasSize(2);
    }

    private HandedInFiles drop(Path input) {
        return new HandedInFiles(new IntakeProperties(input, folder.resolve("archive"), Duration.ZERO, Duration.ZERO));
    }
}
