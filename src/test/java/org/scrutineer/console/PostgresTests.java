package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in PostgreSQL in place of a file: the same commands with the same outcome. All are done by {@code -Ppostgres}. */
class PostgresTests {

    private static PostgresServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = PostgresServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void leave() {
        PostgresServer.leave();
    }

    @Test
    void publishesTheSameBytesAsWithALedgerInAFile() throws SQLException {
        Installation inAFile = Installation.afterRunOf(folder.resolve("file"), "2018-12/FRT1 Dec 18.xlsx");
        String ledger = server.use();
        Installation installation = Installation.empty(folder.resolve("server")).receiving("2018-12/FRT1 Dec 18.xlsx");

        Installation.Answer run = installation.command("run");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(installation.publicationsWhenever())
                .isNotEmpty()
                .containsExactlyEntriesOf(inAFile.publicationsWhenever());
        assertThat(values(ledger, "select state from run")).containsExactly("finished");
        assertThat(installation.command("audit", "verify").out()).contains("are what was written");
        assertThat(installation.command("run").out()).contains("There was nothing new to do");
    }

    @Test
    @EnabledIfSystemProperty(named = "postgres", matches = "all")
    void worksThroughAMonthOfTheSampleReturns() throws SQLException {
        Installation inAFile =
                Installation.afterSampleReturns(folder.resolve("file")).installation();
        String ledger = server.use();
        Installation officer = Installation.withSampleReturns(folder.resolve("server"));
        Installation director = officer.as("aexample");

        does(officer, "run");
        assertThat(officer.publicationsWhenever()).containsExactlyEntriesOf(inAFile.publicationsWhenever());
        assertThat(does(officer, "preview", "--period", "2018-12")).contains("Nothing was stored, published or sent.");
        does(director, "approve", "--period", "2018-12");
        does(officer, "send");
        does(officer, "rerun", "--period", "2018-12", "--reason", "a target was set anew", "--yes");
        does(officer, "rerun", "--period", "2018-12", "--as-issued", "--run", "1");
        does(director, "withdraw", "--period", "2018-12", "--reason", "a figure was wrong");
        does(officer, "trace", "--period", "2018-12");
        does(officer, "findings");
        does(officer, "status", "--json");
        does(officer, "retention");
        does(officer, "retention");
        assertThat(does(officer, "audit", "verify")).contains("are what was written");
        assertThat(values(ledger, "select count(*) from delivery where state not in ('sent', 'pending')"))
                .containsExactly("0");
    }

    @Test
    @EnabledIfSystemProperty(named = "postgres", matches = "all")
    void letsOneOfTwoLaunchersWork() throws SQLException {
        String ledger = server.use();
        Installation installation = Installation.empty(folder)
                .receiving("2018-12/FRT1 Dec 18.xlsx", "2018-12/First Response 3 - Dec 2018.xlsx");

        CompletableFuture<Installation.Answer> one = CompletableFuture.supplyAsync(() -> installation.command("run"));
        CompletableFuture<Installation.Answer> other = CompletableFuture.supplyAsync(() -> installation.command("run"));

        List<Installation.Answer> answers = List.of(one.join(), other.join());
        assertThat(answers)
                .anyMatch(answer -> answer.exitCode() == 0)
                .allMatch(answer -> answer.exitCode() == 0
                        || answer.exitCode() == ExitCode.FAILED && answer.out().contains("is worked on by process"));
        assertThat(values(ledger, "select number || ' ' || state from run")).containsExactly("1 finished");
    }

    private static String does(Installation installation, String... words) {
        Installation.Answer answer = installation.command(words);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer.out();
    }

    private static List<String> values(String ledger, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection(ledger);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
