package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.ReportingPeriod;

class NamedColumnsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    @TempDir
    Path folder;

    @Test
    void figuresHaveTheColumnsThatDefinitionsNameAndThoseThatSayWhichRowCounts() {
        var catalogue = aCatalogue()
                .withIndicator("unit: count", "numerator: Closed and started <= :end")
                .withView("seen_twice", "select team, child from assessments where \"SEEN\" is not null");

        assertThat(columns(catalogue))
                .contains("team", "sheet_row", "child", "started", "authorised", "seen", "closed")
                .doesNotContain("contacts", "cost", "council");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from assessments",
                "with open as (select a.* from assessments a) select team, count(*) as n from open group by team",
                "select team, child from assessments NATURAL join (select team, child from cases)",
                "select distinct a.team, a from assessments as a",
                "select distinct team, Assessments from assessments"
            })
    void figuresHaveAllColumnsWhereAViewTakesThemWithoutTheirNames(String view) {
        assertThat(columns(aCatalogue().withView("whole", view))).contains("hours", "cost", "contacts");
    }

    private Set<String> columns(AssessmentCatalogue catalogue) {
        try (var returns = SealedReturns.in(folder, catalogue.catalogue())
                        .with("2018-12", "2019-01-07", "assessments", "north", "A | 2018-12-03 | | | | | | |");
                RecordSet records = returns.store().selectForFigures(returns.segments(), DECEMBER)) {
            return records.columns("assessments");
        }
    }
}
