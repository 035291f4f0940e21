package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTests {

    @TempDir
    Path folder;

    @Test
    void versionNeedsNeitherLedgerNorCatalogue() {
        Installation installation = Installation.withSampleReturns(folder);

        Installation.Answer answer = installation.command("version");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).matches("scrutineer \\S+, Java \\d+\\R");
        assertThat(installation.output()).doesNotExist();
    }

    @Test
    void helpListsTheCommandsAndTheFolders() {
        Installation.Answer answer = Installation.withSampleReturns(folder).command("--help");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("run", "status", "check", "catalogue", "version", "--input", "--output");
    }

    @Test
    void aWrongCommandEndsWith2AndNamesTheNearest() {
        Installation.Answer answer = Installation.withSampleReturns(folder).command("stauts");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("Did you mean: scrutineer status");
    }

    @Test
    void aPeriodThatIsNoneEndsWith2() {
        Installation installation = Installation.withSampleReturns(folder);

        assertThat(installation.command("run", "--period", "soon"))
                .isEqualTo(new Installation.Answer(
                        2, "", "\"soon\" is no period; write one as 2018-12 or Dec-18." + System.lineSeparator()));
        assertThat(installation.output()).doesNotExist();
    }

    @Test
    void aSoundCatalogueIsSaidToBeSo() {
        Installation.Answer answer = Installation.withSampleReturns(folder).command("catalogue", "check");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .contains("is sound: 15 teams, 8 return types, 39 datasets, 124 indicators, 66 targets.");
    }

    @Test
    void aFolderMayBearTheNameOfACommand() {
        var out = new StringWriter();

        int exitCode = CommandLineConsole.commandLine(
                        Scrutineer.class, () -> "officer", new PrintWriter(out, true), new PrintWriter(out, true))
                .execute("--catalogue", "catalogue", "version");

        assertThat(out.toString()).startsWith("scrutineer ");
        assertThat(exitCode).isZero();
    }

    @Test
    void everyMistakeInTheCatalogueIsToldBeforeAnythingIsDone() throws IOException {
        Installation installation = Installation.empty(folder).receiving("2018-12/DCT Dec-18.xlsx");
        change(installation, "organisation.yaml", "service: safeguarding", "service: safegarding");
        change(installation, "returns/team-performance.yaml", "kind: flow", "kind: flw");

        Installation.Answer answer = installation.command("run");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .startsWith("The catalogue has ")
                .contains("organisation.yaml, line")
                .contains("found \"safegarding\"; expected one of the services")
                .contains("Did you mean \"safeguarding\"?")
                .contains("returns/team-performance.yaml, line 24: found \"flw\"; expected")
                .contains("Did you mean \"flow\"?");
        assertThat(installation.output()).doesNotExist();
    }

    @Test
    void aMistakeInAnExpressionIsToldWithItsLineAndTheNearestColumn() throws IOException {
        Installation installation = Installation.empty(folder);
        change(
                installation,
                "indicators/1-front-door-and-assessment.yaml",
                "numerator: working_days(started, authorised) <= 45",
                "numerator: working_days(startd, authorised) <= 45");

        Installation.Answer answer = installation.command("catalogue", "check");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .contains("The catalogue has 1 mistake; nothing was done:")
                .containsPattern("indicators/1-front-door-and-assessment.yaml, line \\d+: found \"startd\"; expected a"
                        + " column of assessments: .*\\. Did you mean \"started\"\\?");
    }

    @Test
    void checkTellsWhatARunWouldAndKeepsNothing() {
        Installation installation = Installation.withSampleReturns(folder);

        Installation.Answer answer = installation.command(
                "check",
                "input/2021-12/CIC2_2021-12.xlsx",
                "input/2021-12/QA audits Q3 2021-22.xlsx",
                "pom.xml",
                "--json");

        assertThat(answer.exitCode()).isZero();
        JsonNode files = JsonMapper.shared().readTree(answer.out());
        assertThat(files).hasSize(3);
        assertThat(files.get(0).path("verdict").asString()).isEqualTo("accepted-with-findings");
        assertThat(files.get(0).path("reason").isNull()).isTrue();
        JsonNode dataset = files.get(0).path("datasets").get(0);
        assertThat(dataset.propertyNames()).containsExactly("dataset", "rows", "cells");
        assertThat(dataset.path("cells").propertyNames())
                .containsExactly("filled", "used", "not-asked-for", "unreadable");
        assertThat(dataset.path("cells").path("filled").asLong())
                .isPositive()
                .isEqualTo(dataset.path("cells").path("used").asLong()
                        + dataset.path("cells").path("not-asked-for").asLong()
                        + dataset.path("cells").path("unreadable").asLong());
        assertThat(files.get(2).path("datasets")).isEmpty();
        assertThat(files.get(0).path("findings").get(0).propertyNames())
                .containsExactly(
                        "rule", "severity", "file", "sheet", "cell", "found", "expected", "remedy", "also", "waiver");
        assertThat(files.get(1).path("verdict").asString()).isEqualTo("accepted");
        assertThat(files.get(2).path("file").asString()).isEqualTo("pom.xml");
        assertThat(files.get(2).path("verdict").asString()).isEqualTo("refused");
        assertThat(files.get(2).path("reason").asString()).isEqualTo("xml-text");
        assertThat(installation.output()).doesNotExist();
    }

    @Test
    void checkEndsWith1WhereFindingsAreAskedToCount() {
        Installation installation = Installation.withSampleReturns(folder);

        assertThat(installation
                        .command("check", "--fail-on-findings", "input/2021-12/CIC2_2021-12.xlsx")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void checkOfAFileThatIsNotThereEndsWith2() {
        Installation.Answer answer = Installation.withSampleReturns(folder).command("check", "nowhere.xlsx");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("There is no file nowhere.xlsx." + System.lineSeparator());
    }

    private static void change(Installation installation, String file, String from, String to) throws IOException {
        Path path = installation.catalogue().resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(from);
        assertThat(at).as("\"%s\" in %s", from, file).isNotNegative();
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
    }
}
