package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explaining;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.workbook.FilledForm;
import org.springframework.context.ConfigurableApplicationContext;

/** From a figure off target to its explanation in the workbook, and back when the figure changes. */
class CommentaryRunTests {

    private static final String HEAD = "head-of-safeguarding";
    private static final String NONE = "No explanation received from Head of Safeguarding.";

    @TempDir
    Path folder;

    private Installation installation;

    /** Nobody has visited the children in need: CN02 is 0.0 per cent, and Red. */
    @BeforeEach
    void threeTeamsReportChildrenWhomNobodyHasVisited() {
        installation = Installation.afterRun(folder, "children whom nobody has visited", made -> {
                    Installation empty = Installation.withIndicators(
                            made, "1-front-door-and-assessment.yaml", "2-in-need-and-child-protection.yaml");
                    Files.writeString(
                            empty.catalogue().resolve("publications/committee.yaml"),
                            Files.readString(Path.of("config/catalogue/publications/committee.yaml"))
                                    .replaceAll("(?m)^indicators: .*$", "indicators: [CN02]"));
                    send(empty, "North", LocalDate.of(2019, 1, 8), "C000001", "C000002");
                    send(empty, "Central", LocalDate.of(2019, 1, 8), "C000003");
                    send(empty, "West", LocalDate.of(2019, 1, 8), "C000004");
                    return empty;
                })
                .installation();
    }

    @Test
    void theOwnerIsAskedAndTheWorkbookSaysThatNothingWasReceived() throws IOException {
        assertThat(asked(1)).exists();
        assertThat(exceptions(1))
                .anySatisfy(row -> assertThat(row)
                        .contains("CN02", "Red", "Head of Safeguarding", NONE)
                        .contains("0.0 per cent (0 of 4 children)"));
    }

