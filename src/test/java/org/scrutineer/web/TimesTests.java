package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTests {

    private static final Times TIMES = new Times(Locale.UK, ZoneId.of("Europe/London"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:30:00Z, 9:30am on 22 November 2026",
        "2026-11-22T17:00:59Z, 5pm on 22 November 2026",
        "2026-11-22T12:00:00Z, midday on 22 November 2026",
        "2026-11-22T12:01:00Z, 12:01pm on 22 November 2026",
        "2026-11-22T00:00:00Z, midnight on 22 November 2026",
        "2026-07-01T23:30:00Z, 12:30am on 2 July 2026",
    })
    void momentsAreWrittenAsClocksInTheUnitedKingdomShowThem(Instant moment, String words) {
        assertThat(TIMES.moment(moment)).isEqualTo(words);
    }

    @Test
    void daysAreWrittenInWords() {
        assertThat(TIMES.day(LocalDate.of(2026, 3, 1))).isEqualTo("1 March 2026");
        assertThat(TIMES.weekday(LocalDate.of(2026, 11, 22))).isEqualTo("Sunday 22 November 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "PT15M, 15 minutes",
        "PT1M, 1 minute",
        "PT90S, 90 seconds",
        "PT1H, 1 hour",
        "PT90M, 90 minutes",
        "PT24H, 1 day",
        "PT36H, 36 hours",
        "P7D, 7 days",
    })
    void spansAreWrittenInTheLargestUnitThatIsExact(Duration time, String words) {
        assertThat(TIMES.lasting(time)).isEqualTo(words);
    }
}
