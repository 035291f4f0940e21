package org.scrutineer.console;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.RerunRequest;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rerun",
        description = "Runs a period again with what is known today: its returns, the catalogue, the targets. What was"
                + " published before stays as it is; the new publication tells what has changed and why.",
        footer = {
            "",
            "Examples:",
            "  scrutineer rerun --period 2018-12 --reason \"the target was set anew\"",
            "  scrutineer rerun --from 2018-04 --to 2018-12 --reason \"new definition of AS01\""
        })
final class RerunCommand extends ConsoleCommand {

    @Option(names = "--period", paramLabel = "PERIOD", description = "the period, e.g. 2018-12")
    @Nullable
    String period;

    @Option(names = "--from", paramLabel = "PERIOD", description = "the first of several periods")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "the last of them")
    @Nullable
    String to;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "why; demanded where a period has been published before")
    @Nullable
    String reason;

    @Option(names = "--fail-on-findings", description = "ends with 1 where a return has to be corrected")
    boolean failOnFindings;

    @Override
    public Integer call() throws IOException {
        ReportingPeriod first = first();
        ReportingPeriod last = to == null ? first : RunCommand.read(to);
        try (ConfigurableApplicationContext context = workplace().open()) {
            return new Runner(out(), failOnFindings)
                    .run(
                            context,
                            (pipeline, who) ->
                                    pipeline.rerun(new RerunRequest(first, last, Optional.ofNullable(reason), who)));
        }
    }

    private ReportingPeriod first() {
        String named =
                period != null && from == null && to == null ? period : period == null && to != null ? from : null;
        if (named == null) {
            throw new WrongCommandException(
                    "Say what is to be run again: --period PERIOD, or --from PERIOD --to PERIOD.");
        }
        return RunCommand.read(named);
    }
}
