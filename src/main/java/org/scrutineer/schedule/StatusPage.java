package org.scrutineer.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Meeting;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Release;
import org.scrutineer.files.Renames;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.PeriodStatus.ExpectedReturn;
import org.scrutineer.pipeline.RunsEnded;
import org.scrutineer.retention.ThingsDeleted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes {@code status.html}, which shows those who look after the returns how all stands, without anything running: one
 * page that needs nothing else, for wide windows and telephones. Each start of the pipeline writes it anew, whole or not at
 * all. It says who has how much to correct, never what: findings may quote what a return says of a child.
 */
@Component
class StatusPage {

    private static final Logger LOG = LoggerFactory.getLogger(StatusPage.class);

    /** Of older months the command tells. */
    private static final int MONTHS = 13;

    private static final String NAME = "status.html";

    private static final String STYLE = """
        body { margin: 0; font: 1.1875rem/1.4 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; }
        header { background: #0b0c0c; color: #fff; padding: 1rem; font-weight: bold; }
        header p, main, footer p { max-width: 60rem; margin: 0 auto; }
        main { padding: 1rem; }
        footer { border-top: 1px solid #b1b4b6; padding: 1rem; background: #f3f2f1; }
        h1 { font-size: 2.25rem; margin: 1rem 0; }
        h2 { font-size: 1.75rem; margin: 2.5rem 0 1rem; border-top: 2px solid #1d70b8; padding-top: 1rem; }
        a { color: #1d70b8; }
        a:focus, .table:focus { outline: 3px solid #0b0c0c; outline-offset: 0; background: #fd0; color: #0b0c0c; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 0; top: 0; padding: .5rem; }
        .table { overflow-x: auto; margin-bottom: 1.5rem; }
        .table:focus { background: #fff; outline-color: #fd0; box-shadow: 0 0 0 5px #0b0c0c; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: bold; padding: .5rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid #b1b4b6; }
        tbody th { font-weight: normal; }
        @media (max-width: 40rem) { body { font-size: 1rem; } h1 { font-size: 1.75rem; } h2 { font-size: 1.375rem; } }
        @media print { .table { overflow: visible; } .skip { display: none; } }
        """;

    private final Standings standings;
    private final Catalogue catalogue;
    private final ScheduleProperties settings;

