package org.scrutineer.console;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.Preview;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "preview",
        description = "Says what a run would touch, and touches nothing: returns to read, figures that would change,"
                + " for whom workbooks would be written, and who would get mail.",
        footer = {"", "Examples:", "  scrutineer preview", "  scrutineer preview --from 2018-04 --to 2018-12"})
final class PreviewCommand extends ConsoleCommand {

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "says it of this period, if it has something new, e.g. 2018-12")
    @Nullable
    String period;

    @Option(
            names = "--from",
            paramLabel = "PERIOD",
            description = "says what rerun would touch, of the periods from this one")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "PERIOD", description = "to this one")
    @Nullable
    String to;

    @Option(names = "--json", description = "prints JSON, with all figures that would change")
    boolean json;

    @Override
    public Integer call() throws IOException {
        if ((from == null) != (to == null) || from != null && period != null) {
            throw new WrongCommandException("Name either --period PERIOD, or --from PERIOD and --to PERIOD.");
        }
        Optional<ReportingPeriod> only = Optional.ofNullable(period).map(RunCommand::read);
        Optional<ReportingPeriod> first = Optional.ofNullable(from).map(RunCommand::read);
        Optional<ReportingPeriod> last = Optional.ofNullable(to).map(RunCommand::read);
        try (ConfigurableApplicationContext context = workplace().open()) {
            Pipeline pipeline = context.getBean(Pipeline.class);
            Preview preview = first.isPresent() && last.isPresent()
                    ? pipeline.preview(first.get(), last.get())
                    : pipeline.preview(only);
            if (json) {
                out().println(FigureJson.preview(preview));
            } else {
                PreviewText.print(preview, out());
            }
        }
        return ExitCode.DONE;
    }
}
