package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;

/** A catalogue with a mistake that only trying its expressions shows, and what is remembered of it. */
class SoundCatalogueTests {

    private static final String MISTAKE = "The catalogue has 1 mistake; nothing was done:";

    @TempDir
    Path folder;

    private Installation installation;
    private Catalogue catalogue;
    private Path remembered;

    @BeforeEach
    void misspellAColumn() throws IOException {
        installation = Installation.withoutFigures(folder);
        remembered =
                Files.createDirectories(installation.output().resolve("ledger")).resolve("catalogue-found-sound");
        Path rules = installation.catalogue().resolve("reconciliation.yaml");
        Files.writeString(
                rules, Files.readString(rules).replace("distinct case when closed", "distinct case when clsed"));
        catalogue = ((CatalogueReading.Read) CatalogueReader.read(installation.catalogue())).catalogue();
    }

    @Test
    void aCatalogueThatIsNotRememberedIsTriedAndNotRememberedWhereItIsMistaken() {
        assertThat(installation.command("status").err()).startsWith(MISTAKE);

        assertThat(remembered).doesNotExist();
    }

    @Test
    void aCatalogueThatWasFoundSoundIsNotTriedAgain() throws IOException {
        new SoundCatalogue(installation.output()).remember(catalogue);

        Installation.Answer answer = installation.command("status");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("No return has been received yet.");
    }

    @Test
    void theCommandThatChecksTheCatalogueTriesItWhateverIsRemembered() throws IOException {
        new SoundCatalogue(installation.output()).remember(catalogue);

        assertThat(installation.command("catalogue", "check").err()).startsWith(MISTAKE);
    }

    @Test
    void whatAnotherVersionFoundIsNotTrusted() throws IOException {
        new SoundCatalogue(installation.output()).remember(catalogue);
        Files.writeString(remembered, Files.readString(remembered).replace("by version ", "by version 9."));

        assertThat(installation.command("status").err()).startsWith(MISTAKE);
    }

    @Test
    void aCatalogueThatIsTriedAndSoundIsRememberedInPlaceOfTheOneBefore() throws IOException {
        Files.writeString(remembered, "another");
        Path rules = installation.catalogue().resolve("reconciliation.yaml");
        Files.writeString(rules, Files.readString(rules).replace("clsed", "closed"));

        assertThat(installation.command("status").exitCode()).isZero();

        assertThat(remembered)
                .content()
                .startsWith(((CatalogueReading.Read) CatalogueReader.read(installation.catalogue()))
                        .catalogue()
                        .hash());
    }
}
