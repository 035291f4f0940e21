package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.audit.AuditEntry;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.publication.MembersAnswers;
import org.scrutineer.publication.MembersAnswers.Answer;
import org.scrutineer.publication.MembersQuestion;
import org.scrutineer.publication.MembersQuestion.By;
import org.scrutineer.publication.UnanswerableException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members' questions after a run of the sample returns. */
class AnswerCommandTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2021, 12);

    @TempDir
    static Path folder;

    private static Installation installation;
    private static ConfigurableApplicationContext context;
    private static MembersAnswers answers;
    private static Path copy;
    private static Installation.Answer first;

    @BeforeAll
    static void runOnce() throws IOException {
        installation = Installation.afterSampleReturns(folder).installation();
        context = new Workplace(
                        Scrutineer.class,
                        () -> "a member",
                        Map.of(
                                "folders.input", installation.input().toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new PrintWriter(Writer.nullWriter()))
                .open();
        answers = context.getBean(MembersAnswers.class);
        copy = folder.resolve("for-the-member.xlsx");
        first = installation.command(
                "answer",
                "--indicator",
                "AS01",
                "--by",
                "team",
                "--period",
                "Dec-21",
                "--audience",
                "committee",
                "--out",
                copy.toString());
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static Answer asked(String audience, By by, String... indicators) throws Exception {
        return answers.answer(new MembersQuestion(List.of(indicators), by, List.of(DECEMBER), audience), "a member");
    }

    private static List<String> told(Answer answer) {
        return answer.told().stream()
                .map(told -> told.indicator().id() + " " + told.whose() + ": "
                        + (told.value().value() == null
                                ? "[" + told.value().status().symbol() + "]"
                                : Words.number(told.value().value().longValue())))
                .toList();
    }

    @Test
    void answersAPublicAudienceFinerThanItsPaperAndHidesSmallNumbers() throws Exception {
        Path workbook = installation
                .output()
                .resolve("publications/2021-12/answers/0001-committee/answer-0001-2021-12-committee.xlsx");
        assertThat(first)
                .isEqualTo(new Installation.Answer(
                        0,
                        String.join(
                                System.lineSeparator(),
                                "Answer 1, AS01 by team, 2021-12, for committee: 5 figures, of which 2 may not be told.",
                                "  " + workbook,
                                "  copied to " + copy,
                                ""),
                        ""));
        assertThat(workbook).hasSameBinaryContentAs(copy);
        assertThat(installation.command("lint", workbook.toString()).out())
                .isEqualTo(workbook + ": breaks no rule" + System.lineSeparator());
        assertThat(told(asked("committee", By.TEAM, "AS01")))
                .containsExactly(
                        "AS01 First Response Team 1: 89",
                        "AS01 First Response Team 2: 87",
                        "AS01 First Response Team 3: [c]",
                        "AS01 First Response Team 4: 88",
                        "AS01 Disabled Children Team: [c]");
        assertThat(workbook).hasSameBinaryContentAs(copy);
        assertThat(installation.command("verify", copy.toString()).out())
                .isEqualTo(copy + ": is what was published, byte for byte, by answer 1, from run 2 of December 2021, as"
                        + " 2021-12/answers/0001-committee/answer-0001-2021-12-committee.xlsx"
                        + System.lineSeparator());
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select count(*) from printed_figure p join public_release r on r.place = p.public_release"
                                + " where r.member_answer = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(context.getBean(AuditTrail.class).after(0, 1_000))
                .filteredOn(entry -> entry.subject().startsWith("answer 1,"))
                .extracting(AuditEntry::action, AuditEntry::subject, AuditEntry::details)
                .containsOnly(tuple(
                        "question-answered", "answer 1, AS01 by team, 2021-12, for committee", "{\"runs\":\"0002\"}"));
    }

    /**
     * Hidden values, as they are and rounded, looked for in every part of every file the committee has: shared strings,
     * caches, properties and names too. A value that is shown of another figure is no sign.
     */
    @Test
    void noPartOfAPublicFileHoldsAHiddenValueHoweverItIsRounded() throws Exception {
        Answer answer =
                asked("committee", By.TEAM, "AS01", "CN02", "CP02", "CP06", "LA03", "LA04", "LA06", "LA08", "FD05");

        Set<String> shown = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        context.getBean(JdbcClient.class)
                .sql("select figure, hidden, printed_numerator, printed_denominator from printed_figure")
                .query(row -> {
                    add(row.getBigDecimal(1), row.getBoolean(2) ? hidden : shown);
                    add(row.getBigDecimal(3), shown);
                    add(row.getBigDecimal(4), shown);
                });
        hidden.removeAll(shown);
        Map<String, byte[]> told = installation.publications();
        told.keySet().removeIf(file -> !file.contains("committee"));
        AudienceFolder folder = AudienceFolder.of(told, "");
        assertThat(answer.told()).anyMatch(figure -> figure.value().value() != null);
        assertThat(hidden).hasSizeGreaterThan(20);
        assertThat(folder.files()).hasSizeGreaterThan(8);
        assertThat(folder.numbers()).containsAnyElementsOf(shown).doesNotContainAnyElementsOf(hidden);
    }

    /** A number as it is and rounded, as long as it has so many digits that it is hardly ever met by chance. */
    private static void add(BigDecimal number, Set<String> numbers) {
        if (number != null) {
            for (int decimals = 2; decimals <= number.scale(); decimals++) {
                String rounded = number.setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
                if (rounded.replace(".", "").length() >= 4) {
                    numbers.add(rounded);
                }
            }
        }
    }

    @Test
    void anAnswerThatIsLostIsWrittenAgainTheSame() throws Exception {
        Answer first = asked("committee", By.AUTHORITY, "CP06", "LA08");
        byte[] bytes = Files.readAllBytes(first.workbook());
        Files.delete(first.workbook());
        Files.delete(first.workbook().getParent());

        Answer again = asked("committee", By.AUTHORITY, "CP06", "LA08");

        assertThat(again).isEqualTo(first);
        assertThat(again.workbook()).hasBinaryContent(bytes);
    }

    @Test
    void anAnswerThatWasChangedIsNotOverwritten() throws Exception {
        Path workbook = asked("commissioner", By.WHOLE, "AS01").workbook();
        Files.writeString(workbook, "changed");

        assertThatThrownBy(() -> asked("commissioner", By.WHOLE, "AS01"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("as it was given. Nothing was overwritten: move the folder away, and ask again to"
                        + " have it written anew.");
        assertThat(workbook).hasContent("changed");
    }

    @Test
    void answersAnAudienceThatNothingIsHiddenFromWhatItsPublicationsShow() throws Exception {
        assertThat(told(asked("commissioner", By.SERVICE, "AS01")))
                .containsExactly("AS01 First Response: 88", "AS01 Disabled Children: 87");
        assertThat(told(asked("north", By.AUTHORITY, "AS01"))).hasSize(1);
    }

    @Test
    void asksForNothingThatThereIsNot() {
        assertRefused(
                "AS01 is not told to commissioner by team: its publications do not show it, and"
                        + " publications/commissioner.yaml names no disclosure profile that would guard it for everyone. Ask"
                        + " for what its publications show, or for another audience.",
                "commissioner",
                By.TEAM,
                "AS01");
        assertRefused(
                "WF01 is not told to committee by team: its publications do not show it, and disclosure control does not"
                        + " guard it, as it does not count people. Ask for what its publications show, or for another"
                        + " audience.",
                "committee",
                By.TEAM,
                "WF01");
        assertRefused(
                "\"AS001\" is no indicator of December 2021; config/catalogue/indicators has them. Did you mean AS01?",
                "committee",
                By.WHOLE,
                "AS001");
        assertRefused(
                "\"comittee\" is no audience; there are: commissioner, committee, north, trust, west. Did you mean"
                        + " committee?",
                "comittee",
                By.WHOLE,
                "AS01");
        assertThatThrownBy(() -> answers.answer(
                        new MembersQuestion(
                                List.of("AS01"), By.WHOLE, List.of(ReportingPeriod.of(2021, 11), DECEMBER), "trust"),
                        "a member"))
                .isInstanceOf(UnanswerableException.class)
                .hasMessage("No run of November 2021 has finished yet.");
    }

    private static void assertRefused(String sentence, String audience, By by, String indicator) {
        assertThatThrownBy(() -> asked(audience, by, indicator))
                .isInstanceOf(UnanswerableException.class)
                .hasMessage(sentence);
    }

    @Test
    void saysWhatIsWrongWithACommand() {
        Stream.of(
                        List.of("--by", "teams", "--period", "2021-12"),
                        List.of("--by", "team", "--from", "2021-12"),
                        List.of("--by", "team", "--from", "2021-12", "--to", "2021-11"))
                .map(words -> Stream.concat(
                                Stream.of("answer", "--indicator", "AS01", "--audience", "committee"), words.stream())
                        .toArray(String[]::new))
                .map(installation::command)
                .forEach(answer -> assertThat(answer.exitCode()).isEqualTo(2));
        assertThat(installation
                        .command(
                                "answer",
                                "--indicator",
                                "AS01",
                                "--audience",
                                "committee",
                                "--by",
                                "teams",
                                "--period",
                                "1")
                        .err())
                .contains("\"teams\" is no breakdown; there are: team, service, authority, whole. Did you mean team?");
    }
}
