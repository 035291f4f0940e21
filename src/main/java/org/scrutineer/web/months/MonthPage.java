package org.scrutineer.web.months;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.accounts.Role;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Meeting;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.Delivery;
import org.scrutineer.distribution.Release;
import org.scrutineer.locks.Holder;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.PeriodStatus.ExpectedReturn;
import org.scrutineer.pipeline.PeriodStatus.ReturnStatus;
import org.scrutineer.pipeline.RunEntry;
import org.scrutineer.schedule.ScheduleWords;
import org.scrutineer.schedule.Standing;
import org.scrutineer.schedule.StandingWords;
import org.scrutineer.schedule.Waiting;
import org.scrutineer.web.Tag;
import org.scrutineer.web.release.ReleaseLine;
import org.scrutineer.web.returns.ReturnPaths;
import org.scrutineer.web.returns.ReturnTags;
import org.scrutineer.web.runs.RunLine;

/**
 * A month, as whoever looks at it may see it: submitters their own teams' returns and nothing else.
 *
 * @param whole whether it is shown as a whole, not for some teams only
 * @param waiting what waits, by whom it waits for
 * @param expected the returns that are due, in the catalogue's order
 * @param others what else was received for it; attempts that others took the place of are left out
 * @param runs newest first
 * @param releases but for drafts that a later run took the place of
 * @param reportedAt the first meeting it is reported to; null where the catalogue knows none
 * @param nextMeeting null where the catalogue knows none to come
 * @param mails those that need a person
 * @param night when the next night's run is, or that nobody keeps the schedule
 */
