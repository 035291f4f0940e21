package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.SmallCatalogue;

class ReadingDefinitionTests {

    @ParameterizedTest(name = "{1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            returns/visits.yaml | id: visits | '# A note of ours.\nid: visits'
            returns/visits.yaml | the visit is after the end of the period | the visit is yet to come
            returns/visits.yaml | do: Correct the date. | do: Mend the date.
            returns/visits.yaml | name: Visits return | name: Return of visits
            organisation.yaml | contact: performance@trust.example | contact: figures@trust.example
            calendar.yaml | deadline-working-days: 10 | deadline-working-days: 12
            indicators/visits.yaml | hours >= 1 | hours >= 2
            """)
    void staysWhereTheSameRowsCount(String file, String from, String to) {
        assertThat(definition(aCatalogue().changing(file, from, to))).isEqualTo(definition(aCatalogue()));
    }

    @ParameterizedTest(name = "{1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            returns/visits.yaml | sheet: Visits | sheet: Calls
            returns/visits.yaml | key: [child, visited] | key: [child]
            returns/visits.yaml | header: [Date] | header: [Day]
            returns/visits.yaml | type: date | type: datetime
            returns/visits.yaml | required: true | required: false
            returns/visits.yaml | max: 24.5 | max: 12
            returns/visits.yaml | visited <= :end | visited < :end
            returns/visits.yaml | severity: error | severity: warning
            returns/visits.yaml | [Child ID], type: text} | [Child ID], type: text, pattern: '[A-Z]+', pattern-words: capitals}
            codes.yaml | WNC: [West] | WNC: [West, W]
            codes.yaml | unallocated: [Unallocated, TBC] | unallocated: [Unallocated]
            organisation.yaml | aliases: [N1] | aliases: [N1, N2]
            organisation.yaml | [visits, cases] | [visits]
            calendar.yaml | 2018-12-25 | 2018-12-24
            """)
    void differsWhereOtherRowsMayCount(String file, String from, String to) {
        assertThat(definition(aCatalogue().changing(file, from, to))).isNotEqualTo(definition(aCatalogue()));
    }

    private static String definition(SmallCatalogue files) {
        Catalogue catalogue = files.catalogue();
        return ReadingDefinition.of(catalogue, catalogue.returnType("visits").orElseThrow());
    }
}
