package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;

/** Figures that were published before, row by row: each must be of an indicator and of somebody. */
class PublishedFiguresSheetTests {

    private static final Catalogue CATALOGUE =
            aCatalogue().with("returns/history.yaml", """
                    id: history
                    name: History
                    template-versions: "1"
                    expected: when-sent
                    datasets:
                      published:
                        name: Published
                        sheet: Published
                        key: [indicator, organisation, month]
                        kind: flow
                        event-date: month
                        purpose: published-figures
                        columns:
                          indicator: {header: Indicator, type: text, required: true}
                          organisation: {header: Organisation, type: text, required: true}
                          authority: {header: Authority, type: code, codes: home-council}
                          month: {header: Month, type: month, required: true}
                          timing: {header: Timing, type: code, required: true, codes: {month: [Month]}}
                          numerator: {header: Numerator, type: decimal}
                          denominator: {header: Denominator, type: decimal}
                          value: {header: Value, type: decimal, required: true}
                          source: {header: Source, type: text, required: true}
                    """).catalogue();

    @TempDir
    Path folder;

    private Readings.Read read(String indicator, String organisation) {
        try (Readings readings = Readings.in(folder, CATALOGUE)) {
            return readings.sheet(
                    "published",
                    sheet -> sheet.row("Indicator", "Organisation", "Month", "Timing", "Value", "Source")
                            .row(indicator, organisation, "2018-11", "Month", 65, "Report of May 2019"));
        }
    }

    @Test
    void aFigureOfTheWholeAServiceOrATeamIsReadByAnyOfTheirNames() {
        for (String name : new String[] {"trust", "The trust", "Front door", "Team north", "N1"}) {
            Readings.Read read = read("v01", name);

            assertThat(read.findings()).as(name).noneMatch(finding -> finding.startsWith("ERROR"));
            assertThat(read.reading().refusedRows()).as(name).isEmpty();
        }
    }

    @Test
    void aFigureOfNoIndicatorIsToldAtItsCell() {
        Readings.Read read = read("V001", "trust");

        assertThat(read.findings())
                .contains(
                        "ERROR north.xlsx, sheet Published, cell A2: found \"V001\"; expected the code of an indicator,"
                                + " perhaps V01. Correct the code; the sheet Definitions of a publication lists them.");
        assertThat(read.reading().refusedRows()).containsExactly(2);
    }

    @Test
    void aFigureOfNobodyKnownIsToldAtItsCell() {
        assertThat(read("V01", "Team Nroth").findings())
                .contains("ERROR north.xlsx, sheet Published, cell B2: found \"Team Nroth\"; expected the name of the"
                        + " organisation, a service or a team, perhaps Team North. Correct the name, or ask the data"
                        + " officer to add it to a team's aliases in organisation.yaml.");
    }
}
