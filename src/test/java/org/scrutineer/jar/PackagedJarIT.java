package org.scrutineer.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.console.Installation;

/** The packaged program runs, as it is built and as it is installed, and a run that is asked to stop is finished by the next start. */
class PackagedJarIT {

    @TempDir
    static Path folder;

    private static Installation installation;
    private static Path undisturbed;

    @BeforeAll
    static void runUndisturbed() throws IOException, InterruptedException {
        installation = Installation.withIndicators(folder, "1-front-door-and-assessment.yaml")
                .receiving(
                        "2018-12/FRT1 Dec 18.xlsx",
                        "2018-12/FRT2 Dec 18.xlsx",
                        "2018-12/First Response 3 - Dec 2018.xlsx",
                        "2018-12/DCT Dec-18.xlsx");
        undisturbed = folder.resolve("undisturbed");
        assertThat(PackagedJar.asInstalled(installation.writingInto(undisturbed))
                        .run()
                        .exitCode())
                .isZero();
        assertThat(undisturbed.resolve("log")).isDirectoryContaining("glob:**/scrutineer-*.log");
    }

    @Test
    void isStoppedAtASafePointWhenAskedToAndFinishedByTheNextStart()
            throws IOException, InterruptedException, SQLException {
        Path stopped = folder.resolve("stopped");
        PackagedJar jar = PackagedJar.asInstalled(installation.writingInto(stopped));

        PackagedJar.Ended asked = jar.askToEndAt("2 of 4", "run");
        PackagedJar.Ended last = jar.run();

        assertThat(asked.exitCode()).as(asked.printed()).isEqualTo(143);
        assertThat(asked.printed())
                .contains("Stopping at the next safe point, between two returns or two steps.")
                .contains("Stopped before all was done, as asked. Nothing is lost; the next start goes on from here.");
        assertThat(last.exitCode()).as(last.printed()).isZero();
        assertThat(last.printed()).contains("which was cut off, goes on");
        requireUndisturbed(stopped);
    }

    private static void requireUndisturbed(Path disturbed) throws IOException, SQLException {
        assertThat(LedgerDump.of(disturbed)).containsExactlyElementsOf(LedgerDump.of(undisturbed));
        for (String part : List.of("publications", "teams", "records", "archive")) {
            assertThat(contents(disturbed, part)).containsExactlyEntriesOf(contents(undisturbed, part));
        }
        assertThat(contents(disturbed, "outbox"))
                .containsOnlyKeys(contents(undisturbed, "outbox").keySet());
    }

    @Test
    void runsFromTheJar() throws IOException, InterruptedException {
        PackagedJar jar = PackagedJar.asBuilt(installation.writingInto(undisturbed));

        assertThat(jar.run("version").printed()).startsWith("scrutineer ");
        assertThat(jar.run("status").printed()).contains("December 2018 (run 1)");
        assertThat(jar.run("check", "input/2018-12/FRT1 Dec 18.xlsx").printed())
                .startsWith("input/2018-12/FRT1 Dec 18.xlsx: accepted with findings");
    }

    @Test
    void readsAWorkbookOfTheOldFormatFromTheJar() throws IOException, InterruptedException {
        Path old = folder.resolve("north.xls");
        try (var workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(old)) {
            workbook.createSheet("Data").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        }

        assertThat(PackagedJar.asBuilt(installation.writingInto(undisturbed))
                        .run("check", old.toString())
                        .printed())
                .contains("found \"Data\"; expected a sheet named Return");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void startsByItsScriptWhereItIsInstalledUnpacked() throws IOException, InterruptedException {
        Path script = Files.copy(
                Path.of("src/dist/scrutineer.sh"), UnpackedJar.installed().resolve("scrutineer.sh"));
        var builder = new ProcessBuilder("sh", script.toString(), "version").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).matches("scrutineer \\S+, Java \\d+\\R");
    }

    /** The entry of the audit trail that a manifest names tells who gave which command when. */
    private static byte[] bytes(Path file) throws IOException {
        return file.endsWith("manifest.json")
                ? Files.readString(file)
                        .replaceAll("\"auditHead\" : \"[0-9]+:[0-9a-f]{64}\"", "")
                        .getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
    }

    /** The files of a folder with their bytes, by path; work that a kill left half done in dotted folders left out. */
    private static TreeMap<String, String> contents(Path output, String name) throws IOException {
        var contents = new TreeMap<String, String>();
        Path root = output.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(root.relativize(file), path -> path != null, Path::getParent)
                            .noneMatch(path -> path.getFileName().toString().startsWith(".")))
                    .toList();
            for (Path file : files) {
                contents.put(root.relativize(file).toString(), HexFormat.of().formatHex(bytes(file)));
            }
        }
        return contents;
    }
}
