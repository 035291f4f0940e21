package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.TestWorkbook;

/** Returns of every shipped type, and what becomes of them in later runs. */
class WhoseWhichWhenTests {

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void open() {
        installation = Installation.withoutFigures(folder);
    }

    @Test
    void aReturnWithNothingToReportIsReceived() throws IOException {
        returnSheet("team-performance", "3", "First Response Team 1")
                .row(6, "Nothing to report for", "Referrals, Assessments, Supervision")
                .saveAs(installation.input().resolve("nil.xlsx"));

        assertThat(installation.command("run").out())
                .contains("1 of 15 expected received; 1 accepted")
                .doesNotContain("missing: First Response Team 1 ");
    }

    @Test
    void historyImprovementPlanAndStatedFiguresAreKept() throws IOException {
        // The values of history are of indicators.
        installation = Installation.empty(folder.resolve("with figures"));
        returnSheet("history", "1", "Northamptonshire children's services")
                .sheet("Published values")
                .row(
                        1,
                        "Indicator",
                        "Organisation",
                        "Council",
                        "Period",
                        "Timing",
                        "Numerator",
                        "Denominator",
                        "Value",
                        "Source")
                .row(2, "AS01", "trust", "NCC", "Nov-18", "Month", 65, 100, 65, "Report of May 2019")
                .row(3, "AS01", "trust", "NCC", "Oct-18", "Month", 65, 100, 56, "Report of May 2019")
                .saveAs(installation.input().resolve("history.xlsx"));
        returnSheet("improvement-plan", "1", "Quality Assurance")
                .sheet("Actions")
                .row(1, "Reference", "Action", "Owner", "Due", "State", "Indicator", "Progress")
                .row(
                        2,
                        "A1",
                        "Visit within four weeks",
                        "Head of safeguarding",
                        LocalDate.of(2019, 3, 31),
                        "In progress",
                        "CP06",
                        "On track")
                .saveAs(installation.input().resolve("plan.xlsx"));
        returnSheet("team-performance", "3", "Quality Assurance")
                .row(6, "Nothing to report for", "Audits")
                .sheet("Stated figures")
                .row(1, "Indicator", "Numerator", "Denominator", "Value")
                .row(2, "QA01", 7, 10, 70)
                .saveAs(installation.input().resolve("stated.xlsx"));

        Installation.Answer run = installation.command("run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("1 of 15 expected received; 2 accepted, 1 accepted with findings")
                .contains("4 read = 4 accepted + 0 refused + 0 blank")
                .contains(
                        "the value does not follow from the numerator and the denominator, as a number, a percentage or a"
                                + " rate.");
        assertThat(Installation.files(installation.output().resolve("records")).keySet().stream()
                        .map(name -> name.substring(0, name.indexOf('/'))))
                .containsExactlyInAnyOrder("published_values", "improvement_actions", "stated_figures");
    }

    @Test
    void whatWasReadAndFoundStaysAsItWasWhenTheRulesChangeAndThatIsTold() throws IOException {
        installation.receiving("2018-12/DCT Dec-18.xlsx");
        installation.command("run");
        var sealed = Installation.files(installation.output().resolve("records"));
        assertThat(installation.command("status").out()).doesNotContain("Definitions");

        change("say: the assessment starts after", "say: the assessment begins after");
        assertThat(installation.command("status").out()).doesNotContain("Definitions");
        change("severity: query", "severity: warning");
        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx");
        Installation.Answer later = installation.command("run");

        assertThat(later.out())
                .contains(
                        "Definitions changed since 1 return had been checked; what was read and found then stays as it was");
        assertThat(Installation.files(installation.output().resolve("records"))).containsAllEntriesOf(sealed);
    }

    private void change(String from, String to) throws IOException {
        Path rules = installation.catalogue().resolve("returns/team-performance.yaml");
        String text = Files.readString(rules);
        assertThat(text).contains(from);
        Files.writeString(rules, text.replace(from, to));
    }

    @Test
    void statusSaysWhoIsLateAndWhoIsMissing() {
        installation.receiving("2018-12/QA audits Oct-Dec 2018 (late).xlsx");
        installation.command("run");

        assertThat(installation.command("status").out())
                .contains("missing: First Response Team 1 (team-performance), was due on 15 Jan 2019")
                .containsPattern(
                        "late: Quality Assurance \\(team-performance\\), prepared on .* 2019, was due on 15 Jan 2019");
        assertThat(installation.command("status", "--json").out())
                .contains("\"state\" : \"late\"", "\"state\" : \"missing\"", "\"due\" : \"2019-01-15\"");
    }

    private static TestWorkbook returnSheet(String type, String version, String team) {
        return TestWorkbook.aWorkbook()
                .sheet("Return")
                .row(1, "Return type", type)
                .row(2, "Template version", version)
                .row(3, "Team", team)
                .row(4, "Period", "December 2018")
                .row(5, "Prepared on", LocalDate.of(2019, 1, 8));
    }
}
