package org.scrutineer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration GRACE = Duration.ofHours(1);
    private static final LocalDate FIRST = LocalDate.of(2018, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2038, 11, 30);

    /** Somebody who asks what is due and does it, with a clock that may be wrong. */
    private static final class Keeper {

        private final Timetable timetable;
        private final boolean catchesUp;
        private final Instant since;
        private final List<LocalDate> done = new ArrayList<>();
        private final List<LocalDate> missed = new ArrayList<>();
        private Optional<LocalDate> newest = Optional.empty();

        Keeper(String cron, boolean catchesUp) {
            this.timetable = new Timetable(cron, LONDON);
            this.catchesUp = catchesUp;
            this.since = FIRST.atStartOfDay(LONDON).minusMinutes(1).toInstant();
        }

        void look(Instant now) {
            DueDates due = DueDates.at(now, timetable, since, newest, GRACE, catchesUp);
            due.toDo().ifPresent(done::add);
            missed.addAll(due.missed());
            Stream.concat(due.missed().stream(), due.toDo().stream())
                    .max(LocalDate::compareTo)
                    .ifPresent(date -> newest = Optional.of(date));
        }
    }

    private static List<LocalDate> allDates() {
        return FIRST.datesUntil(LAST.plusDays(1)).toList();
    }

    /** In spring 01:30 does not come, in autumn it comes twice; 02:30 comes once in London on each. */
    @ParameterizedTest
    @ValueSource(strings = {"0 30 1 * * *", "0 30 2 * * *", "0 0 0 * * *"})
    void inTwentyYearsEachDateIsDoneOnceWhateverTheClockDoes(String cron) {
        var keeper = new Keeper(cron, true);
        var random = new Random(20);

        Instant end = LAST.plusDays(1).atStartOfDay(LONDON).toInstant();
        for (Instant now = keeper.since; now.isBefore(end); now = now.plusSeconds(2700)) {
            // Put forward or back by up to a quarter of an hour, now and then, as clocks are that are put right.
            long wrong = random.nextInt(50) == 0 ? random.nextInt(1680) - 840 : 0;
            keeper.look(now.plusSeconds(wrong));
        }

        keeper.look(end.minusSeconds(1));
        assertThat(keeper.done).isEqualTo(allDates());
        assertThat(keeper.missed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aClockThatJumpsByAnHourDoesNoDateTwiceAndLeavesNoneOut(int hours) {
        var keeper = new Keeper("0 30 2 * * *", true);
        Instant jump = ZonedDateTime.of(LocalDate.of(2019, 1, 8), LocalTime.of(2, 0), LONDON)
                .toInstant();
        Instant end = LocalDate.of(2019, 1, 12).atStartOfDay(LONDON).toInstant();

        for (Instant now = keeper.since; now.isBefore(end); now = now.plusSeconds(300)) {
            boolean jumped = now.isAfter(jump) && now.isBefore(jump.plus(Duration.ofDays(2)));
            keeper.look(jumped ? now.plus(Duration.ofHours(hours)) : now);
        }

        assertThat(keeper.done)
                .isEqualTo(FIRST.datesUntil(LocalDate.of(2019, 1, 12)).toList());
        assertThat(keeper.missed).isEmpty();
    }

    @Test
    void afterThreeDaysOfDowntimeMissedDatesAreListedAndOneOfThemIsDone() {
        var keeper = new Keeper("0 30 2 * * *", true);
        keeper.look(at(8, 3));
        keeper.look(at(11, 10));
        keeper.look(at(12, 3));

        assertThat(keeper.done).containsExactly(day(8), day(11), day(12));
        assertThat(keeper.missed).contains(day(9), day(10), day(11)).doesNotContain(day(8), day(12));
    }

    @Test
    void whereMissedDatesAreToldOnlyTheNextOneIsDoneAtItsTime() {
        var keeper = new Keeper("0 30 2 * * *", false);
        keeper.look(at(8, 3));
        keeper.look(at(11, 10));
        keeper.look(at(12, 3));

        assertThat(keeper.done).containsExactly(day(8), day(12));
        assertThat(keeper.missed).contains(day(9), day(10), day(11));
    }

    @Test
    void datesBeforeTheScheduleWasKeptAreNotMissed() {
        Instant since = at(8, 10);

        assertThat(DueDates.at(since, daily(), since, Optional.empty(), GRACE, true))
                .isEqualTo(DueDates.NONE);
        assertThat(DueDates.at(at(9, 3), daily(), since, Optional.empty(), GRACE, true))
                .isEqualTo(new DueDates(Optional.of(day(9)), List.of()));
    }

    @Test
    void onlyTheDaysOfTheExpressionAreDates() {
        var workdays = new Timetable("0 0 8 * * MON-FRI", LONDON);

        assertThat(DueDates.at(at(14, 7), workdays, at(1, 0), Optional.of(day(11)), GRACE, true))
                .isEqualTo(DueDates.NONE);
        assertThat(DueDates.at(at(14, 8), workdays, at(1, 0), Optional.of(day(11)), GRACE, true))
                .isEqualTo(new DueDates(Optional.of(day(14)), List.of()));
    }

    @Test
    void theNextTimeIsToldInLocalTime() {
        var summer = new Timetable("0 30 1 * * *", LONDON);

        assertThat(summer.nextAfter(Instant.parse("2027-03-27T12:00:00Z"), LocalDate.of(2027, 3, 27)))
                .isEqualTo(ZonedDateTime.parse("2027-03-28T02:30:00+01:00[Europe/London]"));
        assertThat(summer.nextAfter(Instant.parse("2027-10-31T00:30:00Z"), LocalDate.of(2027, 10, 31)))
                .isEqualTo(ZonedDateTime.parse("2027-11-01T01:30:00+00:00[Europe/London]"));
    }

    private static Timetable daily() {
        return new Timetable("0 30 2 * * *", LONDON);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2019, 1, day);
    }

    private static Instant at(int day, int hour) {
        return day(day).atTime(hour, 0).atZone(LONDON).toInstant();
    }
}
