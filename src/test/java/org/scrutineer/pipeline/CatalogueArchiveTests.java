package org.scrutineer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.springframework.util.FileSystemUtils;

/** What is kept of a catalogue under its hash is that catalogue. */
class CatalogueArchiveTests {

    @TempDir
    Path folder;

    private Path files;
    private Catalogue catalogue;
    private CatalogueArchive archive;

    @BeforeEach
    void readACatalogue() throws IOException {
        files = folder.resolve("catalogue");
        FileSystemUtils.copyRecursively(Path.of("config", "catalogue"), files);
        catalogue = ((CatalogueReading.Read) CatalogueReader.read(files)).catalogue();
        archive = new CatalogueArchive(new PipelineProperties(folder.resolve("archive"), folder, folder, folder, 1));
    }

    @Test
    void theOneThatWasReadIsKept() throws IOException {
        archive.keep(files, catalogue.hash());

        assertThat(kept()).containsExactly("catalogue-" + catalogue.hash() + ".zip");
    }

    @Test
    void whatAKilledProcessDidNotFinishGoesWhenTheNextKeepsOne() throws IOException {
        Files.createDirectories(folder.resolve("archive"));
        Files.writeString(folder.resolve("archive/.catalogue-4711.tmp"), "half");

        archive.keep(files, catalogue.hash());

        assertThat(kept()).containsExactly("catalogue-" + catalogue.hash() + ".zip");
    }

    @Test
    void oneThatWasChangedSinceIsNotKeptInItsPlace() throws IOException {
        Files.writeString(files.resolve("targets.csv"), "\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> archive.keep(files, catalogue.hash()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the catalogue in " + files
                        + " was changed since the program read it; start again, so that it is read anew");
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsKeptAlreadyStandsWhateverTheFilesHaveBecome() throws IOException {
        archive.keep(files, catalogue.hash());
        Files.delete(files.resolve("targets.csv"));

        archive.keep(files, catalogue.hash());

        assertThat(kept()).hasSize(1);
    }

    @Test
    void tellsWhatDiffersBetweenTwoByFileAndLine() throws IOException {
        archive.keep(files, catalogue.hash());
        Path targets = files.resolve("targets.csv");
        List<String> before = Files.readAllLines(targets);
        String last = before.get(before.size() - 1);
        Files.write(targets, before.subList(0, before.size() - 1));
        Files.writeString(targets, last.replaceFirst("[0-9.]+$", "99") + "\n", StandardOpenOption.APPEND);
        Files.writeString(files.resolve("publications/managers.yaml"), another());
        String changed = ((CatalogueReading.Read) CatalogueReader.read(files))
                .catalogue()
                .hash();
        archive.keep(files, changed);

        List<FileChange> changes = archive.changes(catalogue.hash(), changed);

        assertThat(changes)
                .extracting(FileChange::name, FileChange::what)
                .containsExactly(
                        tuple("publications/managers.yaml", FileChange.What.ADDED),
                        tuple("targets.csv", FileChange.What.CHANGED));
        assertThat(changes.get(1).lines())
                .containsExactlyInAnyOrder(
                        new FileChange.Line(false, before.size(), last),
                        new FileChange.Line(true, before.size(), last.replaceFirst("[0-9.]+$", "99")));
        assertThat(archive.changes(changed, changed)).isEmpty();
    }

    /** An audience more, like one there is. */
    private String another() throws IOException {
        return Files.readString(files.resolve("publications/trust.yaml")).replaceFirst("id: trust", "id: managers");
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("archive"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
