package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.publication.Example.figure;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

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
                        "Shire Children's Trust | Organisation | 1 | 25.0 | 1 | 12.5 | ",
                        "Team North | Team |  |  | 1 | 50.0 | [p]");
    }

    @Test
    void givesEachTableOfTheAudienceItsTitle() {
        Report report = posts().establishment("WF15")
                .count("WF15", "Social workers", "Workforce")
                .value("WF15", "8", null, "8", Status.COMPLETE)
                .report();
        Page page = new EstablishmentSheet(report).page();

        assertThat(page.about())
                .isEqualTo(
                        "Two tables: posts and the people in them, for the whole organisation and for each service and"
                                + " team.");
        assertThat(page.tables()).extracting(Table::name).containsExactly("establishment_1", "establishment_2");
        assertThat(page.tables().get(0).columns())
                .extracting(Header::text)
                .containsExactly(
                        "Service or team",
                        "Level",
                        "Vacancy rate (WF01): referrals",
                        "Vacancy rate (WF01): per cent",
                        "Posts without anyone in them (WF13): referrals",
                        "Posts without anyone in them (WF13): per cent",
                        "Status");
        assertThat(Printed.rows(page.tables().get(1))).containsExactly("Shire Children's Trust | Organisation | 8 | ");
    }

    @Test
    void marksARowWithAFigureWhoseDefinitionHasJustChanged() {
        assertThat(rows(posts().redefined("WF01", Example.PERIOD, false)))
                .containsExactly(
                        "Shire Children's Trust | Organisation | 1 | 25.0 | 1 | 12.5 | [b]",
                        "Team North | Team |  |  | 1 | 50.0 | [p]");
        assertThat(rows(posts().redefined("WF13", Example.PERIOD, false)))
                .contains("Team North | Team |  |  | 1 | 50.0 | [p][b]");
        assertThat(rows(posts().redefined("WF13", Example.PERIOD, true)))
                .contains("Team North | Team |  |  | 1 | 50.0 | [p]");
    }
}
