package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.tools.TriggerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.secondopinion.HeadlineCheck;
import org.springframework.util.FileSystemUtils;

class SecondOpinionRunTests {

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void install() {
        installation = Installation.empty(folder);
    }

    @Test
    @Tag("long")
    void everyFigureOfTheSampleReturnsComesOutTheSameTwice() throws Exception {
        installation = Installation.withAllIndicators(folder.resolve("all"));
        makeHeadlinesOfWhatCanBe();
        // The figures are compared before anything is published, which would take longer than working them out.
        FileSystemUtils.deleteRecursively(installation.catalogue().resolve("publications"));
        FileSystemUtils.copyRecursively(Path.of("input"), installation.input());

        Installation.Answer answer = installation.command("run");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).doesNotContain("FAILED");
        assertThat(Integer.parseInt(
                        query("select sum(figures) from second_opinion").get(0)))
                .isGreaterThan(1_000);
    }

    @Test
    void aFigureThatComesOutDifferentlyStopsThePublicationUntilItDoesNot() throws Exception {
        writeHeadlines(id -> id.equals("AS01"));
        assertThat(installation.command("run").err()).isEmpty();
        installation.receiving("2018-12/FRT1 Dec 18.xlsx");
        execute("create trigger one_more before insert on indicator_value for each row call '" + OneMore.class.getName()
                + "'");

        Installation.Answer stopped = installation.command("run");

        assertThat(stopped.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(stopped.out())
                .contains("December 2018, run 1, FAILED and published nothing: two ways of working out a figure do not"
                        + " agree. AS01 (month) of First Response Team 1: the record store gives");
        assertThat(installation.publications()).isEmpty();
        assertThat(query("select * from second_opinion")).isEmpty();

        execute("drop trigger one_more");
        Installation.Answer again = installation.command("run");

        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(installation.publications()).isNotEmpty();
    }

    /** Makes a headline of every indicator but those that only the database can work out. */
    private void makeHeadlinesOfWhatCanBe() throws IOException {
        writeHeadlines(id -> true);
        var reading = (CatalogueReading.Read) CatalogueReader.read(installation.catalogue());
        List<String> problems = HeadlineCheck.problems(
                        reading.catalogue(),
                        RecordsProperties.defaults(folder.resolve("scratch").toString()))
                .stream()
                .map(problem -> String.valueOf(problem.found()))
                .toList();
        assertThat(problems).hasSizeLessThan(reading.catalogue().indicators().size() / 5);
        writeHeadlines(id -> problems.stream().noneMatch(found -> found.endsWith(" in " + id)));
    }

    private void writeHeadlines(Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(installation.catalogue().resolve("indicators"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file).replaceAll("(?m)^  headline: true\n", "");
                Files.writeString(
                        file,
                        Pattern.compile("(?m)^- id: (.*)$")
                                .matcher(text)
                                .replaceAll(entry -> "- id: " + entry.group(1)
                                        + (wanted.test(entry.group(1)) ? "\n  headline: true" : "")));
            }
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection ledger = ledger();
                var statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection ledger = ledger();
                var statement = ledger.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection ledger() throws SQLException {
        Path file = installation.output().resolve("ledger/scrutineer").toAbsolutePath();
        return DriverManager.getConnection("jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE", "", "");
    }

    /** A fault between the calculation and the ledger: the numerator of one figure is one more than it should be. */
    public static final class OneMore extends TriggerAdapter {

        @Override
        public void fire(Connection ledger, ResultSet before, ResultSet after) throws SQLException {
            if (after.getString("indicator").equals("AS01")
                    && after.getString("organisation").equals("first-response-1")
                    && after.getString("timing").equals("month")) {
                after.updateBigDecimal(
                        "numerator", after.getBigDecimal("numerator").add(BigDecimal.ONE));
            }
        }
    }
}
