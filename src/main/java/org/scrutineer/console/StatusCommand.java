package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Release;
import org.scrutineer.schedule.ScheduleWords;
import org.scrutineer.schedule.Standing;
import org.scrutineer.schedule.Standings;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Shows each period: returns expected and received, who has what to correct, what was published.",
        footer = {"", "Examples:", "  scrutineer status", "  scrutineer status --period 2018-12 --json"})
final class StatusCommand extends ConsoleCommand {

    @Option(names = "--period", paramLabel = "PERIOD", description = "shows this period alone, e.g. 2018-12")
    @Nullable
    String period;

    @Option(names = "--json", description = "prints JSON")
    boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        if (period != null) {
            RunCommand.read(period);
        }
        try (ConfigurableApplicationContext context = workplace().open()) {
            ReportingPeriod only = period == null ? null : known(period, context);
            Standing standing = context.getBean(Standings.class).of(known -> only == null || known.equals(only));
            if (json) {
                out.println(StatusJson.status(standing));
            } else {
                print(standing, out);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(Standing standing, PrintWriter out) {
        if (standing.periods().isEmpty()) {
            out.println("No return has been received yet.");
        }
        for (Standing.Month month : standing.periods()) {
            RunSummary.print(month.status(), out);
            month.runs().forEach(entry -> out.println("  Run         " + ReleaseText.of(entry)));
            month.releases().stream()
                    // A draft that a later run took the place of tells nobody anything.
                    .filter(release -> release.state() != Release.State.SUPERSEDED || release.issuedAt() != null)
                    .forEach(release -> out.println("  Release     " + ReleaseText.of(release)));
            out.println();
        }
        standing.unrecognised()
                .forEach(file -> file.findings().forEach(finding -> out.println("No return: " + finding.sentence())));
        print(standing.deliveries(), out);
        standing.mailMistakes().forEach(mistake -> out.println("No mail is sent: " + mistake));
        standing.notices().forEach(notice -> out.println("In the input folder: " + notice.sentence()));
        if (standing.deleted() > 0) {
            out.println("Deleted by rule: " + Words.count(standing.deleted(), "file") + " that had been received.");
        }
        out.println(ScheduleWords.of(standing.schedule()));
        standing.schedule().nights().forEach(night -> out.println("Night of " + ScheduleWords.of(night) + "."));
        out.println(
                standing.backups().isEmpty()
                        ? "No backup has been made."
                        : "The newest backup is "
                                + standing.backups()
                                        .get(standing.backups().size() - 1)
                                        .folder() + ".");
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
