package org.scrutineer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.disclosure.PrintedFigures.Told;

/** Whatever a trust has to tell, no number that is hidden can be worked out. */
class RandomTablesTests {

    @ParameterizedTest
    @ValueSource(strings = {"dfe", "nhs"})
    void noHiddenNumberIsRecoveredFromAnyRandomSetOfTables(String id) {
        DisclosureProfile profile = id.equals("dfe") ? Shire.DFE : Shire.NHS;
        int sets = Integer.getInteger("disclosure.sets." + id, 50);
        var recovered = new ArrayList<String>();
        int hidden = 0;
        for (int seed = 0; seed < sets; seed++) {
            var tables = new RandomTables(seed);
            List<Told> told = tables.published(profile);
            hidden += (int) told.stream().filter(one -> one.figure().hidden()).count();
            for (Leak leak : DisclosureControl.leaks(tables.catalogue(), List.of(), told)) {
                recovered.add("set " + seed + ": " + leak.sentence());
            }
        }

        assertThat(recovered).isEmpty();
        assertThat(hidden).isGreaterThan(sets);
    }
}
