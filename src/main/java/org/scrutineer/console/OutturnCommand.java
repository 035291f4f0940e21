package org.scrutineer.console;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.pipeline.FreezeOutcome;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.YearToFreeze;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "outturn",
        description =
                "Freezes the figures of a whole year as a run has them. From the next run on they are printed so, under"
                        + " their name, whatever is corrected later; what they would be now is told beside them.",
        footer = {"", "Example:", "  scrutineer outturn --year 2018-19 --name \"Outturn 2018-19\" --period 2019-03"})
final class OutturnCommand extends TellingCommand {

    @Option(names = "--year", paramLabel = "YEAR", required = true, description = "the year, e.g. 2017-18")
    String year = "";

    @Option(names = "--name", paramLabel = "NAME", description = "what it is printed under (Outturn 2017-18)")
    @Nullable
    String name;

    @Option(names = "--run", paramLabel = "NUMBER", description = "takes the figures of this run")
    @Nullable
    Integer run;

    @Option(names = "--period", paramLabel = "PERIOD", description = "takes those of this period's newest run")
    @Nullable
    String period;

    @Override
    public Integer call() throws IOException {
        if ((run == null) == (period == null)) {
            throw new WrongCommandException("Say which figures are meant: either --run NUMBER or --period PERIOD.");
        }
        var asked = new YearToFreeze(
                year,
                Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty()),
                Optional.ofNullable(run),
                Optional.ofNullable(period).map(RunCommand::read));
        try (ConfigurableApplicationContext context = workplace().open()) {
            asked.period().ifPresent(one -> known(one.toString(), context));
            FreezeOutcome outcome = context.getBean(Pipeline.class)
                    .freeze(asked, context.getBean(Actor.class).account());
            if (outcome instanceof FreezeOutcome.Refused refused) {
                throw new WrongCommandException(refused.sentence());
            }
            FreezeOutcome.Frozen frozen = (FreezeOutcome.Frozen) outcome;
            tell(() -> OutcomeJson.frozen(frozen), () -> print(frozen));
        }
        return ExitCode.DONE;
    }

    private void print(FreezeOutcome.Frozen frozen) {
        out().println("The year " + frozen.year().year() + " is frozen as run "
                + frozen.year().run() + " has it, under the name \""
                + frozen.year().name() + "\": "
                + Words.count(frozen.figures(), "figure") + " of " + Words.count(frozen.indicators(), "indicator")
                + ". Run " + frozen.fromRun() + " and those after it print it so.");
    }
}
