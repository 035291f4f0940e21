package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingReaderTests {

    private static final String CALENDAR = """
            deadline-working-days: 10
            bank-holidays: []
            meetings:
              - date: 2019-05-14
                papers-due: 2019-05-07
                periods: [2019-03, 2019-02]
              - {date: 2019-02-12, periods: [2018-12], about: Scrutiny committee}
            """;

    private static Catalogue catalogue() {
        return aCatalogue().with("calendar.yaml", CALENDAR).catalogue();
    }

    @Test
    void readsMeetingsTheEarliestFirst() {
        assertThat(catalogue().meetings())
                .containsExactly(
                        new Meeting(
                                LocalDate.of(2019, 2, 12),
                                null,
                                List.of(ReportingPeriod.of(2018, 12)),
                                new Place("calendar.yaml", 7)),
                        new Meeting(
                                LocalDate.of(2019, 5, 14),
                                LocalDate.of(2019, 5, 7),
                                List.of(ReportingPeriod.of(2019, 3), ReportingPeriod.of(2019, 2)),
                                new Place("calendar.yaml", 4)));
    }

    @ParameterizedTest
    @CsvSource({"2018-12, ", "2019-01, 2018-12", "2019-02, 2018-12", "2019-03, 2018-12", "2019-04, 2019-03"})
    void whatTheMeetingBeforeWasToldIsTheLatestMonthItWasGiven(String period, String lastReported) {
        assertThat(catalogue().lastReported(ReportingPeriod.read(period).orElseThrow()))
                .map(ReportingPeriod::toString)
                .isEqualTo(java.util.Optional.ofNullable(lastReported));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date: 2019-05-14       | date: 2019-15-14       | line 4: found "2019-15-14"; expected a date, e.g. 2021-03-31.
            papers-due: 2019-05-07 | papers-due: soon       | line 5: found "soon"; expected a date, e.g. 2021-03-31.
            papers-due: 2019-05-07 | papers-due: 2019-05-15 | line 5: found "2019-05-15"; expected a day that is not after the meeting of 2019-05-14.
            periods: [2019-03, 2019-02] | periods: [2019-03, March] | line 6: found "March"; expected a month, e.g. 2018-12.
            periods: [2019-03, 2019-02] | periods: [2019-05]  | line 6: found "2019-05"; expected a month that ends before the meeting of 2019-05-14.
            periods: [2019-03, 2019-02] | periods: []       | line 6: found "[]"; expected a list of months, e.g. [2021-12], with something in it.
            date: 2019-02-12       | date: 2019-05-14       | line 7: found "2019-05-14"; expected each meeting once; it is on line 4 already.
            date: 2019-02-12,      | ``                     | line 7: expected the key date here: a date, e.g. 2021-03-31.
            about:                 | abuot:                 | line 7: found "abuot"; expected one of the keys date, papers-due, periods, about. Did you mean "about"?
            """)
    void tellsMistakesWithTheirLine(String right, String wrong, String sentence) {
        assertThat(CALENDAR).contains(right);
        assertThat(aCatalogue()
                        .with("calendar.yaml", CALENDAR.replace(right, wrong))
                        .problems())
                .contains("calendar.yaml, " + sentence);
    }

    /** With five clear working days, as the shipped calendar has it: Easter and a bank holiday lie in between. */
    @ParameterizedTest
    @CsvSource({
        "2022-04-25, 2022-04-13",
        "2022-06-21, 2022-06-13",
        "2022-08-30, 2022-08-19",
        "2018-10-30, 2018-10-22",
        "2023-01-04, 2022-12-22"
    })
    void worksOutWhenPapersAreDue(LocalDate meeting, LocalDate due) throws IOException {
        assertThat(aCatalogue()
                        .with("calendar.yaml", shipped("  - {date: " + meeting + ", periods: [2018-07]}"))
                        .catalogue()
                        .meetings())
                .extracting(Meeting::papersDue)
                .containsExactly(due);
    }

    @Test
    void papersThatWouldBeTooLateAreAMistake() throws IOException {
        assertThat(aCatalogue()
                        .with(
                                "calendar.yaml",
                                shipped("  - {date: 2022-04-25, papers-due: 2022-04-14, periods: [2022-02]}"))
                        .problems())
                .containsExactly(
                        "calendar.yaml, line 16: found \"2022-04-14\"; expected a day not after 2022-04-13, which"
                                + " has 5 clear working days between it and the meeting of 2022-04-25.");
    }

    /** The shipped calendar with these meetings in place of its own. */
    private static String shipped(String meetings) throws IOException {
        String calendar = Files.readString(Path.of("config/catalogue/calendar.yaml"));
        String before = calendar.substring(0, calendar.indexOf("meetings:\n"));
        String after = calendar.substring(calendar.indexOf("# England and Wales, as published"));
        return before + "meetings:\n" + meetings + "\n" + after;
    }
}
