package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** CSV files as workbooks. */
class CsvTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @Test
    void areOneSheetOfTextNamedForTheFile() throws Exception {
        Path file = csv("Child,Seen,Hours\n007,03/12/2018,1.5\n\n\"O'Neil, \"\"Zo\u00eb\"\"\",,\"two\nlines\"\n");

        try (SourceWorkbook workbook = TestWorkbooks.sourceWorkbooks().open(file, "2018-12/North visits.CSV")) {
            assertThat(workbook.sheets()).containsExactly(new SourceSheet(0, "North visits", false));
            assertThat(RecordedCells.of(workbook, workbook.sheets().get(0)).events())
                    .containsExactly(
                            "row 1",
                            "A1 text \"Child\"",
                            "B1 text \"Seen\"",
                            "C1 text \"Hours\"",
                            "row 2",
                            "A2 text \"007\"",
                            "B2 text \"03/12/2018\"",
                            "C2 text \"1.5\"",
                            "row 3",
                            "row 4",
                            "A4 text \"O'Neil, \"Zo\u00eb\"\"",
                            "C4 text \"two\nlines\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void mayBeginWithAByteOrderMark(String encoding) throws Exception {
        byte[] bytes = "\uFEFFZo\u00eb,\u0141\r\n".getBytes(Charset.forName(encoding));

        assertThat(cells(bytes)).containsExactly("A1 text \"Zo\u00eb\"", "B1 text \"\u0141\"");
    }

    @Test
    void areReadInTheEncodingAndWithTheDelimiterThatWereAgreed() throws Exception {
        Path file = Files.write(folder.resolve("a.csv"), "Zo\u00eb;1,5\n".getBytes(WINDOWS));

        try (SourceWorkbooks workbooks = SourceWorkbooks.of(
                        new WorkbookProperties(
                                folder.resolve("scratch"),
                                WorkbookProperties.Profile.DEFAULT,
                                "windows-1252",
                                WorkbookProperties.Delimiter.SEMICOLON,
                                null,
                                DataSize.ofMegabytes(64),
                                Duration.ofSeconds(1),
                                DataSize.ofMegabytes(10)),
                        Passwords.none());
                SourceWorkbook workbook = workbooks.open(file, "a.csv")) {
            assertThat(RecordedCells.cellsOf(workbook, workbook.sheets().get(0)))
                    .containsExactly("A1 text \"Zo\u00eb\"", "B1 text \"1,5\"");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a return alone in a line | a,b#c,d%re,f#       | line 2
            a return at the end      | a,b#c,d%r           | line 2
            a null                   | a,b#c,%0#           | line 2
            an open quote            | a,b#c,d#"e,f#g,h#   | line 3
            text after a quote       | a,b#"c"d,e#         | line 2
            """)
    void areRefusedWithTheLineThatCannotBeRead(String what, String text, String line) {
        String content = text.replace('#', '\n').replace("%r", "\r").replace("%0", "\0");

        UnreadableWorkbookException refused = refused(content.getBytes(StandardCharsets.UTF_8), "a.csv");

        assertThat(refused.refusal()).isEqualTo(Refusal.CSV_LINE);
        assertThat(refused.found()).isEqualTo(line);
    }

    @Test
    void areRefusedInAnotherEncodingThanWasAgreed() {
        UnreadableWorkbookException refused = refused("a,b\nc,d\nZo\u00eb,1\n".getBytes(WINDOWS), "a.csv");

        assertThat(refused.refusal()).isEqualTo(Refusal.CSV_ENCODING);
        assertThat(refused.found()).isEqualTo("line 3");
    }

    @Test
    void areToldByNameAndContent() {
        assertThat(refused("a,b\n".getBytes(StandardCharsets.UTF_8), "a.xlsx").refusal())
                .isEqualTo(Refusal.PLAIN_TEXT);
        assertThat(refused("<html>".getBytes(StandardCharsets.UTF_8), "a.csv").refusal())
                .isEqualTo(Refusal.WEB_PAGE);
        assertThat(refused("%PDF-1".getBytes(StandardCharsets.UTF_8), "a.csv").refusal())
                .isEqualTo(Refusal.PDF);
    }

    @Test
    void thatAreWorkbooksAreReadAsWorkbooks() throws Exception {
        assertThat(cells(RawWorkbook.cells("<c><v>1</v></c>").bytes())).containsExactly("A1 number 1.0");
    }

    @Test
    void areHeldToTheLimitsOfAllWorkbooks() {
        String wide = ",".repeat(500) + "x\n";

        UnreadableWorkbookException refused = refused(wide.getBytes(StandardCharsets.UTF_8), "a.csv");

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_MANY_COLUMNS);
        assertThat(refused.found()).isEqualTo("a value in column 501");
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("received.tmp"), content);
    }

    private UnreadableWorkbookException refused(byte[] content, String name) {
        return catchThrowableOfType(UnreadableWorkbookException.class, () -> read(content, name));
    }

    private List<String> cells(byte[] content) throws Exception {
        return read(content, "a.csv");
    }

    private List<String> read(byte[] content, String name) throws UnreadableWorkbookException, IOException {
        Path file = Files.write(folder.resolve("received.tmp"), content);
        try (SourceWorkbook workbook = TestWorkbooks.sourceWorkbooks().open(file, name)) {
            return RecordedCells.cellsOf(workbook, workbook.sheets().get(0));
        }
    }
}
