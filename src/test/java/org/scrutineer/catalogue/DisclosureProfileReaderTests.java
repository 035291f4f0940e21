package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureProfileReaderTests {

    private static final String PROFILE = """
        - id: strict
          name: Strict
          hide-up-to: 7
          zero: hidden
          round-to: 5
          narrowest: 9
          source: our policy
        """;

    @Test
    void readsAProfile() {
        Catalogue catalogue = aCatalogue().with("disclosure.yaml", PROFILE).catalogue();

        assertThat(catalogue.disclosureProfile("strict"))
                .contains(new DisclosureProfile(
                        "strict",
                        "Strict",
                        7,
                        DisclosureProfile.Zero.HIDDEN,
                        5,
                        9,
                        "our policy",
                        new Place("disclosure.yaml", 1)));
        assertThat(catalogue.disclosureProfile("lax")).isEmpty();
    }

    @Test
    void showsZeroDoesNotRoundAndIsAsWideAsWhatItHidesUnlessItSaysElse() {
        Catalogue catalogue = aCatalogue()
                .with("disclosure.yaml", PROFILE.replaceAll("  (zero|round-to|narrowest): .*\n", ""))
                .catalogue();

        assertThat(catalogue.disclosureProfiles()).singleElement().satisfies(profile -> {
            assertThat(profile.zero()).isEqualTo(DisclosureProfile.Zero.SHOWN);
            assertThat(profile.roundTo()).isEqualTo(1);
            assertThat(profile.narrowest()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        round-to: 5    | round-to: 8   | line 5: found "8"; expected a number that is not above hide-up-to, 7: what is shown may not be rounded to 0.
        hide-up-to: 7  | hide-up-to: 0 | line 3: found "0"; expected a whole number, 1 or more.
        zero: hidden   | zero: hiden   | line 4: found "hiden"; expected one of shown, hidden. Did you mean "hidden"?
        source: our    | sorce: our    | line 1: expected the key source here: a text.
        """)
    void tellsAMistakeWithItsLine(String right, String wrong, String sentence) {
        assertThat(aCatalogue()
                        .with("disclosure.yaml", PROFILE.replace(right, wrong))
                        .problems())
                .contains("disclosure.yaml, " + sentence);
    }

    @Test
    void tellsAProfileThatIsThereTwice() {
        assertThat(aCatalogue().with("disclosure.yaml", PROFILE + PROFILE).problems())
                .containsExactly(
                        "disclosure.yaml, line 8: found \"strict\"; expected each profile once; it is on line 1"
                                + " already.");
    }

    @Test
    void theShippedProfilesAreThoseOfTheirSources() throws IOException {
        var read = (CatalogueReading.Read) CatalogueReader.read(Path.of("config", "catalogue"));

        assertThat(read.catalogue().disclosureProfile("dfe")).hasValueSatisfying(dfe -> {
            assertThat(dfe.hideUpTo()).isEqualTo(5);
            assertThat(dfe.zero()).isEqualTo(DisclosureProfile.Zero.SHOWN);
            assertThat(dfe.roundTo()).isEqualTo(1);
        });
        assertThat(read.catalogue().disclosureProfile("nhs")).hasValueSatisfying(nhs -> {
            assertThat(nhs.hideUpTo()).isEqualTo(7);
            assertThat(nhs.roundTo()).isEqualTo(5);
        });
    }
}
