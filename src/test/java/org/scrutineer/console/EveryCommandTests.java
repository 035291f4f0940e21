package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.Scrutineer;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every command, and for every one that is told a name. */
class EveryCommandTests {

    @TempDir
    static Path folder;

    private static Installation installation;

    @BeforeAll
    static void afterARun() {
        installation = Installation.afterRunOf(folder, "2018-12/FRT1 Dec 18.xlsx");
    }

    static Stream<CommandLine> commands() {
        return below(CommandLineConsole.commandLine(
                Scrutineer.class,
                () -> "officer",
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter())));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().distinct().flatMap(EveryCommandTests::below));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpSaysWhatACommandDoesWithAnExample(CommandLine command) {
        String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);

        assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(command.getCommandSpec().options())
                .filteredOn(option -> !option.hidden())
                .allSatisfy(option -> assertThat(option.description())
                        .as(option.longestName())
                        .isNotEmpty());
        if (command.getSubcommands().isEmpty()) {
            assertThat(help).containsPattern("Examples?:\\R  scrutineer ");
        }
    }

    /** All but {@code serve}, which does not end. */
    @ParameterizedTest
    @MethodSource("commands")
    void whatACommandTellsCanBeReadByPrograms(CommandLine command) {
        boolean ends =
                command.getSubcommands().isEmpty() && !command.getCommandName().equals("serve");

        assertThat(command.getCommandSpec().findOption("--json") != null).isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version --json                          | version, java
            run --json                              | found, received, stopped, periods, failed, finished, changes, in_the_way, closed, unrecognised, checked, catalogue_changed, notices, warnings
            send --json                             | issues, mails
            template --team FRT1 --type team-performance --json | files, nothing_to_explain
            rerun --period 2018-12 --as-issued --json | period, run, folder, files, differing, software_then, software_now
            """)
    void jsonIsAllThatIsPrinted(String line, String names) {
        Installation.Answer answer = installation.command(words(line));

        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(String.join(", ", JsonMapper.shared().readTree(answer.out()).propertyNames()))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run --perod 2018-12 --json                                   | Unknown options: '--perod', '2018-12'
            approve --json                                               | Missing required option: '--period=PERIOD'
            status --period 2018-21 --json                               | "2018-21" is no period; write one as 2018-12 or Dec-18.
            rerun --period 2018-12 --json                                | With --json nobody is asked whether to go on: give --yes, or look first at what preview --from 2018-12 --to 2018-12 --json says.
            approve --period 2018-11 --json                              | There are neither returns nor runs of November 2018; there are of December 2018. Did you mean 2018-12?
            """)
    void whyNothingWasDoneIsJsonToo(String line, String told) {
        Installation.Answer answer = installation.command(words(line));

        assertThat(JsonMapper.shared().readTree(answer.out()))
                .isEqualTo(JsonMapper.shared()
                        .valueToTree(Map.of("error", Map.of("exit_code", 2, "sentences", List.of(told)))));
        assertThat(answer.err()).startsWith(told);
        assertThat(answer.exitCode()).isEqualTo(ExitCode.WRONG_CONFIGURATION);
    }

    /** All but {@code run}, which may be asked about a period whose returns come with it, and tells then that none did. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status --period 2018-11                        | There are neither returns nor runs of November 2018; there are of December 2018. Did you mean 2018-12?
            findings --period 2018-21                      | "2018-21" is no period; write one as 2018-12 or Dec-18.
            findings --team "First Response Taem 1"        | There is no team "First Response Taem 1". Did you mean First Response Team 1?
            trace --period 2018-11                         | There are neither returns nor runs of November 2018; there are of December 2018. Did you mean 2018-12?
            trace --period 2018-12 --indicator AS0         | Did you mean AS0
            approve --period 2018-11                       | There are neither returns nor runs of November 2018; there are of December 2018. Did you mean 2018-12?
            approve --period 2018-12 --audience comissioner | Did you mean commissioner?
            withdraw --period 2018-12 --audience turst --reason r | Did you mean trust?
            answer --indicator AS01 --by team --period 2018-12 --audience comissioner | Did you mean commissioner?
            answer --indicator AS0 --by team --period 2018-12 --audience commissioner | Did you mean AS0
            outturn --year 2018-19 --period 2018-11        | There are neither returns nor runs of November 2018; there are of December 2018. Did you mean 2018-12?
            rerun --period 2018-11 --yes                   | There are neither returns nor runs of November 2018; there are of December 2018. Did you mean 2018-12?
            template --team "First Response Taem 1"        | There is no team "First Response Taem 1". Did you mean First Response Team 1?
            template --team FRT1 --type finanse            | Did you mean finance?
            """)
    void aWrongNameGetsTheNearestRightOneAndEndsWith2(String line, String told) {
        Installation.Answer answer = installation.command(words(line));

        assertThat(answer.err()).contains(told);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(ExitCode.WRONG_CONFIGURATION);
    }

    /** Words by blanks; what stands within quotation marks is one. */
    private static String[] words(String line) {
        return Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(line)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toArray(String[]::new);
    }

    @Test
    void runTellsOfAPeriodThatThereIsNothingOf() {
        Installation.Answer answer = installation.command("run", "--period", "2018-11");

        assertThat(answer.out())
                .endsWith(
                        "There are neither returns nor runs of November 2018; there are of December 2018. Did you mean"
                                + " 2018-12?" + System.lineSeparator());
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void aPreviewNamesTheMailsAsWellAsTheWorkbooks() {
        Installation.Answer text = installation.command("preview", "--from", "2018-12", "--to", "2018-12");
        Installation.Answer json = installation.command("preview", "--from", "2018-12", "--to", "2018-12", "--json");

        assertThat(text.out())
                .contains(
                        "  Mail        with the run: Director of Social Work <director@childrens-services.example> (release"
                                + " waits)")
                .contains("Performance Manager <performance@childrens-services.example> (returns to correct)")
                .contains("once Commissioning authorities is released: Commissioning Lead for West Northamptonshire"
                        + " <commissioning@west.example> (issue); Commissioning Lead for North Northamptonshire"
                        + " <commissioning@north.example> (issue)");
        assertThat(JsonMapper.shared()
                        .readTree(json.out())
                        .get(0)
                        .path("mails")
                        .get(0)
                        .propertyNames())
                .containsExactly("kind", "to", "address", "onceReleased");
    }
}