    @Test
    void whatTheOwnerSaysIsPrintedUntilTheFigureChanges() throws IOException {
        explain(1, "CN02", "Nobody recorded visits while two posts were vacant.");
        assertThat(installation.command("run").exitCode()).isZero();

        assertThat(exceptions(2))
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "CN02",
                                "Nobody recorded visits while two posts were vacant.",
                                "Two posts are advertised.")
                        .contains("31 March 2019", "Received from Head of Safeguarding."));

        send(installation, "North", LocalDate.of(2019, 1, 20), "C000001", "C000002", "C000005");
        assertThat(installation.command("run").exitCode()).isZero();

        assertThat(exceptions(3))
                .anySatisfy(row -> assertThat(row)
                        .contains("CN02", "0.0 per cent (0 of 5 children)")
                        .contains("Asked for again from Head of Safeguarding: what was received was written for"
                                + " 0.0 per cent (0 of 4 children).")
                        .doesNotContain("Two posts are advertised."));
        assertThat(Sheets.of(asked(3), "Explanations"))
                .anySatisfy(row -> assertThat(row)
                        .contains("CN02")
                        .contains(
                                "Of 0.0 per cent (0 of 4 children): Nobody recorded visits while two posts were vacant."
                                        + " Action: Two posts are advertised."));
    }

    @Test
    void whatIsWrittenOnAPageIsPrintedAndAClaimTheFiguresDoNotBearIsAQuestion() throws Exception {
        write("Two posts are vacant.", "Visits have improved to 35%.");
        assertThat(installation.command("run").exitCode()).isZero();

        assertThat(exceptions(2))
                .anySatisfy(row -> assertThat(row)
                        .contains("CN02", "Visits have improved to 35%.", "Two posts are advertised.")
                        .contains("31 March 2019", "Received from Head of Safeguarding."));

        assertThat(installation
                        .command("findings", "--period", "2018-12", "--rule", "explanation-claims-more", "--csv")
                        .out())
                .contains("improved")
                .contains("what the figures bear: CN02 is 0.0, and there is no figure of the month or the year before"
                        + " to compare it with, where high is good")
                .contains("a number that is printed of CN02");
    }

    @Test
    void aSmallNumberInATextIsAdvisedAgainstAndKeptFromThePublic() throws IOException {
        explain(1, "CN02", "3 children had moved away.");
        installation.command("run");

        assertThat(installation
                        .command("findings", "--period", "2018-12", "--rule", "explanation-tells-small-number", "--csv")
                        .out())
                .contains("no number of people from 1 to 5, as such numbers are hidden from Scrutiny committee")
                .contains("Say it without the number; until then the text is withheld from Scrutiny committee.");
        assertThat(exceptions(2)).anySatisfy(row -> assertThat(row).contains("CN02", "3 children had moved away."));
        assertThat(Sheets.of(
                        installation
                                .output()
                                .resolve("publications/2018-12/run-0002/committee/performance-2018-12-committee.xlsx"),
                        "Scorecard"))
                .noneSatisfy(row -> assertThat(row.toString()).contains("moved away"))
                .anySatisfy(row -> assertThat(row.toString()).contains("Withheld, as it quotes a number"));
    }

    @Test
    void theTemplateCommandWritesTheSameReturnForARole() throws IOException {
        Installation.Answer answer = installation.command(
                "template", "--type", "commentary", "--team", "Head of Safeguarding", "--period", "2018-12");

        assertThat(answer.exitCode()).isZero();
        Path written =
                installation.output().resolve("teams/" + HEAD + "/templates/commentary-" + HEAD + "-2018-12.xlsx");
        assertThat(Files.readAllBytes(written)).isEqualTo(Files.readAllBytes(asked(1)));
        assertThat(installation
                        .command("template", "--type", "commentary", "--team", "Head of Finance", "--period", "2018-12")
                        .out())
                .contains("Nothing to explain: no figure of Head of Finance for December 2018 is Red or Amber or has"
                        + " changed by more than chance.");
        assertThat(installation
                        .command(
                                "template",
                                "--type",
                                "commentary",
                                "--team",
                                "Head of Safegarding",
                                "--period",
                                "2018-12")
                        .err())
                .contains("There is no role \"Head of Safegarding\" that answers for indicators. Did you mean Head of"
                        + " Safeguarding?");
    }

    private static void send(Installation installation, String team, LocalDate preparedOn, String... children)
            throws IOException {
        ChildrenInNeed.send(
                installation, team + " " + preparedOn + ".xlsx", "Safeguarding Team " + team, preparedOn, children);
    }

    private Path asked(int run) {
        return installation
                .output()
                .resolve("teams/" + HEAD + "/2018-12/explanations asked for 2018-12, run 000" + run + ".xlsx");
    }

    private List<List<String>> exceptions(int run) throws IOException {
        return Sheets.of(
                installation
                        .output()
                        .resolve("publications/2018-12/run-000" + run
                                + "/commissioner/performance-2018-12-commissioner.xlsx"),
                "Exceptions");
    }

    /** Writes on a page what the owner says of CN02, one after the other on the same day. */
    private void write(String... whys) throws Exception {
        try (ConfigurableApplicationContext context = new Workplace(
                        Scrutineer.class,
                        () -> "sexample",
                        Map.of(
                                "folders.input", installation.input().toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new PrintWriter(System.err))
                .open()) {
            var explaining = context.getBean(Explaining.class);
            for (int before = 0; before < whys.length; before++) {
                var said = new Explanation(
                        "CN02",
                        HEAD,
                        "0.0 per cent (0 of 4 children)",
                        whys[before],
                        "Two posts are advertised.",
                        "Head of Workforce",
                        LocalDate.of(2019, 3, 31),
                        ReportingPeriod.of(2019, 4));
                explaining.explain(1, ReportingPeriod.of(2018, 12), said, before, "sexample", "Sam Example");
            }
        }
    }

    /** Fills in the return as the owner would, and sends it. */
    private void explain(int run, String code, String why) throws IOException {
        List<List<String>> rows = Sheets.of(asked(run), "Explanations");
        int row = 1
                + rows.indexOf(rows.stream()
                        .filter(cells -> cells.contains(code))
                        .findFirst()
                        .orElseThrow());
        int preparedOn = 1
                + Sheets.of(asked(run), "Return").stream()
                        .map(cells -> cells.get(0))
                        .toList()
                        .indexOf("Prepared on");
        try (FilledForm form = FilledForm.of(asked(run))) {
            form.type("Return", "B" + preparedOn, LocalDate.of(2019, 1, 15))
                    .type("Explanations", "G" + row, why)
                    .type("Explanations", "H" + row, "Two posts are advertised.")
                    .type("Explanations", "I" + row, "Head of Workforce")
                    .type("Explanations", "J" + row, LocalDate.of(2019, 3, 31))
                    .type("Explanations", "K" + row, "April 2019")
                    .saveAs(installation.input().resolve("commentary safeguarding.xlsx"));
        }
    }
}
