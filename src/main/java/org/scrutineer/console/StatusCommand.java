package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Outbox;
import org.scrutineer.distribution.Postman;
import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releases;
import org.scrutineer.intake.DeletedReturns;
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
            Releases releases = context.getBean(Releases.class);
            List<Delivery> deliveries = context.getBean(Outbox.class).all();
            int deleted = context.getBean(DeletedReturns.class).all().size();
            if (json) {
                out.println(Json.status(
                        shown,
                        shown.stream()
                                .flatMap(status -> releases.of(status.period()).stream())
                                .toList(),
                        deliveries,
                        unrecognised,
                        notices,
                        deleted));
            } else {
                print(shown, releases, unrecognised, out);
                print(deliveries, out);
                context.getBean(Postman.class)
                        .mistakes()
                        .forEach(mistake -> out.println("No mail is sent: " + mistake));
                notices.forEach(notice -> out.println("In the input folder: " + notice.sentence()));
                if (deleted > 0) {
                    out.println("Deleted by rule: " + Words.count(deleted, "file") + " that had been received.");
                }
            }
        }
        return ExitCode.DONE;
    }

    private static void print(
            List<PeriodStatus> periods,
            Releases releases,
            List<Submissions.Unrecognised> unrecognised,
            PrintWriter out) {
        if (periods.isEmpty()) {
            out.println("No return has been received yet.");
        }
        for (PeriodStatus status : periods) {
            RunSummary.print(status, out);
            releases.of(status.period()).stream()
                    // A draft that a later run took the place of tells nobody anything.
                    .filter(release -> release.state() != Release.State.SUPERSEDED || release.issuedAt() != null)
                    .forEach(release -> out.println("  Release     " + ReleaseText.of(release)));
            out.println();
        }
        unrecognised.forEach(
                file -> file.findings().forEach(finding -> out.println("No return: " + finding.sentence())));
    }

    /** How many went out is a number; what has not, or needs a person, is told one by one. */
    private static void print(List<Delivery> deliveries, PrintWriter out) {
        long sent = deliveries.stream()
                .filter(delivery -> delivery.state() == Delivery.State.SENT)
                .count();
        if (!deliveries.isEmpty()) {
            out.println("Mails: " + Words.number(sent) + " of " + Words.number(deliveries.size()) + " sent.");
        }
        deliveries.stream()
                .filter(delivery ->
                        delivery.state() != Delivery.State.SENT && delivery.state() != Delivery.State.CANCELLED)
                .forEach(delivery -> out.println("  " + ReleaseText.of(delivery)));
    }
}