record MonthPage(
        ReportingPeriod period,
        boolean whole,
        Map<Waiting.Whom, List<String>> waiting,
        List<Row> expected,
        List<Row> others,
        List<RunLine> runs,
        List<ReleaseLine> releases,
        @Nullable Meeting reportedAt,
        @Nullable Meeting nextMeeting,
        List<Delivery> mails,
        String night) {

    /**
     * A return.
     *
     * @param due null where nobody owes it
     * @param received whether and when it came; empty where nobody owes it
     * @param isMissing whether it was due and did not come
     * @param isLate whether it came after it was due
     * @param toCorrect how many things there are to correct or confirm
     * @param path of its page; null where there is none to look at
     */
    record Row(
            String team,
            String type,
            @Nullable LocalDate due,
            String received,
            boolean isMissing,
            boolean isLate,
            Tag state,
            int toCorrect,
            @Nullable String path) {}

    /**
     * @param standing of this month
     * @param today where the organisation is
     * @param holders who works on what just now
     */
    static MonthPage of(Standing standing, Catalogue catalogue, LocalDate today, List<Holder> holders, Person person) {
        Standing.Month month = standing.periods().get(0);
        PeriodStatus status = month.status();
        boolean whole = person.is(Role.OFFICER) || person.is(Role.APPROVER);
        Predicate<String> mayOpen = team -> person.is(Role.OFFICER) || person.sendsFor(team);
        Predicate<String> shown = whole ? team -> true : person::sendsFor;
        var rows = new Rows(catalogue, status, mayOpen);
        return new MonthPage(
                status.period(),
                whole,
                whole ? waiting(standing) : Map.of(),
                status.expectedReturns().stream()
                        .filter(expected -> shown.test(expected.teamId()))
                        .map(rows::expected)
                        .toList(),
                status.returns().stream()
                        .filter(entry -> shown.test(entry.teamId()) && !entry.isSuperseded())
                        .filter(entry -> status.expectedReturns().stream().noneMatch(entry::answers))
                        .map(rows::other)
                        .toList(),
                whole ? newestFirst(month.runs(), holders) : List.of(),
                whole
                        ? month.releases().stream()
                                .filter(MonthPage::isTold)
                                .map(release -> ReleaseLine.of(release, catalogue, standing.at()))
                                .toList()
                        : List.of(),
                meeting(catalogue, meeting -> meeting.periods().contains(status.period())),
                meeting(catalogue, meeting -> !meeting.date().isBefore(today)),
                whole
                        ? standing.deliveries().stream()
                                .filter(delivery -> delivery.state().waitsForAPerson())
                                .toList()
                        : List.of(),
                whole ? ScheduleWords.of(standing.schedule()) : "");
    }

    private static Map<Waiting.Whom, List<String>> waiting(Standing standing) {
        var waiting = new EnumMap<Waiting.Whom, List<String>>(Waiting.Whom.class);
        standing.waiting()
                .forEach(one -> waiting.computeIfAbsent(one.whom(), first -> new ArrayList<>())
                        .add(one.sentence()));
        return waiting;
    }

    private static List<RunLine> newestFirst(List<RunEntry> runs, List<Holder> holders) {
        return runs.stream()
                .sorted(Comparator.comparing((RunEntry entry) -> entry.run().number())
                        .reversed())
                .map(entry -> RunLine.of(entry, holders))
                .toList();
    }

    /** A draft that a later run took the place of tells nobody anything. */
    private static boolean isTold(Release release) {
        return release.state() != Release.State.SUPERSEDED || release.issuedAt() != null;
    }

    private static @Nullable Meeting meeting(Catalogue catalogue, Predicate<Meeting> wanted) {
        return catalogue.meetings().stream()
                .filter(wanted)
                .min(Comparator.comparing(Meeting::date))
                .orElse(null);
    }

    /** The month before. */
    public ReportingPeriod previous() {
        return period.plusMonths(-1);
    }

    /** The month after. */
    public ReportingPeriod next() {
        return period.plusMonths(1);
    }

    public long received() {
        return expected.stream().filter(row -> !row.isMissing()).count();
    }

    public long missing() {
        return expected.stream().filter(Row::isMissing).count();
    }

    public long late() {
        return expected.stream().filter(Row::isLate).count();
    }

    public long toCorrect() {
        return expected.stream().filter(row -> row.toCorrect() > 0).count()
                + others.stream().filter(row -> row.toCorrect() > 0).count();
    }

    /** Makes the rows of one month. */
    private static final class Rows {

        private final Catalogue catalogue;
        private final PeriodStatus status;
        private final Predicate<String> mayOpen;

        Rows(Catalogue catalogue, PeriodStatus status, Predicate<String> mayOpen) {
            this.catalogue = catalogue;
            this.status = status;
            this.mayOpen = mayOpen;
        }

        Row expected(ExpectedReturn expected) {
            Optional<ReturnStatus> newest = status.returns().stream()
                    .filter(entry -> entry.answers(expected) && !entry.isSuperseded())
                    .reduce((earlier, later) -> later);
            return new Row(
                    expected.team(),
                    typeName(expected.returnType()),
                    expected.due(),
                    StandingWords.received(expected),
                    expected.isMissing(),
                    expected.isLate(),
                    newest.map(Rows::state).orElseGet(() -> ReturnTags.missing(expected.workingDaysLeft() < 0)),
                    status.toCorrect(expected),
                    newest.map(this::path).orElse(null));
        }

        Row other(ReturnStatus entry) {
            return new Row(
                    entry.team(),
                    typeName(entry.returnType()),
                    null,
                    "",
                    false,
                    false,
                    state(entry),
                    entry.toCorrect().size(),
                    path(entry));
        }

        private static Tag state(ReturnStatus entry) {
            return ReturnTags.of(entry.state(), entry.toCorrect().size());
        }

        private @Nullable String path(ReturnStatus entry) {
            return mayOpen.test(entry.teamId())
                    ? ReturnPaths.of(entry.teamId(), status.period(), entry.number())
                    : null;
        }

        private String typeName(String id) {
            return catalogue.returnType(id).map(type -> type.name()).orElse(id);
        }
    }
}
