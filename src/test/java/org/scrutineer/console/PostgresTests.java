package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.accounts.Account;
import org.scrutineer.accounts.Accounts;
import org.scrutineer.accounts.Role;
import org.springframework.context.ConfigurableApplicationContext;

/** The ledger in PostgreSQL in place of a file: the same commands with the same outcome. All are done by {@code -Ppostgres}. */
class PostgresTests {

    /** Whom the sample catalogue has answer for figures of the front door. */
    private static final String OFFICE = "head-of-first-response";

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
        does(
                officer,
                "answer",
                "--indicator",
                "AS01",
                "--by",
                "team",
                "--period",
                "2018-12",
                "--audience",
                "committee");
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

    @Test
    @EnabledIfSystemProperty(named = "postgres", matches = "all")
    void aBackupGoesIntoAnotherDatabaseAndIntoAFileAndBack() throws IOException, SQLException {
        String first = server.use();
        Installation installation = Installation.empty(folder).receiving("2018-12/FRT1 Dec 18.xlsx");
        does(installation, "run");
        Map<String, byte[]> issued = issued(installation, "publications/2018-12/run-0001");
        Path backups = folder.resolve("backups");
        does(installation, "backup", "--to", backups.toString());
        Path backup = newest(backups);

        String second = server.use();
        Installation elsewhere = installation.writingInto(folder.resolve("elsewhere"));
        does(elsewhere, "restore", "--from", backup.toString());

        assertThat(image(second)).isNotEmpty().containsExactlyElementsOf(image(first));
        assertThat(rebuilt(elsewhere)).containsExactlyEntriesOf(issued);
        assertThat(does(elsewhere, "run")).contains("There was nothing new to do");
        does(elsewhere, "rerun", "--period", "2018-12", "--reason", "to see that numbers go on", "--yes");

        // It is refused where there is something already, but not where a restore was cut off.
        Installation third = installation.writingInto(folder.resolve("third"));
        assertThat(third.command("restore", "--from", backup.toString())).satisfies(answer -> {
            assertThat(answer.err())
                    .matches(
                            "A backup is restored into an empty database only, and jdbc:postgresql://[^?]*/ledger[0-9]+"
                                    + " holds [0-9]+ tables\\. Nothing was changed\\. Create another database, and name it under"
                                    + " spring\\.datasource in config/application\\.yaml\\.\\R");
            assertThat(answer.exitCode()).isEqualTo(ExitCode.WRONG_CONFIGURATION);
        });
        Files.createDirectories(third.output().resolve(".restoring/records"));
        Files.writeString(third.output().resolve(".restoring-database"), second.replaceFirst("\\?.*", ""));
        does(third, "restore", "--from", backup.toString());
        assertThat(image(second)).containsExactlyElementsOf(image(first));
        assertThat(rebuilt(third)).containsExactlyEntriesOf(issued);

        PostgresServer.leave();
        Installation inAFile = installation.writingInto(folder.resolve("in a file"));
        does(inAFile, "restore", "--from", backup.toString());
        assertThat(rebuilt(inAFile)).containsExactlyEntriesOf(issued);
        Path again = folder.resolve("again");
        does(inAFile, "backup", "--to", again.toString());

        server.use();
        Installation back = installation.writingInto(folder.resolve("back"));
        does(back, "restore", "--from", newest(again).toString());
        assertThat(rebuilt(back)).containsExactlyEntriesOf(issued);
        assertThat(does(back, "run")).contains("There was nothing new to do");
    }

