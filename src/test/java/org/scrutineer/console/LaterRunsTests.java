package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start does that is not the first. */
class LaterRunsTests {

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void runOnce() {
        installation = Installation.afterRunOf(folder, "2018-12/DCT Dec-18.xlsx");
    }

    @Test
    void aReturnThatArrivesLaterGivesAPublicationOfItsOwnAndLeavesTheOldOneAlone() {
        Map<String, byte[]> before = installation.publications();

        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx");
        Installation.Answer later = installation.command("run");

        assertThat(later.out())
                .contains("2 files in the input folder, 1 of them new.")
                .contains("December 2018 (run 2)");
        assertThat(installation.publications())
                .containsAllEntriesOf(before)
                .containsKey("2018-12/run-0002/manifest.json")
                .hasSize(2 * before.size());
    }

    @Test
    void aChangedCatalogueIsSaidAndTheFiguresAreLeftAsTheyAre() throws IOException {
        Files.writeString(
                installation.catalogue().resolve("targets.csv"),
                Files.readString(installation.catalogue().resolve("targets.csv"))
                        .replace("AS01,2014-04,90", "AS01,2014-04,91"));

        Installation.Answer later = installation.command("run");

        assertThat(later.out())
                .contains("The catalogue has changed since December 2018 was published; its figures were left as they"
                        + " are.");
        assertThat(installation.publications()).doesNotContainKey("2018-12/run-0002/manifest.json");
    }

    @Test
    void aRunCutOffBeforeTheCatalogueChangedIsAbandonedAndItsPeriodTakenUpAnew() throws SQLException {
        pretend("update run set state = 'started', finished_at = null, catalogue_hash = 'another'");

        Installation.Answer later = installation.command("run");

        assertThat(later.exitCode()).isZero();
        assertThat(later.out()).contains("December 2018 (run 2)");
        assertThat(installation.command("run").out()).contains("There was nothing new to do");
    }

    @Test
    void aStartThatFindsAnotherProcessAtWorkOnItsPeriodSaysSoAndEndsWith3() throws SQLException {
        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx");
        pretend("insert into working_process (id, host, pid, beat_at) values ('other', 'elsewhere', 4711,"
                + " current_timestamp)");
        pretend("update work_lock set fence = fence + 1, holder = 'other', doing = 'run',"
                + " since = timestamp with time zone '2019-01-09 09:00:00Z' where subject = '2018-12'");

        Installation.Answer second = installation.command("run");

        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.out())
                .contains(
                        "December 2018 is worked on by process 4711 on elsewhere since 9 Jan 2019, 09:00 (run); it was"
                                + " left to that. Wait for it to end, then start again; should it have been killed, that is"
                                + " noticed within a minute.");
        assertThat(installation.publications()).doesNotContainKey("2018-12/run-0002/manifest.json");
    }

    @Test
    void aSegmentThatWasTamperedWithIsMadeAgainFromTheArchive() throws IOException {
        Map<String, byte[]> sealed = Installation.files(installation.output().resolve("records/assessments"));
        tamper();
        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx");

        Installation.Answer later = installation.command("run");

        assertThat(later.exitCode()).isZero();
        assertThat(installation.publications()).containsKey("2018-12/run-0002/manifest.json");
        assertThat(Installation.files(installation.output().resolve("records/assessments")))
                .containsExactlyEntriesOf(sealed);
    }

    @Test
    void aSegmentThatCannotBeMadeAgainStopsPublication() throws IOException {
        tamper();
        change("returns/team-performance.yaml", "severity: query", "severity: warning");
        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx");

        Installation.Answer later = installation.command("run");

        assertThat(later.exitCode()).isEqualTo(3);
        assertThat(later.out())
                .contains("December 2018, run 2, FAILED and published nothing")
                .contains("is missing or was changed since it was sealed");
        assertThat(installation.publications()).doesNotContainKey("2018-12/run-0002/manifest.json");
    }

    private void tamper() throws IOException {
        try (var files = Files.list(installation.output().resolve("records/assessments"))) {
            Files.writeString(files.findFirst().orElseThrow(), "not Parquet any more");
        }
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = installation.catalogue().resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private void pretend(String sql) throws SQLException {
        String ledger =
                "jdbc:h2:file:" + installation.output().toAbsolutePath() + "/ledger/scrutineer;AUTO_SERVER=TRUE";
        try (var connection = DriverManager.getConnection(ledger);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
