package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.Place;
import org.scrutineer.console.CatalogueWatch.Found;

/** What becomes of a catalogue that is changed while a program works by it. */
class CatalogueWatchTests {

    private static final Found NOTHING = new Found.Nothing();
    private static final Found ANOTHER = new Found.Another();

    private String lies = "a";
    private final CatalogueWatch watch = new CatalogueWatch(this::read, "a");

    @Test
    void theSameCatalogueIsNoNews() {
        assertThat(List.of(watch.look(), watch.look())).containsOnly(NOTHING);
    }

    @Test
    void anotherCountsOnceTwoLooksHaveFoundTheSame() {
        lies = "half saved";
        assertThat(watch.look()).isEqualTo(NOTHING);
        lies = "b";
        assertThat(watch.look()).isEqualTo(NOTHING);
        assertThat(watch.look()).isEqualTo(ANOTHER);
    }

    @Test
    void oneThatIsPutBackIsNoNews() {
        lies = "b";
        watch.look();
        lies = "a";

        assertThat(List.of(watch.look(), watch.look())).containsOnly(NOTHING);
    }

    @Test
    void mistakesAreToldOnceTheyStay() {
        lies = "mistaken: no such team";
        assertThat(watch.look()).isEqualTo(NOTHING);
        assertThat(watch.look())
                .isInstanceOfSatisfying(
                        Found.Mistakes.class,
                        mistakes -> assertThat(mistakes.sentences())
                                .singleElement()
                                .asString()
                                .contains("no such team"));
        assertThat(List.of(watch.look(), watch.look())).containsOnly(NOTHING);
    }

    @Test
    void mistakesThatCameBackAreToldAgain() {
        lies = "mistaken: no such team";
        watch.look();
        watch.look();
        lies = "a";
        watch.look();
        watch.look();
        lies = "mistaken: no such team";
        watch.look();

        assertThat(watch.look()).isInstanceOf(Found.Mistakes.class);
    }

    @Test
    void mendedMistakesMakeAnotherCatalogue() {
        lies = "mistaken: no such team";
        watch.look();
        watch.look();
        lies = "b";
        watch.look();

        assertThat(watch.look()).isEqualTo(ANOTHER);
    }

    @Test
    void aFileThatCannotBeReadIsToldOnceItStaysSo() {
        lies = "unreadable: /catalogue/organisation.yaml";
        assertThat(watch.look()).isEqualTo(NOTHING);
        assertThat(watch.look())
                .isEqualTo(new Found.Mistakes(List.of("/catalogue/organisation.yaml cannot be read. Bring it back, or"
                        + " let the account that runs this read it.")));

        lies = "a";
        assertThat(List.of(watch.look(), watch.look())).containsOnly(NOTHING);
    }

    @Test
    void aFileThatCouldNotBeReadForAMomentIsNoNews() {
        lies = "unreadable: /catalogue/organisation.yaml";
        watch.look();
        lies = "a";

        assertThat(List.of(watch.look(), watch.look())).containsOnly(NOTHING);
    }

    private String read() throws IOException {
        if (lies.startsWith("unreadable: ")) {
            throw new NoSuchFileException(lies.substring("unreadable: ".length()));
        }
        if (lies.startsWith("mistaken: ")) {
            throw new MistakenCatalogueException(List.of(new CatalogueProblem(
                    new Place("organisation.yaml", 3), null, lies.substring("mistaken: ".length()), null)));
        }
        return lies;
    }
}
