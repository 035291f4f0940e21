package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Notice;
import org.scrutineer.intake.Notices;
import org.scrutineer.intake.Submissions;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.Statuses;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Shows each period: returns expected and received, who has what to correct, what was published.")
final class StatusCommand extends ConsoleCommand {

    @Option(names = "--period", paramLabel = "PERIOD", description = "shows this period alone, e.g. 2018-12")
    @Nullable
    String period;

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        ReportingPeriod only = period == null ? null : RunCommand.read(period);
        try (ConfigurableApplicationContext context = workplace().open()) {
            Statuses statuses = context.getBean(Statuses.class);
            List<PeriodStatus> shown = statuses.periods().stream()
                    .filter(known -> only == null || known.equals(only))
                    .map(statuses::of)
                    .toList();
            List<Submissions.Unrecognised> unrecognised =
                    context.getBean(Submissions.class).unrecognised();
            List<Notice> notices = context.getBean(Notices.class).all();
            if (json) {
                out.println(Json.status(shown, unrecognised, notices));
            } else {
                print(shown, unrecognised, out);
                notices.forEach(notice -> out.println("In the input folder: " + notice.sentence()));
            }
        }
        return ExitCode.DONE;
    }

    private static void print(
            List<PeriodStatus> periods, List<Submissions.Unrecognised> unrecognised, PrintWriter out) {
        if (periods.isEmpty()) {
            out.println("No return has been received yet.");
        }
        for (PeriodStatus status : periods) {
            RunSummary.print(status, out);
            out.println();
        }
        unrecognised.forEach(
                file -> file.findings().forEach(finding -> out.println("No return: " + finding.sentence())));
    }
}
