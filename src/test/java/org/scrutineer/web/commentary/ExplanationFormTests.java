package org.scrutineer.web.commentary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.web.Mistakes;

class ExplanationFormTests {

    @Test
    void isTheExplanationThatWasTyped() {
        var form = new ExplanationForm(
                "65.0 per cent", 2, " Two posts\r\nare vacant. ", "", " ", "31", " 3", "2019", "6", "2019");

        assertThat(form.mistakes().isEmpty()).isTrue();
        assertThat(form.explanation("AS01", "head"))
                .isEqualTo(new Explanation(
                        "AS01",
                        "head",
                        "65.0 per cent",
                        "Two posts\nare vacant.",
                        null,
                        null,
                        LocalDate.of(2019, 3, 31),
                        ReportingPeriod.of(2019, 6)));
    }

    @Test
    void showsAgainWhatWasSaid() {
        var said = new Explanation(
                "AS01",
                "head",
                "65.0 per cent",
                "Two posts are vacant.",
                "They are advertised.",
                "Head of Workforce",
                LocalDate.of(2019, 3, 31),
                ReportingPeriod.of(2019, 6));

        assertThat(ExplanationForm.of("65.0 per cent", 1, Optional.of(said)).explanation("AS01", "head"))
                .isEqualTo(said);
    }

    @Test
    void asksForTheReason() {
        assertThat(sentences(new ExplanationForm("65.0", 0, " ", "More visits.", "", "", "", "", "", "")))
                .containsExactly("Enter why the figure is what it is.");
    }

    @ParameterizedTest
    @CsvSource({"31, 2, 2019", "'', 3, 2019", "1, 3, 19", "x, 3, 2019", "1, 3, 20190"})
    void asksForARealDay(String day, String month, String year) {
        assertThat(sentences(new ExplanationForm("65.0", 0, "A reason.", "", "", day, month, year, "", "")))
                .containsExactly("By when must be a real day with its year, for example 31 3 2019.");
    }

    @Test
    void asksForAMonthAndItsYear() {
        assertThat(sentences(new ExplanationForm("65.0", 0, "A reason.", "", "", "", "", "", "13", "2019")))
                .containsExactly("Expected back on target must be a month and its year, for example 6 2019.");
    }

    @Test
    void asksForFewerWords() {
        assertThat(sentences(new ExplanationForm("65.0", 0, "a".repeat(4_001), "", "", "", "", "", "", "")))
                .containsExactly("Why must be 4000 characters or fewer.");
    }

    private static List<String> sentences(ExplanationForm form) {
        return form.mistakes().all().stream().map(Mistakes.Mistake::sentence).toList();
    }
}
