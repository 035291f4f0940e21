package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunTests {

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void runOnce() {
        installation = Installation.afterRunOf(folder, "2018-12/FRT1 Dec 18.xlsx");
    }

    @Test
    void aPeriodThatWasPublishedIsRunAgainForAReasonOnly() {
        Installation.Answer answer = installation.command("rerun", "--period", "2018-12", "--yes");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualToNormalizingNewlines("December 2018 has been published before: say why it is to be run again,"
                        + " with --reason \"…\".\n");
    }

    @Test
    void aPeriodOfWhichThereIsNothingIsNotRun() {
        Installation.Answer answer =
                installation.command("rerun", "--from", "2019-01", "--to", "2019-03", "--reason", "x", "--yes");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualToNormalizingNewlines("There are neither returns nor runs of January 2019 to March 2019; there"
                        + " are of December 2018.\n");
    }

    @Test
    void whatIsToBeRunAgainHasToBeSaid() {
        assertThat(installation
                        .command("rerun", "--period", "2018-12", "--to", "2018-12")
                        .err())
                .isEqualToNormalizingNewlines(
                        "Say what is to be run again: --period PERIOD, or --from PERIOD --to PERIOD.\n");
    }

    /** One story, as each part of it takes a whole run. */
    @Test
    void aRunIsBuiltAgainAsItWasIssuedWhateverHappenedSince() throws IOException {
        Map<String, byte[]> published = installation.publications();
        Map<String, byte[]> issued = issued();
        changeTarget();
        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx", "2018-12/FRT2 Dec 18.xlsx");
        Installation.Answer preview = installation.command("preview", "--from", "2018-12", "--to", "2018-12");
        assertThat(preview.out())
                .contains("Returns     2 returns to read")
                .contains("new: First Response Team 2, 2018-12/FRT2 Dec 18.xlsx: ")
                .contains("AS01 ")
                .contains("Nothing was stored, published or sent.");
        assertThat(installation.publications()).containsExactlyInAnyOrderEntriesOf(published);
        Installation.Answer later =
                installation.command("rerun", "--period", "2018-12", "--reason", "the target was set anew", "--yes");
        assertThat(later.exitCode()).as(later.out() + later.err()).isZero();

        Installation.Answer again = installation.command("rerun", "--period", "2018-12", "--as-issued", "--run", "1");

        assertThat(again.out())
                .startsWith("Run 1 of December 2018 was built again as it was issued, in ")
                .contains("are byte for byte what was published.");
        assertThat(again.exitCode()).isZero();
        assertThat(Installation.files(installation.output().resolve("internal/2018-12/run-0001-as-issued")))
                .containsExactlyEntriesOf(issued);
        assertThat(installation.output().resolve(".trials")).isEmptyDirectory();
    }

    /** With the entry of the audit trail that the manifest names. */
    private Map<String, byte[]> issued() {
        return Installation.files(installation.output().resolve("publications/2018-12/run-0001"));
    }

    private void changeTarget() throws IOException {
        Path targets = installation.catalogue().resolve("targets.csv");
        String text = Files.readString(targets);
        assertThat(text).contains("AS01,2014-04,90");
        Files.writeString(targets, text.replace("AS01,2014-04,90", "AS01,2014-04,91"));
    }
}
