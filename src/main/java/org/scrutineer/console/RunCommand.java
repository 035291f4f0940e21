package org.scrutineer.console;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.Statuses;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Takes in the returns that have arrived, checks them, and publishes each period that has"
                + " something new. A run that was cut off is finished first.",
        footer = {"", "Examples:", "  scrutineer run", "  scrutineer run --period 2018-12 --fail-on-findings"})
final class RunCommand extends TellingCommand {

    @Option(names = "--period", paramLabel = "PERIOD", description = "works on this period alone, e.g. 2018-12")
    @Nullable
    String period;

    @Option(names = "--fail-on-findings", description = "ends with 1 where a return has to be corrected")
    boolean failOnFindings;

    @Override
    public Integer call() throws IOException {
        Optional<ReportingPeriod> only = Optional.ofNullable(period).map(RunCommand::read);
        try (ConfigurableApplicationContext context = workplace().open()) {
            int exitCode = runner(failOnFindings).run(context, (pipeline, who) -> pipeline.run(only, who));
            if (exitCode != ExitCode.DONE) {
                return exitCode;
            }
            only.flatMap(context.getBean(Statuses.class)::nothingOf).ifPresent(meanwhile()::println);
            return exitCode;
        }
    }

    static ReportingPeriod read(String text) {
        return ReportingPeriod.read(text)
                .orElseThrow(() ->
                        new WrongCommandException("\"" + text + "\" is no period; write one as 2018-12 or Dec-18."));
    }
}
