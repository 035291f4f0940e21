package org.scrutineer.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.ReleaseRefusedException;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.publication.MembersAnswers;
import org.scrutineer.publication.MembersAnswers.Answer;
import org.scrutineer.publication.MembersQuestion;
import org.scrutineer.publication.MembersQuestion.By;
import org.scrutineer.publication.UnanswerableException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "answer",
        description = {
            "Answers a member's question with a workbook of one table, from the newest finished run of each period.",
            "For a public audience small numbers are hidden as in its publications, so that neither the answer nor"
                    + " anything published before or after gives one away. The same question gets the same answer again,"
                    + " byte for byte, until the period is run anew."
        },
        footer = {
            "",
            "Examples:",
            "  scrutineer answer --indicator AS01 --by team --period 2021-12 --audience committee",
            "  scrutineer answer --indicator AS01,CP02 --by authority --from 2021-10 --to 2021-12 --audience commissioner",
            "  scrutineer answer --indicator CP06 --by service --period 2021-12 --audience committee --out answer.xlsx",
            "",
            "An audience is answered what its publications show. A public one is also answered finer figures and further",
            "indicators, where they count people and its disclosure profile guards them. Who asked, and when, is kept."
        })
final class AnswerCommand extends ConsoleCommand {

    @Option(
            names = "--indicator",
            paramLabel = "CODE",
            split = ",",
            required = true,
            description = "the indicators, e.g. AS01 or AS01,CP02")
    List<String> indicators = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "PARTS",
            required = true,
            description = "whose figures: team, service, authority or whole")
    String by = "";

    @Option(names = "--period", paramLabel = "PERIOD", split = ",", description = "the periods, e.g. 2021-11,2021-12")
    List<String> periods = new ArrayList<>();

    @Option(names = "--from", paramLabel = "PERIOD", description = "the first of several periods, with --to")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "the last of them")
    @Nullable
    String to;

    @Option(names = "--audience", paramLabel = "ID", required = true, description = "who is answered, e.g. committee")
    String audience = "";

    @Option(names = "--out", paramLabel = "FILE", description = "where a copy of the workbook is put")
    @Nullable
    Path copy;

    @Option(names = "--json", description = "prints JSON, with the figures as they are told")
    boolean json;

    @Override
    public Integer call() throws IOException {
        var question = new MembersQuestion(stripped(indicators), breakdown(), asked(), audience);
        if (copy != null && Files.exists(copy)) {
            throw new WrongCommandException(copy + " is there already. Nothing was done: give --out another name.");
        }
        try (ConfigurableApplicationContext context = workplace().open()) {
            question.periods().forEach(one -> known(one.toString(), context));
            Answer answer = context.getBean(MembersAnswers.class)
                    .answer(question, context.getBean(Actor.class).account());
            if (copy != null) {
                Files.copy(answer.workbook(), copy);
            }
            print(question, answer);
        } catch (UnanswerableException e) {
            throw new WrongCommandException(String.valueOf(e.getMessage()));
        } catch (ReleaseRefusedException e) {
            throw new WrongCommandException(
                    "The question is not answered, as the answer would give a hidden number away.\n" + e.getMessage());
        }
        return ExitCode.DONE;
    }

    private static List<String> stripped(List<String> words) {
        return words.stream().map(String::strip).toList();
    }

    private By breakdown() {
        List<String> known = Arrays.stream(By.values()).map(By::id).toList();
        return Arrays.stream(By.values())
                .filter(one -> one.id().equals(by))
                .findFirst()
                .orElseThrow(() -> new WrongCommandException("\"" + by + "\" is no breakdown; there are: "
                        + String.join(", ", known) + "."
                        + Names.nearest(by, known)
                                .map(near -> " Did you mean " + near + "?")
                                .orElse("")));
    }

    private List<ReportingPeriod> asked() {
        if ((from == null) != (to == null) || periods.isEmpty() == (from == null)) {
            throw new WrongCommandException("Which periods? Give either --period, or --from and --to.");
        }
        if (from == null || to == null) {
            return stripped(periods).stream().map(RunCommand::read).toList();
        }
        ReportingPeriod first = RunCommand.read(from);
        ReportingPeriod last = RunCommand.read(to);
        if (first.compareTo(last) > 0) {
            throw new WrongCommandException("--from " + first + " is after --to " + last + ".");
        }
        return new Months(first, last).all();
    }

    private void print(MembersQuestion question, Answer answer) {
        if (json) {
            out().println(FigureJson.answer(question, answer));
            return;
        }
        long hidden = answer.told().stream()
                .filter(told -> told.value().status() == IndicatorValue.Status.CONFIDENTIAL)
                .count();
        out().println("Answer " + answer.number() + ", " + question.text() + ", for " + question.audience() + ": "
                + Words.count(answer.told().size(), "figure")
                + (hidden == 0 ? "" : ", of which " + Words.number(hidden) + " may not be told") + ".");
        out().println("  " + answer.workbook());
        if (copy != null) {
            out().println("  copied to " + copy);
        }
    }
}
