package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.publication.Example.figure;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.indicators.IndicatorValue.Status;

class EstablishmentSheetTests {

    private static List<String> rows(Example example) {
        return Printed.rows(
                new EstablishmentSheet(example.report()).page().tables().get(0));
    }

    private static Example posts() {
        return Example.aRun()
                .percent("WF01", "Vacancy rate", "Workforce")
                .percent("WF13", "Posts without anyone in them", "Workforce")
                .establishment("WF01", "WF13")
                .value("WF01", "1", "4", "25", Status.COMPLETE)
                .value("WF13", "1", "8", "12.5", Status.COMPLETE)
                .value(figure("WF13", "north", "1", "2", "50", Status.PROVISIONAL));
    }

    @Test
    void showsIndicatorsSideBySideForTheWholeAndEachPartThatHasOne() {
        assertThat(rows(posts()))
                .containsExactly(
                        "Shire Children's Trust | Organisation | 25.0 | 12.5 | ", "Team North | Team |  | 50.0 | [p]");
    }

    @Test
    void marksARowWithAFigureWhoseDefinitionHasJustChanged() {
        assertThat(rows(posts().redefined("WF01", Example.PERIOD, false)))
                .containsExactly(
                        "Shire Children's Trust | Organisation | 25.0 | 12.5 | [b]",
                        "Team North | Team |  | 50.0 | [p]");
        assertThat(rows(posts().redefined("WF13", Example.PERIOD, false)))
                .contains("Team North | Team |  | 50.0 | [p][b]");
        assertThat(rows(posts().redefined("WF13", Example.PERIOD, true))).contains("Team North | Team |  | 50.0 | [p]");
    }
}