    StatusPage(Standings standings, Catalogue catalogue, ScheduleProperties settings) {
        this.standings = standings;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** After a retention too: the page may name files that were deleted. */
    @EventListener({RunsEnded.class, ThingsDeleted.class})
    void write() {
        List<ReportingPeriod> all = standings.periods();
        Set<ReportingPeriod> newest = Set.copyOf(all.subList(Math.max(0, all.size() - MONTHS), all.size()));
        String page = page(standings.of(newest::contains), all.size() - newest.size());
        Path folder = settings.statusFolder();
        try {
            PrivateFolders.create(folder);
            // Readable by its owner only, as such a file is made.
            Path draft = Files.createTempFile(folder, ".status-", ".html");
            try {
                Files.writeString(draft, page);
                Renames.replace(draft, folder.resolve(NAME));
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            // The figures are published, and status tells the same: a page is no reason to call the run failed.
            LOG.warn("the page {} cannot be written, and stays as it was: {}", folder.resolve(NAME), e.toString());
        }
    }

    /** @param older how many months are left out */
    String page(Standing standing, int older) {
        var html = new Html();
        String organisation = catalogue.organisation().name();
        html.raw("<!DOCTYPE html>\n");
        html.in("html", "lang=\"en-GB\"", () -> {
            html.in(
                    "head",
                    "",
                    () -> html.raw("<meta charset=\"utf-8\">\n")
                            .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                            .text("title", "Status: " + organisation)
                            .raw("<style>\n" + STYLE + "</style>\n"));
            html.in("body", "", () -> {
                html.raw("<a class=\"skip\" href=\"#main\">Skip to main content</a>\n");
                html.in("header", "", () -> html.text("p", organisation));
                html.in("main", "id=\"main\"", () -> main(standing, older, html));
                html.in(
                        "footer",
                        "",
                        () -> html.text(
                                "p",
                                "Not for publication. Written by Scrutineer at the end of each run; the command status"
                                        + " tells the same at any time."));
            });
        });
        return html.toString();
    }

    private void main(Standing standing, int older, Html html) {
        html.text("h1", "Returns, runs and releases");
        html.text("p", "As at " + moment(standing.at()) + ".");
        attention(standing, html);
        List<Standing.Month> newestFirst = new ArrayList<>(standing.periods());
        Collections.reverse(newestFirst);
        newestFirst.forEach(month -> month(month, html));
        if (older > 0) {
            html.text("p", "The command status shows " + older + " older month" + (older == 1 ? "" : "s") + ".");
        }
        schedule(standing, html);
        meetings(standing, html);
        mail(standing, html);
    }

    private static void attention(Standing standing, Html html) {
        List<Waiting> waiting = standing.waiting();
        html.text("h2", "What waits for somebody");
        if (waiting.isEmpty()) {
            html.text("p", "Nothing.");
        } else {
            html.in("ul", "", () -> waiting.forEach(one -> html.text("li", one.sentence())));
        }
    }

    private void month(Standing.Month month, Html html) {
        PeriodStatus status = month.status();
        String title = status.period().title();
        html.text("h2", title);
        html.text(
                "p",
                status.received() + " of " + status.expected() + " expected returns received. "
                        + status.newestRun()
                                .map(run -> "Published by run " + run.number() + ".")
                                .orElse("Not published."));
        if (!status.expectedReturns().isEmpty()) {
            html.table(
                    "Returns for " + title,
                    List.of("Team", "Return", "Due", "Received", "To correct or confirm"),
                    status.expectedReturns().stream()
                            .map(expected -> List.of(
                                    expected.team(),
                                    returnType(expected.returnType()),
                                    day(expected.due()),
                                    StandingWords.received(expected),
                                    toCorrect(status, expected)))
                            .toList());
        }
        if (!month.runs().isEmpty()) {
            html.table(
                    "Runs of " + title,
                    List.of("Run", "Kind", "Started", "Ended", "By", "Reason"),
                    month.runs().stream()
                            .map(entry -> List.of(
                                    String.valueOf(entry.run().number()),
                                    entry.kind(),
                                    moment(entry.startedAt()),
                                    entry.finishedAt()
                                            .map(this::moment)
                                            .orElse(entry.run().state().name().toLowerCase(Locale.ROOT)),
                                    entry.startedBy(),
                                    entry.reason().orElse("")))
                            .toList());
        }
        if (!month.releases().isEmpty()) {
            html.table(
                    "Releases of " + title,
                    List.of("Audience", "Run", "State", "Approved by", "Issued"),
                    month.releases().stream()
                            .filter(release ->
                                    release.state() != Release.State.SUPERSEDED || release.issuedAt() != null)
                            .map(this::release)
                            .toList());
        }
    }

    private List<String> release(Release release) {
        String approvedBy = release.approval() == null ? "" : release.approval().as();
        String issued = release.issuedAt() == null ? "" : moment(release.issuedAt());
        return List.of(
                release.audience(),
                String.valueOf(release.run()),
                release.state().id(),
                approvedBy,
                issued);
    }

    private String returnType(String id) {
        return catalogue.returnType(id).map(type -> type.name()).orElse(id);
    }

    private static String toCorrect(PeriodStatus status, ExpectedReturn expected) {
        int count = status.toCorrect(expected);
        return count == 0 ? "None" : String.valueOf(count);
    }

    private void schedule(Standing standing, Html html) {
        html.text("h2", "Schedule");
        html.text("p", ScheduleWords.of(standing.schedule()));
        if (!standing.schedule().nights().isEmpty()) {
            html.table(
                    "Nights that did not go as planned",
                    List.of("Night", "What became of it"),
                    standing.schedule().nights().stream()
                            .map(night -> List.of(day(night.date()), ScheduleWords.of(night.state())))
                            .toList());
        }
        html.text(
                "p",
                standing.backups().isEmpty()
                        ? "No backup has been made."
                        : "The newest backup was begun on "
                                + moment(standing.backups()
                                        .get(standing.backups().size() - 1)
                                        .begunAt())
                                + ".");
    }

    private void meetings(Standing standing, Html html) {
        LocalDate today = LocalDate.ofInstant(standing.at(), settings.zone());
        List<List<String>> coming = catalogue.meetings().stream()
                .filter(meeting -> !meeting.date().isBefore(today))
                .map(StatusPage::meeting)
                .toList();
        if (!coming.isEmpty()) {
            html.text("h2", "Meetings");
            html.table("Meetings to come", List.of("Meeting", "Papers due", "Months"), coming);
        }
    }

    private static List<String> meeting(Meeting meeting) {
        return List.of(
                day(meeting.date()),
                Optional.ofNullable(meeting.papersDue()).map(StatusPage::day).orElse("Not known"),
                meeting.periods().stream().map(ReportingPeriod::title).collect(Collectors.joining(", ")));
    }

    /** How many went out is a number; what has not, or needs a person, is told one by one. */
    private static void mail(Standing standing, Html html) {
        html.text("h2", "Mail");
        long sent = standing.deliveries().stream()
                .filter(delivery -> delivery.state() == Delivery.State.SENT)
                .count();
        html.text("p", sent + " of " + StandingWords.count(standing.deliveries().size(), "mail") + " sent.");
        List<List<String>> open = standing.deliveries().stream()
                .filter(delivery ->
                        delivery.state() != Delivery.State.SENT && delivery.state() != Delivery.State.CANCELLED)
                .map(delivery -> List.of(
                        String.valueOf(delivery.id()),
                        delivery.message().kind(),
                        delivery.message().recipient().name(),
                        delivery.state().id()))
                .toList();
        if (!open.isEmpty()) {
            html.table("Mail that is not sent", List.of("Mail", "Kind", "To", "State"), open);
        }
    }

    private static String day(LocalDate date) {
        return Days.words(date);
    }

    private String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                .withZone(settings.zone())
                .format(moment);
    }
}
