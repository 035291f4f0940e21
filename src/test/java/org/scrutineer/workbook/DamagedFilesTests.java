package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RecordedCells.rowsOf;
import static org.scrutineer.workbook.TestWorkbook.aWorkbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFilesTests {

    @TempDir
    Path folder;

    @Test
    void refusesOrTellsTheSameWhereverAWorkbookIsCutOff() throws Exception {
        Path whole = aWorkbook()
                .sheet("Return")
                .row(1, "Team", "North", 3, true, LocalDate.of(2018, 12, 3))
                .row(2, "Period", "=A1", LocalDateTime.of(2018, 12, 3, 10, 30))
                .saveAs(folder.resolve("whole.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        List<String> told = rowsOf(whole);
        Path cut = folder.resolve("cut.xlsx");
        for (int length = 0; length < bytes.length; length += 97) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThat(toldOrRefused(cut)).isIn(told, List.of("refused"));
        }
    }

    @Test
    void refusesOrTellsTheSameWhicheverByteIsChanged() throws Exception {
        Path whole = aWorkbook()
                .sheet("Return")
                .row(1, "Team", "North", 3, true, LocalDate.of(2018, 12, 3))
                .saveAs(folder.resolve("whole.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        List<String> told = rowsOf(whole);
        Path changed = folder.resolve("changed.xlsx");
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] altered = bytes.clone();
            altered[at] ^= (byte) (1 << at % 8);
            Files.write(changed, altered);
            assertThat(toldOrRefused(changed)).as("byte " + at).isIn(told, List.of("refused"));
        }
    }

    private static List<String> toldOrRefused(Path file) throws IOException {
        try {
            return rowsOf(file);
        } catch (UnreadableWorkbookException e) {
            return List.of("refused");
        }
    }
}