    @Test
    @EnabledIfSystemProperty(named = "postgres", matches = "all")
    void anUpgradeCopiesTheLedgerBeforeAndTheFormerVersionGoesOnWithTheCopy() throws IOException, SQLException {
        String ledger = server.use();
        Installation installation = Installation.empty(folder).receiving("2018-12/FRT1 Dec 18.xlsx");
        does(installation, "run");
        Map<String, byte[]> issued = issued(installation, "publications/2018-12/run-0001");
        Path later = Files.createDirectories(folder.resolve("later"));
        Files.writeString(later.resolve("V9999__later.sql"), "create table later (id integer)");

        Installation.Answer upgraded;
        System.setProperty("spring.flyway.locations", "classpath:db/migration,filesystem:" + later);
        try {
            upgraded = installation.command("status");
        } finally {
            System.clearProperty("spring.flyway.locations");
        }

        assertThat(upgraded.exitCode()).as(upgraded.toString()).isZero();
        assertThat(values(ledger, "select count(*) from later")).containsExactly("0");
        Path copy = onlyFile(installation.output().resolve("backups"));
        Path place = installation.output().resolve("ledger");
        assertThat(upgraded.err() + upgraded.out())
                .containsPattern(
                        "The ledger was brought from version [0-9.]+ to 9999, for this version of the program\\. As"
                                + " it was before it is in " + Pattern.quote(copy.toString())
                                + "; to go back, stop the program, put scrutineer\\.mv\\.db out of that file into "
                                + Pattern.quote(place.toString())
                                + ", take spring\\.datasource out of config/application\\.yaml, and start the former version\\.");

        PostgresServer.leave();
        try (var zip = new ZipFile(copy.toFile())) {
            Files.copy(zip.getInputStream(zip.getEntry("scrutineer.mv.db")), place.resolve("scrutineer.mv.db"));
        }
        assertThat(does(installation, "run")).contains("There was nothing new to do");
        assertThat(rebuilt(installation)).containsExactlyEntriesOf(issued);

        Path backups = folder.resolve("backups");
        does(installation, "backup", "--to", backups.toString());
        server.use();
        Installation back = installation.writingInto(folder.resolve("back"));
        does(back, "restore", "--from", newest(backups).toString());
        assertThat(rebuilt(back)).containsExactlyEntriesOf(issued);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "postgres", matches = "all")
    void findsWhatIsHeldAboutAChildAsInAFileAndNothingOnceItIsDeleted() throws IOException, SQLException {
        Path file = folder.resolve("file");
        String inAFile = found(Installation.afterRun(file, "with a canary", RetentionCommandTests::withCanary)
                .installation());
        String ledger = server.use();
        Path other = folder.resolve("server");
        Installation installation = RetentionCommandTests.withCanary(other);
        does(installation, "run");

        assertThat(found(installation).replace(other.toString(), file.toString()))
                .contains("In the ledger")
                .isEqualTo(inAFile);

        change(ledger, "update received_file set received_at = timestamp '2019-01-09 09:00:00'");
        assertThat(does(installation, "retention")).contains("Deleted by rule counted");
        try (Stream<Path> left = Files.list(installation.input())) {
            for (Path one : left.toList()) {
                Files.delete(one);
            }
        }
        does(installation, "retention");
        assertThat(found(installation))
                .isEqualTo("Nothing is held about " + RetentionCommandTests.CANARY + "." + System.lineSeparator());
        assertThat(image(ledger)).noneMatch(row -> row.contains(RetentionCommandTests.CANARY));
    }

    /** Without the hashes of the files, which are made anew for each installation. */
    private static String found(Installation installation) {
        return does(installation, "find-child", RetentionCommandTests.CANARY, "--reason", "Request 17")
                .replaceAll("sha256 [0-9a-f]{64}", "sha256");
    }

    private static Map<String, byte[]> rebuilt(Installation installation) {
        assertThat(does(installation, "rerun", "--period", "2018-12", "--as-issued", "--run", "1"))
                .contains("are byte for byte what was published.");
        assertThat(does(installation, "audit", "verify")).contains("are what was written");
        return issued(installation, "internal/2018-12/run-0001-as-issued");
    }

    private static Map<String, byte[]> issued(Installation installation, String run) {
        return Installation.files(installation.output().resolve(run));
    }

