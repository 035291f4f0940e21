package org.scrutineer.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Meeting;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.distribution.Letters;
import org.scrutineer.distribution.Message.Line;
import org.scrutineer.distribution.Recipients;
import org.scrutineer.distribution.Release;
import org.scrutineer.distribution.Releases;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.Statuses;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds teams of returns that are missing or to be corrected, and officers of papers that are due, at the steps that the
 * calendar names. Each step is taken once: on its day, or on the next day that anybody is reminded, unless a later step has
 * come by then.
 */
@Component
class Reminders implements DailyJob.Doing {

    static final String JOB = "reminders";

    /** The latest deadline, 60 working days, and the latest reminder after it lie within so many months. */
    private static final int MONTHS_BACK = 8;

    private final Catalogue catalogue;
    private final Statuses statuses;
    private final Releases releases;
    private final Recipients recipients;
    private final Letters letters;
    private final ToldCauses told;
    private final JobDays days;
    private final ScheduleProperties settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            Catalogue catalogue,
            Statuses statuses,
            Releases releases,
            Recipients recipients,
            Letters letters,
            ToldCauses told,
            JobDays days,
            ScheduleProperties settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.catalogue = catalogue;
        this.statuses = statuses;
        this.releases = releases;
        this.recipients = recipients;
        this.letters = letters;
        this.told = told;
        this.days = days;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A day on which somebody is to be reminded.
     *
     * @param name e.g. {@code 2 before}
     */
    private record Step(String name, LocalDate day) {}

    /** A return of a team that a step is about. */
    private record Owed(Team team, ReturnType type, ReportingPeriod period, LocalDate due, Step step) {}

    @Override
    public JobDay.State on(LocalDate date) {
        // A day that is made up for is over: what people are told is how things stand today.
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        LocalDate since = LocalDate.ofInstant(days.since(JOB), settings.zone());
        transaction.executeWithoutResult(status -> {
            remindTeams(today, since);
            remindOfPapers(today, since);
        });
        return JobDay.State.DONE;
    }

    /** A later reminder makes up for it by itself. */
    @Override
    public void missed(List<LocalDate> dates, boolean caughtUp) {}

    private void remindTeams(LocalDate today, LocalDate since) {
        Map<ReportingPeriod, List<Owed>> owed = new LinkedHashMap<>();
        ReportingPeriod first = new ReportingPeriod(YearMonth.from(today).minusMonths(MONTHS_BACK));
        for (int month = 0; month <= MONTHS_BACK; month++) {
            ReportingPeriod period = first.plusMonths(month);
            for (Team team : catalogue.organisation().teams(period)) {
                for (String typeId : team.owes().keySet()) {
                    ReturnType type = catalogue.returnType(typeId).orElseThrow();
                    LocalDate due = catalogue.deadline(type, period);
                    step(due, today, since)
                            .ifPresent(step -> owed.computeIfAbsent(period, one -> new ArrayList<>())
                                    .add(new Owed(team, type, period, due, step)));
                }
            }
        }
        owed.forEach((period, all) -> remind(statuses.of(period), all, today));
    }

    private Optional<Step> step(LocalDate due, LocalDate today, LocalDate since) {
        Calendar calendar = catalogue.calendar();
        Stream<Step> before = today.isAfter(due)
                ? Stream.empty()
                : calendar.chasing().before().stream()
                        .map(count -> new Step(count + " before", calendar.workingDayBefore(due, count)));
        Stream<Step> after = calendar.chasing().after().stream()
                .map(count -> new Step(count + " after", calendar.workingDayLater(due, count)));
        return newest(Stream.concat(before, after), today, since);
    }

    private static Optional<Step> newest(Stream<Step> steps, LocalDate today, LocalDate since) {
        return steps.filter(step -> !step.day().isAfter(today) && !step.day().isBefore(since))
                .max(Comparator.comparing(Step::day));
    }

