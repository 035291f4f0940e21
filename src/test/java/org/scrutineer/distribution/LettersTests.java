package org.scrutineer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;

class LettersTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    private final TestOutbox test = new TestOutbox(Path.of("unused"));

    private List<String> queued() {
        return test.deliveries.all().stream()
                .map(delivery -> delivery.message().recipient() + "\n"
                        + delivery.message().subject() + "\n"
                        + delivery.message().lines().stream()
                                .map(Message.Line::text)
                                .collect(Collectors.joining("\n")))
                .toList();
    }

    @Test
    void aTeamIsToldOnceWhatBecameOfItsFile() {
        for (int time = 0; time < 2; time++) {
            test.letters()
                    .answer(
                            "north",
                            DECEMBER,
                            "hash",
                            "north.xlsx",
                            Letters.Answer.TO_CORRECT,
                            2,
                            "north/2018-12/north - what to correct.xlsx");
        }

        assertThat(queued()).containsExactly("""
                Team North <north@trust.example>
                The trust: Return for December 2018: to correct
                Your file north.xlsx for December 2018: It was received and can be counted, but there is something to correct \
                or confirm in it.
                There are 2 things to correct or confirm; which, by sheet and cell, is in north/2018-12/north - what to \
                correct.xlsx. Correct your own workbook, raise Prepared on, and send it again. Each run writes a newer answer \
                beside it, which knows of earlier returns too.""");
    }

    @Test
    void aTeamIsRemindedBeforeAndAfterTheDeadline() {
        LocalDate due = LocalDate.of(2019, 1, 15);
        test.letters().remind("north", DECEMBER, "Visits return", due, 3);
        test.letters().remind("north", DECEMBER, "Visits return", due, 0);
        test.letters().remind("north", DECEMBER, "Visits return", due, -1);
        test.letters().remind("south", DECEMBER, "Visits return", due, -1);

        assertThat(queued())
                .extracting(letter -> letter.lines().skip(2).findFirst().orElseThrow())
                .containsExactly(
                        "The return \"Visits return\" for December 2018 is due on 15 January 2019, in 3 working days, and"
                                + " has not been received.",
                        "The return \"Visits return\" for December 2018 is due today, 15 January 2019, and has not been"
                                + " received.",
                        "The return \"Visits return\" for December 2018 was due on 15 January 2019, 1 working day ago, and"
                                + " has not been received.");
    }

    @Test
    void thoseWhoLookAfterTheReturnsAreToldOfRuns() {
        test.letters().runFailed(7, DECEMBER, false, "The disk is full.");
        test.letters().returnsToCorrect(8, DECEMBER, List.of("Team North", "Team South"));

        assertThat(queued()).containsExactly("""
                        Data Officer <data@trust.example>
                        The trust: Run 7 of December 2018 failed
                        Run 7 of December 2018 failed and published nothing. The disk is full.
                        What was published before stands. The next start goes on where it stopped.""", """
                        Data Officer <data@trust.example>
                        The trust: Run 8 of December 2018: returns to correct
                        Run 8 of December 2018 has ended. 2 teams have something to correct: Team North and Team South.
                        The command findings lists what it is; the teams have it in their folders.""");
    }
}
