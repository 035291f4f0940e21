package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.disclosure.RefusingApplication;

/** A run whose release would give a hidden number away. */
class RefusedReleaseRunTests {

    @TempDir
    Path folder;

    @Test
    void publishesNothingLeavesWhatStoodSaysWhatToDoAndPublishesOnceItIsRemedied() throws IOException {
        Installation installation = Installation.afterRunOf(folder, "2018-12/DCT Dec-18.xlsx");
        Map<String, byte[]> before = installation.publications();
        Files.writeString(
                installation.catalogue().resolve("publications/committee.yaml"),
                Files.readString(Path.of("config/catalogue/publications/committee.yaml"))
                        .replaceFirst("(?m)^indicators: .*$", "indicators: [FD05, AS01, AS04]"));
        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx");

        Installation.Answer refused = refusing(installation);

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out())
                .contains("December 2018, run 2, FAILED and published nothing: " + RefusingApplication.SENTENCE);
        assertThat(installation.publications()).containsExactlyEntriesOf(before);

        Installation.Answer remedied = installation.command("run");

        assertThat(remedied.exitCode()).isZero();
        assertThat(installation.publications())
                .containsAllEntriesOf(before)
                .containsKey("2018-12/run-0002/committee/data/indicators.csv");
    }

    private static Installation.Answer refusing(Installation installation) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = CommandLineConsole.commandLine(
                        RefusingApplication.class,
                        () -> "a test",
                        new PrintWriter(out, true),
                        new PrintWriter(err, true))
                .execute(
                        "--input",
                        installation.input().toString(),
                        "--output",
                        installation.output().toString(),
                        "--catalogue",
                        installation.catalogue().toString(),
                        "run");
        return new Installation.Answer(exitCode, out.toString(), err.toString());
    }
}