    private void remind(PeriodStatus status, List<Owed> owed, LocalDate today) {
        var unreachable = new ArrayList<String>();
        for (Owed one : owed) {
            boolean missing = status.expectedReturns().stream()
                    .anyMatch(expected -> expected.teamId().equals(one.team().id())
                            && expected.returnType().equals(one.type().id())
                            && expected.isMissing());
            boolean toCorrect = today.isAfter(one.due())
                    && status.toCorrect().stream()
                            .anyMatch(entry -> entry.teamId().equals(one.team().id())
                                    && entry.returnType().equals(one.type().id())
                                    && !entry.state().equals("superseded"));
            if ((missing || toCorrect) && told.isNew(cause(one))) {
                if (recipients.team(one.team().id()).isEmpty()) {
                    unreachable.add(one.team().name() + " (" + one.type().name() + ", "
                            + (missing ? "missing" : "to correct") + ")");
                } else if (missing) {
                    letters.remind(
                            one.team().id(),
                            one.period(),
                            one.type().name(),
                            one.due(),
                            catalogue.calendar().workedAfter(today, one.due()));
                } else {
                    letters.toTeam(
                            one.team().id(),
                            "reminder",
                            cause(one),
                            one.type().name() + " for " + one.period().title() + " is to be corrected",
                            List.of(Line.paragraph("The return \"" + one.type().name() + "\" for "
                                    + one.period().title() + ", which was due on " + Days.words(one.due())
                                    + ", has something to correct or confirm. What, by sheet and cell, is in your folder "
                                    + one.team().id() + "/" + one.period()
                                    + ". Correct your own workbook, raise Prepared on, and send it again.")));
                }
            }
        }
        if (!unreachable.isEmpty()) {
            letters.toOfficers(
                    "reminder",
                    status.period() + " " + today,
                    status.period().title() + ": teams without a mail address to be reminded",
                    List.of(
                            Line.paragraph("These teams have a return for "
                                    + status.period().title()
                                    + " to send or to correct and no mail address in organisation.yaml: "
                                    + String.join("; ", unreachable) + "."),
                            Line.paragraph("Remind them yourself, or give each its email there.")));
        }
    }

    private static String cause(Owed owed) {
        return "reminder, " + owed.period() + " " + owed.type().id() + " of "
                + owed.team().id() + ", " + owed.step().name();
    }

    private void remindOfPapers(LocalDate today, LocalDate since) {
        Calendar calendar = catalogue.calendar();
        for (Meeting meeting : catalogue.meetings()) {
            LocalDate due = meeting.papersDue();
            if (due != null && !today.isAfter(due)) {
                Stream<Step> steps = calendar.chasing().papersBefore().stream()
                        .map(count -> new Step(count + " before", calendar.workingDayBefore(due, count)));
                newest(steps, today, since).ifPresent(step -> remindOfPapers(meeting, due, step, today));
            }
        }
    }

    private void remindOfPapers(Meeting meeting, LocalDate due, Step step, LocalDate today) {
        List<String> waiting = meeting.periods().stream()
                .filter(period -> releases.of(period).stream()
                        .noneMatch(release ->
                                release.state() == Release.State.APPROVED || release.state() == Release.State.ISSUED))
                .map(ReportingPeriod::title)
                .toList();
        if (!waiting.isEmpty() && told.isNew("papers, meeting of " + meeting.date() + ", " + step.name())) {
            letters.toOfficers(
                    "papers-due",
                    meeting.date() + ", " + step.name(),
                    "papers for the meeting of " + Days.words(meeting.date()) + " are due on " + Days.words(due),
                    List.of(
                            Line.paragraph("The papers for the meeting of " + Days.words(meeting.date())
                                    + " are due on " + Days.words(due) + ", in "
                                    + Days.working(catalogue.calendar().workedAfter(today, due))
                                    + ". Of its months nothing is approved of: "
                                    + String.join(", ", waiting)
                                    + "."),
                            Line.paragraph("The command status shows what stands in the way; approve releases it.")));
        }
    }
}
