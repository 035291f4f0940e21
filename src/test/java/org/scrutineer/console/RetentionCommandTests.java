package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns of a small body, in which one child's number stands wherever it can. */
class RetentionCommandTests {

    static final String CANARY = "ZQXCANARY77";

    /** What deleted returns are called. */
    private static final String NORTH = "activity of north for 2018-12, SHA-256 [0-9a-f]{12}";

    private static final String WEST = "activity of west for 2018-12, SHA-256 [0-9a-f]{12}";

    private static final YearMonth DECEMBER = YearMonth.of(2018, 12);

    private static final String RULES = """
            - {id: counted, what: returns, keep: 1 day, after: period-end, because: a test}
            - {id: others, what: refused-returns, keep: 2 years, after: received, because: a test}
            - {id: replaced, what: superseded-returns, keep: 1 month, after: superseded, because: a test}
            - {id: internal, what: internal-data, keep: 1 year, after: period-end, because: a test}
            """;

    @TempDir
    Path folder;

    @Test
    void aChildThatWasForgottenIsNowhereInTheOutputFolder() throws IOException, SQLException {
        Installation installation = installed();
        Map<String, byte[]> published = installation.publications();
        assertThat(placesOfTheCanary(installation))
                .contains("archive", "ledger", "records", "teams")
                .doesNotContain("publications");

        Installation.Answer preview = installation.command("retention", "--preview");

        assertThat(preview.err()).isEmpty();
        assertThat(preview.out()).isEqualToNormalizingNewlines("""
                Due by rule counted (1 day after the end of its period): returns, 2
                  north corrected.xlsx, kept until 1 January 2019
                  west.xlsx, kept until 1 January 2019
                Due by rule others (2 years after it was received): refused files, 2
                  nobody ZQXCANARY77.xlsx, kept until 9 January 2021
                  ZQXCANARY77 plans.xlsx (upload 1), kept until 9 January 2021
                Due by rule replaced (1 month after a newer one took its place): returns that a newer one took the place of, 1
                  north.xlsx, kept until 9 February 2019
                Due by rule internal (1 year after the end of its period): internal data of runs, 1
                  2018-12/run-0001, kept until 31 December 2019
                No rule says how long these are kept, and they stay: files left in the drop folder.
                No rule is about the drop folder: copies of deleted returns that still lie in it stay there, and each run names them.
                """);
        assertThat(placesOfTheCanary(installation)).contains("archive", "ledger", "records", "teams");

        // What lies in the drop folder is named until it is taken out.
        Files.delete(installation.input().resolve("nobody " + CANARY + ".xlsx"));
        Map<String, byte[]> archived = Installation.files(installation.output().resolve("archive"));

        Installation.Answer deleted = installation.command("retention");

        assertThat(deleted.err()).isEmpty();
        assertThat(deleted.exitCode()).isZero();
        assertThat(deleted.out()).isEqualTo(preview.out().replace("Due by", "Deleted by"));
        assertThat(placesOfTheCanary(installation)).isEmpty();
        assertThat(installation.publications()).containsExactlyEntriesOf(published);
        assertThat(installation.command("retention").out())
                .startsWith("Nothing is due by any rule." + System.lineSeparator());
        killedBeforeTheFilesWereDeleted(installation, archived);
        Files.setPosixFilePermissions(
                installation.output().resolve("teams"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(placesOfTheCanary(installation)).containsExactly("archive");
        tellsWhatIsGone(installation);
        assertThat(placesOfTheCanary(installation)).isEmpty();
        assertThat(installation.publications()).containsExactlyEntriesOf(published);
    }

    private static String hash(Installation installation, String file) throws IOException {
        return DigestUtils.sha256Hex(Files.readAllBytes(installation.input().resolve(file)));
    }

    private static void tellsWhatIsGone(Installation installation) throws IOException, SQLException {
        String when =
                "deleted on [0-9]+ [A-Z][a-z]+ 20[0-9]{2} under rule counted \\(1 day after the end of its period\\)";

        Installation.Answer run = installation.command("run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("3 files in the input folder, none of them new.")
                .containsPattern("  received before, " + when
                        + ", and not read again; take it out of the folder: north corrected\\.xlsx\\R")
                .contains("There was nothing new to do; nothing was read or published twice.")
                .contains("The folder " + installation.output().resolve("teams")
                        + " holds personal data, and others than its owner may read it (its mode is rwxr-xr-x).")
                .doesNotContain("Files that cannot be told for a return");
        assertThat(installation
                        .command("trace", "--period", "2018-12", "--indicator", "VISITS")
                        .out())
                .containsPattern(
                        "The figure stays as it was published, but rows it was made from are gone; those that are"
                                + " left sum to [0-9]+\\.\\R  " + NORTH + ": " + when + "\\R  " + WEST + ": "
                                + when + "\\R");
        assertThat(installation.command("trace", "--period", "2018-12")).satisfies(all -> {
            assertThat(all.exitCode()).isZero();
            assertThat(all.out()).containsPattern(" [0-9]+ lack rows that were deleted by rule, 0 differ\\.");
        });
        assertThat(installation
                        .command("trace", "--file", hash(installation, "west.xlsx"), "--cell", "Visits!A2")
                        .err())
                .matches("(?s)The return " + WEST + " was " + when
                        + "\\. What was published from it stays as it was; its cells are gone\\.\\R");
        assertThat(installation
                        .command("rerun", "--period", "2018-12", "--as-issued")
                        .err())
                .matches(
                        "(?s)Run 1 of December 2018 cannot be built again as it was issued, as returns that run 1 was made"
                                + " from are gone: " + NORTH + " was " + when + "; " + WEST + " was " + when
                                + "\\. What was published stays as it is\\.\\R");
        assertThat(installation
                        .command("rerun", "--period", "2018-12", "--reason", "a new target", "--yes")
                        .err())
                .startsWith("December 2018 cannot be run again, as returns that run 1 was made from are gone: ")
                .endsWith(" What was published stays as it is." + System.lineSeparator());
        assertThat(installation.command("status").out()).contains("Deleted by rule: 4 files that had been received.");
        aLateReturnIsNotCountedAlone(installation);
    }

    /** Rows of the others are gone: a run over those that are left would take back what was published. */
    private static void aLateReturnIsNotCountedAlone(Installation installation) throws IOException, SQLException {
        Map<String, byte[]> published = installation.publications();
        GeneratedReturn.of("Team West", DECEMBER, 3, 4)
                .preparedOn(LocalDate.of(2019, 1, 9))
                .saveAs(installation.input().resolve("west late.xlsx"));
        String sentence =
                "December 2018 has something new and is not run, as returns that run 1 was made from are gone: ";

        Installation.Answer preview = installation.command("preview");
        Installation.Answer run = installation.command("run");

        assertThat(preview.out()).contains("  Figures     cannot be worked out. " + sentence);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(sentence)
                .contains(
                        "What was published stays as it is, and the new return counts for nothing. Take it out of the input"
                                + " folder; its copy goes by the rule that took the others, with the command retention.")
                .doesNotContain("There was nothing new to do");
        assertThat(installation.publications()).containsExactlyEntriesOf(published);
        uploaded(
                installation,
                9,
                CANARY + " again.xlsx",
                "(select max(file_hash) from submission where deletion is not null)",
                "KNOWN",
                "");
        assertThat(installation.command("retention").out())
                .contains("  " + CANARY + " again.xlsx (upload 1), kept until 9 January 2021")
                .contains("Deleted by rule counted (1 day after the end of its period): returns, 1")
                .contains("  west late.xlsx, kept until 1 January 2019");
        assertThat(installation.command("run").out()).contains("There was nothing new to do");
    }

    @Test
    void whateverIsDeletedTheBackupsThatStillHoldItAreNamed() throws IOException {
        Installation installation = Installation.afterRunOf(folder, "2018-12/FRT1 Dec 18.xlsx");
        Files.writeString(
                installation.catalogue().resolve("retention.yaml"),
                "- {id: internal, what: internal-data, keep: 1 year, after: period-end, because: a test}\n");
        installation.command("backup");

        assertThat(installation.command("retention", "--preview").out())
                .contains("Due by rule internal (1 year after the end of its period): internal data of runs, 1")
                .containsPattern(
                        "Backups that were made before still hold what is deleted, and no rule takes them: .*scrutineer-")
                .doesNotContain("No rule is about the drop folder");
    }

    @Test
    void findsAllThatIsHeldAboutAChild() throws IOException, SQLException {
        Installation installation = installed();
        installation.command("backup");

        Installation.Answer found = installation.command("find-child", CANARY, "--reason", "Request 17");

        assertThat(found.err()).isEmpty();
        assertThat(found.out())
                .containsPattern("nobody ZQXCANARY77\\.xlsx, refused \\[sha256 [0-9a-f]{64}]\\R"
                        + "  sheet Return, cell B3: within a longer text, not asked for there\\R"
                        + "  No figure is made from this file\\.\\R  A copy is in .*teams/unrecognised/nobody.*\\R"
                        + "  A copy is in .*input/nobody ZQXCANARY77\\.xlsx\\R")
                .containsPattern("north\\.xlsx, Team North, December 2018, superseded \\[sha256 [0-9a-f]{64}]\\R")
                .containsPattern("west\\.xlsx, Team West, December 2018, accepted \\[sha256 [0-9a-f]{64}]\\R"
                        + "  sheet Visits, cell A[0-9]+: written a little differently, read as visits, child, in a row that"
                        + " was accepted\\R"
                        + "  sheet Visits, cell A[0-9]+: the same, read as visits, child, in a row that was accepted\\R"
                        + "  Figures are made from this file in run 1\\.")
                .containsPattern(
                        "In the ledger\\R  finding of nobody ZQXCANARY77\\.xlsx, sheet Return, cell B3: within a longer text\\R")
                .containsPattern("  finding of north\\.xlsx, sheet Visits, cell B[0-9]+: within a longer text\\R")
                .containsPattern("In backups\\R  .*backups/scrutineer-.*\\R");
        assertThat(installation.command("find-child", "C9", "--reason", "none").out())
                .isEqualTo("Nothing is held about C9." + System.lineSeparator());
        try (Connection ledger = DriverManager.getConnection(
                        "jdbc:h2:file:" + installation.output().resolve("ledger/scrutineer"));
                Statement statement = ledger.createStatement();
                ResultSet entry = statement.executeQuery(
                        "select subject, reason from audit_entry where action = 'person-sought' order by number")) {
            entry.next();
            assertThat(entry.getString(1)).matches("person [0-9a-f]{12}");
            assertThat(entry.getString(2)).isEqualTo("Request 17");
        }
    }

    @Test
    void listsThePersonalDataThatTheCatalogueAsksFor() throws IOException {
        Installation installation = Installation.empty(folder, Path.of("src/test/resources/relations/catalogue"));
        Files.writeString(installation.catalogue().resolve("retention.yaml"), RULES);
        Path csv = folder.resolve("personal.csv");

        assertThat(installation.command("catalogue", "personal-data").out())
                .startsWith("Activity return, Visits: kept 1 day after the end of its period" + System.lineSeparator()
                        + "  Child ID: the catalogue does not say why; add \"about\" to the column"
                        + System.lineSeparator())
                .contains("    seen by: The board (all numbers)")
                .contains(
                        "2 columns with personal data. Copies lie in: archive, records, ledger (cells quoted in findings),"
                                + " teams (answers), backups, and the drop folder until it is taken out. Nobody gets values of them;")
                .contains(
                        "No rule of retention.yaml is about the drop folder: what has been taken in stays there until");
        assertThat(installation
                        .command("catalogue", "personal-data", "--csv", csv.toString())
                        .out())
                .isEqualTo("Wrote 2 columns to " + csv + "." + System.lineSeparator());
        assertThat(csv).content().contains("activity,visits,child,Child ID,").contains(",counted,a test,");
    }

    @Test
    void rowsThatAFigureOfSeveralMonthsStillNeedsStayBeyondTheirRule() throws IOException {
        Installation installation = Installation.empty(folder, Path.of("src/test/resources/relations/catalogue"));
        Files.writeString(
                installation.catalogue().resolve("retention.yaml"),
                "- {id: counted, what: returns, keep: 1 day, after: period-end, because: a test}\n");
        String indicators = Files.readString(installation.catalogue().resolve("indicators/activity.yaml"));
        Files.writeString(
                installation.catalogue().resolve("indicators/activity.yaml"),
                indicators.replaceFirst("also: \\[rolling-3-months]", "also: [year]"));
        YearMonth month = YearMonth.now(java.time.Clock.systemUTC()).minusMonths(3);
        GeneratedReturn.of("Team North", month, 3, 1)
                .saveAs(installation.input().resolve("north.xlsx"));
        installation.command("run");

        Installation.Answer answer = installation.command("retention");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .containsPattern(
                        "Nothing is due by any rule\\.\\RStays beyond rule counted \\(1 day after the end of its"
                                + " period\\): north\\.xlsx, until [0-9]+ [A-Z][a-z]+ 20[0-9]{2}, as VISITS of [A-Z][a-z]+"
                                + " 20[0-9]{2}, year, is made from it\\.");
    }

    /** As it would stand had the process been killed between the note in the ledger and the deletion. */
    private static void killedBeforeTheFilesWereDeleted(Installation installation, Map<String, byte[]> archived)
            throws IOException, SQLException {
        for (var file : archived.entrySet()) {
            Files.write(installation.output().resolve("archive").resolve(file.getKey()), file.getValue());
        }
        execute(installation, "update deletion set done_at = null");
    }

    private static void execute(Installation installation, String sql) throws SQLException {
        try (Connection ledger = DriverManager.getConnection(
                        "jdbc:h2:file:" + installation.output().resolve("ledger/scrutineer"));
                Statement statement = ledger.createStatement()) {
            statement.execute(sql);
        }
    }

    /** After a run that is long ago. */
    private Installation installed() throws IOException, SQLException {
        Installation installation = Installation.afterRun(folder, "with a canary", RetentionCommandTests::withCanary)
                .installation();
        execute(installation, "update received_file set received_at = timestamp '2019-01-09 09:00:00'");
        // As if they had been uploaded at the page.
        execute(
                installation,
                "insert into upload (token, account, uploaded_at) values ('t', 'north', timestamp '2019-01-09 09:00:00')");
        execute(
                installation,
                "insert into uploaded_file (upload, place_in_order, name, file_hash, outcome, refusal) select 1,"
                        + " row_number() over (order by hash), '" + CANARY
                        + ".xlsx', hash, 'TAKEN', '' from received_file");
        uploaded(installation, 8, CANARY + " plans.xlsx", "''", "REFUSED", "Sheet " + CANARY + ", expected a return.");
        return installation;
    }

    private static void uploaded(
            Installation installation, int place, String name, String hash, String outcome, String refusal)
            throws SQLException {
        execute(
                installation,
                "insert into uploaded_file (upload, place_in_order, name, file_hash, outcome, refusal) values (1, "
                        + place + ", '" + name + "', " + hash + ", '" + outcome + "', '" + refusal + "')");
    }

    static Installation withCanary(Path made) throws IOException {
        Installation installation = Installation.empty(made, Path.of("src/test/resources/relations/catalogue"));
        Files.writeString(installation.catalogue().resolve("retention.yaml"), RULES);
        LocalDate day = DECEMBER.atDay(12);
        GeneratedReturn north = GeneratedReturn.of("Team North", DECEMBER, 3, 1)
                .with("Visits", CANARY, day, BigDecimal.ONE, "Yes", "WNC")
                .with("Visits", CANARY, CANARY + " tomorrow", BigDecimal.ONE, "Yes", "WNC");
        north.saveAs(installation.input().resolve("north.xlsx"));
        north.preparedOn(LocalDate.of(2019, 1, 8))
                .with("Cases", CANARY, day, null, "TBC", "NNC")
                .saveAs(installation.input().resolve("north corrected.xlsx"));
        GeneratedReturn.of("Team West", DECEMBER, 3, 2)
                .with("Visits", "00" + CANARY.toLowerCase(java.util.Locale.ROOT), day, BigDecimal.ONE, "Yes", "WNC")
                .with("Visits", CANARY, day, BigDecimal.ONE, "Yes", "WNC")
                .saveAs(installation.input().resolve("west.xlsx"));
        GeneratedReturn.of("Team " + CANARY, DECEMBER, 1, 3)
                .saveAs(installation.input().resolve("nobody " + CANARY + ".xlsx"));
        return installation;
    }

    /** The folders of the output in which the canary is in any file, whatever it is packed in. */
    private static List<String> placesOfTheCanary(Installation installation) throws IOException, SQLException {
        var places = new TreeMap<String, String>();
        for (var file : Installation.files(installation.output()).entrySet()) {
            if (file.getKey().contains(CANARY)
                    || holdsCanary(installation.output().resolve(file.getKey()), file.getValue())) {
                places.put(file.getKey().replaceAll("/.*", ""), file.getKey());
            }
        }
        return List.copyOf(places.keySet());
    }

    private static boolean holdsCanary(Path file, byte[] bytes) throws IOException, SQLException {
        if (file.toString().endsWith(".parquet")) {
            return rows(file).contains(CANARY);
        }
        return text(bytes).contains(CANARY)
                || unpacked(bytes).stream().anyMatch(part -> text(part).contains(CANARY));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> unpacked(byte[] bytes) throws IOException {
        var parts = new ArrayList<byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                parts.add(part);
                parts.addAll(unpacked(part));
            }
        }
        return parts;
    }

    private static String rows(Path parquet) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select string_agg(to_json(r)::varchar, ' ') from read_parquet('" + parquet + "') r")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
