package org.scrutineer.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.distribution.Letters;
import org.scrutineer.distribution.Message;
import org.scrutineer.pipeline.RunDesk;
import org.scrutineer.schedule.Schedule;
import org.scrutineer.schedule.ScheduleStatuses;
import org.scrutineer.schedule.ScheduleWords;
import org.scrutineer.web.Opening;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        description =
                "Keeps the schedule, and serves the pages, until it is stopped: runs every night, tells senders that their files arrived,"
                        + " reminds teams of deadlines, issues what is approved, and sends mail.",
        footer = {
            "",
            "Examples:",
            "  scrutineer serve",
            "  scrutineer --input /srv/returns --output /srv/scrutineer serve",
            "",
            "When it does what is said under schedule in config/application.yaml, and where its pages are under server and",
            "web; the first start prints a link by which an administrator is made. Ctrl-C or the signal that ends services",
            "stops it at the next safe point; the next start goes on there. Other commands work beside it. A catalogue that is",
            "changed meanwhile is taken up within minutes; while it has mistakes, the one before holds."
        })
final class ServeCommand extends ConsoleCommand {

    /** How often the catalogue is looked at. */
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(30);

    @Override
    public Integer call() throws IOException {
        var asked = new CountDownLatch(1);
        try (var signals = new StopSignals(asked::countDown)) {
            Workplace workplace = workplace();
            Optional<Catalogue> changed = keep(workplace.soundCatalogue(workplace.folders()), asked);
            while (changed.isPresent()) {
                out().println("The catalogue has changed; the schedule goes on by it.");
                changed = keep(changed.get(), asked);
            }
        }
        out().println("Stopped.");
        return ExitCode.DONE;
    }

    /**
     * Keeps the schedule by a catalogue, until there is another one or somebody asks to stop.
     *
     * @return the other catalogue, as it was read; its folder may have changed again
     */
    private Optional<Catalogue> keep(Catalogue catalogue, CountDownLatch asked) throws IOException {
        Workplace workplace = workplace();
        var read = new AtomicReference<>(catalogue);
        try (ConfigurableApplicationContext context = workplace.openWithPages(catalogue)) {
            Schedule schedule = context.getBean(Schedule.class);
            schedule.start();
            context.getBean(Opening.class).sentences().forEach(out()::println);
            out().println("The schedule is kept. "
                    + ScheduleWords.nextNight(
                            context.getBean(ScheduleStatuses.class).now()) + " Ctrl-C ends it.");
            var watch = new CatalogueWatch(
                    () -> {
                        read.set(workplace.soundCatalogue(workplace.folders()));
                        return read.get().hash();
                    },
                    catalogue.hash());
            while (!isAsked(asked, LOOKED_AT_EVERY)) {
                CatalogueWatch.Found found = watch.look();
                if (found instanceof CatalogueWatch.Found.Mistakes mistakes) {
                    tell(
                            mistakes.sentences(),
                            LocalDate.now(context.getBean(Clock.class)),
                            context.getBean(Letters.class));
                } else if (found instanceof CatalogueWatch.Found.Another) {
                    schedule.end(() -> asked.getCount() == 0);
                    context.getBean(RunDesk.class).end(() -> asked.getCount() == 0);
                    return asked.getCount() > 0 ? Optional.of(read.get()) : Optional.empty();
                }
            }
            out().println("Stopping at the next safe point.");
            schedule.stop();
            return Optional.empty();
        }
    }

    /** Officers are written to once a day about the same mistakes, however often they come and go. */
    private void tell(List<String> mistakes, LocalDate today, Letters letters) {
        String count = Words.count(mistakes.size(), "mistake");
        out().println("The catalogue was changed and has " + count + "; the schedule goes on by the one before:");
        mistakes.forEach(mistake -> out().println("  " + mistake));
        letters.toOfficers(
                "catalogue",
                today + ", "
                        + UUID.nameUUIDFromBytes(String.join("\n", mistakes).getBytes(StandardCharsets.UTF_8)),
                "the catalogue was changed and has " + count,
                Stream.concat(
                                Stream.of(
                                        "Until they are mended, runs go by the catalogue before. The command catalogue"
                                                + " check tells them too."),
                                mistakes.stream())
                        .map(Message.Line::paragraph)
                        .toList());
    }

    private static boolean isAsked(CountDownLatch asked, Duration within) {
        try {
            return asked.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
