package org.scrutineer.web.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.Mistakes.Mistake;

class EmbargoFormTests {

    private final Mistakes mistakes = new Mistakes();

    @ParameterizedTest
    @CsvSource({
        "9:30am, 2019-01-30T09:30:00Z",
        "9.30 AM, 2019-01-30T09:30:00Z",
        "9am, 2019-01-30T09:00:00Z",
        "12pm, 2019-01-30T12:00:00Z",
        "12am, 2019-01-30T00:00:00Z",
        "1:05pm, 2019-01-30T13:05:00Z",
        "17:00, 2019-01-30T17:00:00Z"
    })
    void timesAreReadAsPeopleWriteThem(String time, Instant expected) {
        assertThat(new EmbargoForm("30", "1", "2019", time).read(mistakes)).hasValue(expected);
        assertThat(mistakes.all()).isEmpty();
    }

    @Test
    void summerTimeIsThatOfTheUnitedKingdomAndAnHourThatIsNotThereIsTold() {
        assertThat(new EmbargoForm("30", "6", "2019", "9:30am").read(mistakes))
                .hasValue(Instant.parse("2019-06-30T08:30:00Z"));
        assertThat(new EmbargoForm("31", "3", "2019", "1:30am").read(mistakes)).isEmpty();
        assertThat(mistakes.all())
                .containsExactly(new Mistake(
                        "time",
                        "There is no 2019-03-31T01:30 in the United Kingdom: the clocks go forward over it. Name a time an"
                                + " hour later."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "25:00", "13pm", "0am", "half past nine", ""})
    void whatIsNoTimeIsTold(String time) {
        assertThat(new EmbargoForm("30", "1", "2019", time).read(mistakes)).isEmpty();
        assertThat(mistakes.all())
                .containsExactly(new Mistake("time", "Enter the time the embargo ends, such as 9:30am."));
    }

    @Test
    void nothingTypedIsNoEmbargo() {
        assertThat(new EmbargoForm(" ", null, "", "").read(mistakes)).isEmpty();
        assertThat(mistakes.all()).isEmpty();
    }
}
