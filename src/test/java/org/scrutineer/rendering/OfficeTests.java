package org.scrutineer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.DocumentWriter;
import org.scrutineer.workbook.OutputDocument;
import org.scrutineer.workbook.OutputDocument.Block;
import org.scrutineer.workbook.OutputDocument.Course;
import org.scrutineer.workbook.OutputWorkbook.Stroke;

class OfficeTests {

    private static final LocalDate DAY = LocalDate.of(2018, 12, 31);
    private static final String SOURCE = "ab".repeat(32);

    @TempDir
    Path folder;

    private Path paper;

    @BeforeEach
    void writePaper() throws IOException {
        paper = folder.resolve("published.docx");
        new DocumentWriter()
                .write(
                        new OutputDocument(
                                "Report to the committee, December 2018",
                                "Shire Children's Trust",
                                "Performance",
                                "performance, run 0001",
                                DAY,
                                List.of(
                                        new Block.Heading("What changed"),
                                        new Block.Item("Nothing."),
                                        new Block.Table(
                                                "The indicators",
                                                List.of("Indicator", "Now"),
                                                List.of(70, 30),
                                                List.of(List.of("Assessments in time", "65.0"))),
                                        new Block.Chart(
                                                "Posts",
                                                "Line chart of posts.",
                                                List.of("November 2018", "December 2018"),
                                                List.of(new Course(
                                                        "Value",
                                                        Stroke.VALUES,
                                                        List.of(BigDecimal.ONE, BigDecimal.TEN)))))),
                        paper);
    }

    private Office office(String command, Duration limit) {
        return new Office(
                new RenderingProperties(true, folder.resolve("renditions"), folder.resolve("scratch"), command, limit));
    }

    private String program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("office"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    @Test
    void makesATaggedPdfThatIsTheSameEachTime() throws IOException {
        assumeTrue(isInstalled(), "LibreOffice is not installed");
        Office office = office("soffice", Duration.ofMinutes(2));

        byte[] first = ((Office.Outcome.Made) office.pdf(paper)).pdf();
        byte[] second = ((Office.Outcome.Made) office.pdf(paper)).pdf();

        assertThat(Pdf.lacking(first)).isEmpty();
        assertThat(Pdf.stamped(first, DAY, SOURCE)).isEqualTo(Pdf.stamped(second, DAY, SOURCE));
        assertThat(new String(Pdf.stamped(first, DAY, SOURCE), StandardCharsets.ISO_8859_1))
                .contains("/Lang(en-GB)", "/CreationDate(D:20181231000000Z')", "2018-12-31T00:00:00")
                .contains("/ID [ <" + "AB".repeat(16) + ">\n<" + "AB".repeat(16) + "> ]");
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
        assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
                .containsExactlyInAnyOrder("published.docx", "scratch");
    }

    @Test
    void saysWhereLibreOfficeIsNotInstalled() throws IOException {
        assertThat(office("no-such-office", Duration.ofMinutes(2)).pdf(paper))
                .isEqualTo(new Office.Outcome.NotMade(
                        "LibreOffice was not found as \"no-such-office\". Install it, or name"
                                + " its command under rendering.office in config/application.yaml."));
    }

    @Test
    void endsWhatTakesTooLongWithAllItHasStarted() throws IOException {
        Path started = folder.resolve("started");
        String command = program("sleep 300 & echo $! > " + started + "; wait");

        assertThat(office(command, Duration.ofSeconds(1)).pdf(paper))
                .isEqualTo(
                        new Office.Outcome.NotMade("LibreOffice did not end within 1 seconds. Make the PDF by hand, or"
                                + " raise rendering.time-limit in config/application.yaml."));
        long child = Long.parseLong(Files.readString(started).strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void saysThatNothingWasMade() throws IOException {
        assertThat(office(program("exit 77"), Duration.ofMinutes(2)).pdf(paper))
                .isEqualTo(
                        new Office.Outcome.NotMade("LibreOffice ended with code 77 and made no PDF. Open the paper with"
                                + " it and export it as PDF by hand."));
    }

    @Test
    void givesItsProcessNothingOfTheEnvironmentButWhereProgramsAre() throws IOException {
        Path seen = folder.resolve("seen");

        office(program("env > " + seen), Duration.ofMinutes(2)).pdf(paper);

        assertThat(Files.readAllLines(seen).stream().map(line -> line.replaceAll("=.*", "")))
                .contains("PATH", "HOME", "TZ", "LC_ALL")
                .isSubsetOf("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "TZ", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_");
    }

    @Test
    void tellsWhatAPdfLacks() {
        byte[] plain = "%PDF-1.6 /Title<FEFF> /ViewerPreferences<</DisplayDocTitle true>> %%EOF"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Pdf.lacking(plain)).containsExactly("tags", "a language");
    }
}
