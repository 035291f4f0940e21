package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of a catalogue bear on the figures V01, of visits, and V02, of cases. */
class CatalogueChangesTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    private static List<String> changes(SmallCatalogue later) {
        var changes = new CatalogueChanges(aCatalogue().catalogue(), later.catalogue());
        var found = new ArrayList<String>();
        if (changes.ofDefinition("V01", DECEMBER, Set.of("visits"))) {
            found.add("definition of V01");
        }
        if (changes.ofDefinition("V02", DECEMBER, Set.of("cases"))) {
            found.add("definition of V02");
        }
        if (changes.ofTarget("V01", DECEMBER)) {
            found.add("target of V01");
        }
        List.of("trust", "front-door", "north").stream()
                .filter(changes::ofOrganisation)
                .forEach(part -> found.add("organisation " + part));
        return found;
    }

    @ParameterizedTest(name = "{1} becomes {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "nothing", textBlock = """
        indicators/visits.yaml | hours >= 1               | hours >= 2               | definition of V01
        indicators/visits.yaml | Visits of an hour        | Long visits of an hour   | nothing
        indicators/visits.yaml | owner: head-of-visits    | owner: head-of-cases     | nothing
        targets.csv            | V01,2018-12,90,85        | V01,2018-12,95,85        | target of V01
        targets.csv            | V01,2018-12,90,85        | V01,2019-01,90,85        | target of V01
        organisation.yaml      | aliases: [N1]            | aliases: [N1, N2]        | organisation trust, organisation front-door, organisation north
        organisation.yaml      | name: West,              | name: West Council,      | organisation trust
        organisation.yaml      | contact: performance     | contact: figures         | nothing
        returns/visits.yaml    | max: 24.5                | max: 12                  | definition of V01, definition of V02
        calendar.yaml          | 2018-12-25               | 2018-12-26               | definition of V01, definition of V02
        publications/board.yaml| name: The board          | name: A board            | nothing
        """)
    void areOnlyThoseThatBearOnIt(String file, String from, String to, String expected) {
        assertThat(changes(aCatalogue().changing(file, from, to)))
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({"indicators/visits.yaml", "organisation.yaml", "returns/visits.yaml"})
    void whereItIsWrittenMakesNoDifference(String file) {
        SmallCatalogue moved = aCatalogue();
        String text = moved.text(file);

        assertThat(changes(moved.with(file, "# moved\n\n" + text))).isEmpty();
    }
}
