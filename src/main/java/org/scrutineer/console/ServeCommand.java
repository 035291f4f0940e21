package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.scrutineer.schedule.Schedule;
import org.scrutineer.schedule.ScheduleStatuses;
import org.scrutineer.schedule.ScheduleWords;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        description =
                "Keeps the schedule until it is stopped: runs every night, tells senders that their files arrived,"
                        + " reminds teams of deadlines, issues what is approved, and sends mail.",
        footer = {
            "",
            "Examples:",
            "  scrutineer serve",
            "  scrutineer --input /srv/returns --output /srv/scrutineer serve",
            "",
            "When it does what is said under schedule in config/application.yaml. Ctrl-C or the signal that ends services",
            "stops it at the next safe point; the next start goes on there. Other commands work beside it."
        })
final class ServeCommand extends ConsoleCommand {

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        var asked = new CountDownLatch(1);
        try (ConfigurableApplicationContext context = workplace().open();
                var signals = new StopSignals(asked::countDown)) {
            Schedule schedule = context.getBean(Schedule.class);
            schedule.start();
            out.println("The schedule is kept. "
                    + ScheduleWords.nextNight(
                            context.getBean(ScheduleStatuses.class).now()) + " Ctrl-C ends it.");
            await(asked);
            out.println("Stopping at the next safe point.");
            schedule.stop();
            out.println("Stopped.");
            return ExitCode.DONE;
        }
    }

    private static void await(CountDownLatch asked) {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
