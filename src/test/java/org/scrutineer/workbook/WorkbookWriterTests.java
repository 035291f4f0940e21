package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.workbook.RecordedCells.cellsOf;
import static org.scrutineer.workbook.ScorecardExample.scorecard;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

class WorkbookWriterTests {

    @TempDir
    Path folder;

    @Test
    void writesWhatAReaderThenFinds() throws Exception {
        Path file = write(scorecard());

        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            assertThat(workbook.sheets())
                    .containsExactly(
                            new SourceSheet(0, "Cover", false),
                            new SourceSheet(1, "Scorecard", false),
                            new SourceSheet(2, "Actions", false));
            assertThat(cellsOf(workbook, workbook.sheets().get(1)))
                    .startsWith("A1 text \"Scorecard, December 2018\"")
                    .containsSubsequence(
                            "A5 text \"Indicator\"",
                            "B5 text \"Numerator\"",
                            "A7 text \"Children in need seen in the last 4 weeks\"",
                            "B7 number 612.0",
                            "C7 number 800.0",
                            "D7 number 76.5",
                            "E7 number 80.0",
                            "F7 text \"Amber\"",
                            "G7 date 2018-12-31",
                            "H7 text \"=SUM(A1) is text, and stays it.\"",
                            "D8 number 45.5556",
                            "A9 text \"Reviews held in time\"",
                            "B9 text \"[c]\"",
                            "D9 text \"[x]\"",
                            "E9 number 95.0",
                            "H9 text \"Too few to show.\"")
                    .hasSize(42);
            assertThat(cellsOf(workbook, workbook.sheets().get(2)))
                    .endsWith(
                            "A6 text \"Closed\"",
                            "A7 text \"Action\"",
                            "B7 text \"Owner\"",
                            "C7 text \"Due\"",
                            "A8 text \"None\"");
        }
    }

    @Test
    void writesTheSameBytesAgain() throws Exception {
        byte[] first = Files.readAllBytes(write(scorecard()));
        byte[] second = Files.readAllBytes(write(scorecard()));

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"ar-EG, America/New_York", "tr-TR, Asia/Kolkata", "th-TH-u-ca-buddhist, Pacific/Kiritimati"})
    void writesTheSameBytesInAnyLocaleAndTimeZone(String locale, String zone) throws Exception {
        byte[] here = Files.readAllBytes(write(scorecard()));
        Locale locales = Locale.getDefault();
        TimeZone zones = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertThat(Files.readAllBytes(write(scorecard()))).isEqualTo(here);
        } finally {
            Locale.setDefault(locales);
            TimeZone.setDefault(zones);
        }
    }

    @Test
    void tellsSizeAndHashesOfTheFile() throws Exception {
        Path file = folder.resolve("told.xlsx");
        WrittenFile written = new WorkbookWriter().write(scorecard(), file);

        byte[] content = Files.readAllBytes(file);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        assertThat(written).isEqualTo(new WrittenFile(content.length, sha256, ContentHash.of(file)));
    }

    @Test
    void hashesTheContentWhateverItIsPackedWith() throws Exception {
        Path file = write(scorecard());
        Path stored = folder.resolve("stored.xlsx");
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(stored))) {
            out.setLevel(0);
            for (ZipEntry entry : in.stream()
                    .sorted((a, b) -> b.getName().compareTo(a.getName()))
                    .toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
            }
        }

        assertThat(Files.size(stored)).isGreaterThan(2 * Files.size(file));
        assertThat(ContentHash.of(stored)).isEqualTo(ContentHash.of(file));
        assertThat(ContentHash.of(write(textOf("another")))).isNotEqualTo(ContentHash.of(file));
    }

    @Test
    void packsThePartsInAFixedOrder() throws Exception {
        try (ZipFile zip = new ZipFile(write(textOf("x")).toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "[Content_Types].xml",
                            "_rels/.rels",
                            "docProps/app.xml",
                            "docProps/core.xml",
                            "xl/_rels/workbook.xml.rels",
                            "xl/sharedStrings.xml",
                            "xl/styles.xml",
                            "xl/tables/table1.xml",
                            "xl/workbook.xml",
                            "xl/worksheets/_rels/sheet1.xml.rels",
                            "xl/worksheets/sheet1.xml");
        }
    }

    @Test
    void leavesAFileThatIsThereAsItIs() throws Exception {
        Path file = Files.writeString(folder.resolve("there.xlsx"), "mine");

        assertThatThrownBy(() -> new WorkbookWriter().write(scorecard(), file))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() {
        assertThatThrownBy(() -> new WorkbookWriter().write(scorecard(), folder.resolve("none/a.xlsx")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void letsEveryoneReadTheFile() throws Exception {
        assertThat(Files.getPosixFilePermissions(write(scorecard())))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void replacesWhatAKilledProcessLeft() throws Exception {
        Files.writeString(folder.resolve("after-kill.xlsx.tmp"), "x".repeat(100_000));
        Path file = folder.resolve("after-kill.xlsx");
        new WorkbookWriter().write(textOf("x"), file);

        assertThat(cellsOf(file)).contains("A3 text \"x\"");
        assertThat(folder.resolve("after-kill.xlsx.tmp")).doesNotExist();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\u0000b\\u0008c | a\uFFFDb\uFFFDc",
                "a\\r\\nb\\rc | a\\nb\\nc",
                "_x0041_ | _x0041_",
                "_x005F_x | _x005F_x",
                "\\uD83D alone | \uFFFD alone",
                "whole \\uD83D\\uDE00 | whole \\uD83D\\uDE00",
                "\\uFFFE | \uFFFD",
                "' padded ' | ' padded '"
            })
    void keepsTextAsItStandsButForWhatXmlCannotHold(String text, String read) throws Exception {
        assertThat(cellsOf(write(textOf(java(text))))).contains("A3 text \"" + java(read) + "\"");
    }

    private static String java(String escaped) {
        String text = escaped;
        for (int at = text.indexOf("\\u"); at >= 0; at = text.indexOf("\\u")) {
            char character = (char) Integer.parseInt(text.substring(at + 2, at + 6), 16);
            text = text.substring(0, at) + character + text.substring(at + 6);
        }
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }

    @Test
    void writesTheLongestTextExcelHolds() throws Exception {
        String text = "x".repeat(32_767);

        assertThat(cellsOf(write(textOf(text)))).contains("A3 text \"" + text + "\"");
    }

    private Path write(OutputWorkbook workbook) throws IOException {
        Path file = Files.createTempDirectory(folder, "written").resolve("written.xlsx");
        new WorkbookWriter().write(workbook, file);
        return file;
    }

    private static OutputWorkbook textOf(String text) {
        Table table = new Table("texts", null, List.of(new Header("Text", 20)), List.of(List.of(new Cell.Text(text))));
        Sheet sheet = new Sheet("Texts", "Texts", List.of(), List.of(table));
        return new OutputWorkbook("Texts", "Trust", "", "", LocalDate.of(2019, 1, 21), List.of(sheet));
    }
}