    private static Path newest(Path backups) throws IOException {
        try (Stream<Path> all = Files.list(backups)) {
            return all.filter(backup -> Files.exists(backup.resolve("manifest.json")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** All rows of all tables, but which migrations were made when, which backups there are, and who is at work. */
    private static List<String> image(String ledger) throws SQLException {
        var image = new ArrayList<String>();
        for (String table : values(
                ledger,
                "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace and"
                        + " relname not in ('flyway_schema_history', 'backup', 'working_process') order by 1")) {
            values(ledger, "select t::text from " + table + " t order by 1")
                    .forEach(row -> image.add(table + " " + row));
        }
        return image;
    }

    @Test
    @EnabledIfSystemProperty(named = "postgres", matches = "all")
    void peopleSignInAndFindTheirWorkOnPages() throws IOException, InterruptedException, SQLException {
        Installation inAFile =
                Installation.afterSampleReturns(folder.resolve("file")).installation();
        does(inAFile, "backup", "--to", folder.resolve("backups").toString());
        String ledger = server.use();
        Installation installation = inAFile.writingInto(folder.resolve("server"));
        does(
                installation,
                "restore",
                "--from",
                newest(folder.resolve("backups")).toString());
        Path input = Files.createDirectories(folder.resolve("drop"));
        var workplace = new Workplace(
                Scrutineer.class,
                () -> "scheduler",
                Map.of(
                        "folders.input", input.toString(),
                        "folders.output", installation.output().toString(),
                        "folders.catalogue", installation.catalogue().toString(),
                        "server.port", "0"),
                new PrintWriter(System.err, true));
        try (ConfigurableApplicationContext context =
                workplace.openWithPages(workplace.soundCatalogue(workplace.folders()))) {
            int port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
            var officer = new Visitor(port, Clock.systemUTC());
            var owner = new Visitor(port, Clock.systemUTC());
            var accounts = context.getBean(Accounts.class);

            assertThat(officer.joinAndSignIn(
                                    "/join/"
                                            + accounts.make(account("cexample", Role.OFFICER, Set.of()), "admin")
                                                    .orElseThrow(),
                                    "cexample")
                            .body())
                    .contains("December 2021");
            for (String page : List.of(
                    "/months/2018-12",
                    Visitor.found(
                            Pattern.compile("href=\"(/returns/[^\"]+)\""),
                            officer.get("/months/2018-12").body()),
                    "/upload",
                    "/indicators",
                    "/indicators/AS01?period=2018-12",
                    "/trace",
                    "/commentary",
                    "/catalogue",
                    "/catalogue/history",
                    "/runs",
                    "/runs/1",
                    "/runs/again",
                    "/release",
                    "/release/1/committee",
                    "/audit",
                    "/account")) {
                assertThat(officer.get(page))
                        .as(page)
                        .returns(200, HttpResponse::statusCode)
                        .extracting(HttpResponse::body, InstanceOfAssertFactories.STRING)
                        .contains("Sign out");
            }
            owner.joinAndSignIn(
                    "/join/"
                            + accounts.make(account("oexample", Role.OWNER, Set.of(OFFICE)), "admin")
                                    .orElseThrow(),
                    "oexample");
            String figure = Visitor.found(
                    Pattern.compile("href=\"(/commentary/" + OFFICE + "/[^\"]+)\""),
                    owner.get("/commentary").body());
            assertThat(owner.fillIn(figure, "why", "Two workers left.", "action", "None")
                            .body())
                    .contains("Your explanation is saved. The next run takes it up.");
            assertThat(officer.upload("/upload", Path.of("input/2018-12/FRT1 Dec 18.xlsx"))
                            .body())
                    .contains("FRT1 Dec 18.xlsx");
        }
        assertThat(values(ledger, "select why from written_explanation")).containsExactly("Two workers left.");
        assertThat(values(ledger, "select name from uploaded_file")).containsExactly("FRT1 Dec 18.xlsx");
        assertThat(values(ledger, "select account from account_role order by 1"))
                .containsExactly("cexample", "oexample");
        assertThat(does(installation, "audit", "verify")).contains("are what was written");
    }

    private static Account account(String name, Role role, Set<String> offices) {
        return new Account(name, "Fay Example", Set.of(role), Set.of(), offices, Optional.empty(), false, false);
    }

    private static String does(Installation installation, String... words) {
        Installation.Answer answer = installation.command(words);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer.out();
    }

    private static void change(String ledger, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
