package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Verdict;
import org.scrutineer.publication.Publications.Published;
import org.scrutineer.records.Segment;
import org.scrutineer.workbook.WorkbookWriter;
import org.springframework.util.FileSystemUtils;

class PublisherTests {

    private static final List<CountedSegment> SEGMENTS = List.of(new CountedSegment(
            Example.seen("north", "2022-01-14", Verdict.ACCEPTED, List.of()).submission(),
            new Segment("referrals", "ab-cd.parquet", "ef", 8)));

    private static final String CSV = "commissioner/data/indicators.csv";

    @TempDir
    Path folder;

    private Path published;
    private Publisher publisher;

    @BeforeEach
    void prepare() {
        published = folder.resolve("2021-12/run-0007");
        publisher = publisher(folder);
    }

    private static Publisher publisher(Path folder) {
        return new Publisher(
                new PublicationProperties(folder, folder.resolve("internal")),
                new WorkbookWriter(),
                () -> {},
                run -> Optional.empty());
    }

    private static List<Report> reports(RunFigures figures) {
        return figures.catalogue().audiences().stream()
                .map(audience -> Report.of(figures, audience))
                .toList();
    }

    private List<Published> publish(RunFigures figures) throws IOException {
        return publisher.publish(figures, reports(figures), SEGMENTS);
    }

    private List<Published> publish() throws IOException {
        return publish(Example.withEveryStatus().figures());
    }

    @Test
    void publishesEachAudiencesFolderWithTheManifestBeside() throws IOException {
        List<Published> files = publish();

        assertThat(RunFolder.files(published))
                .containsExactly(
                        "commissioner/data/datapackage.json",
                        CSV,
                        "commissioner/data/restatements.csv",
                        "commissioner/performance-2021-12-commissioner.xlsx",
                        "manifest.json");
        assertThat(files)
                .extracting(Published::fileName)
                .containsExactly(
                        "commissioner/data/datapackage.json",
                        CSV,
                        "commissioner/data/restatements.csv",
                        "commissioner/performance-2021-12-commissioner.xlsx");
        assertThat(files).extracting(Published::audience).containsOnly("commissioner");
        assertThat(files)
                .allSatisfy(file -> assertThat(
                                DigestUtils.sha256Hex(Files.readAllBytes(published.resolve(file.fileName()))))
                        .isEqualTo(file.sha256()));
    }

    @Test
    void keepsAllFiguresAndTheFilesOfRowsBehindThemForTheOrganisationItself() throws IOException {
        publish(Example.withEveryStatus().asPublicPaper("WF16").figures());
        Path internal = folder.resolve("internal/2021-12/run-0007");

        assertThat(RunFolder.files(internal))
                .containsExactly("datapackage.json", "indicators.csv", "manifest.json", "segments.csv");
        assertThat(Files.readString(internal.resolve("indicators.csv")))
                .contains(",north,Team North,team,,AS01,Assessments in time,percent,month,88,100,88,");
        assertThat(Files.readAllLines(internal.resolve("segments.csv")))
                .element(1, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("referrals,north,2021-12,2022-01-14,team-performance,")
                .endsWith(",referrals/ab-cd.parquet,ef,8");
        assertThat(JsonText.read(Files.readAllBytes(internal.resolve("datapackage.json")))
                        .at("/resources"))
                .extracting(resource -> resource.path("path").asString())
                .containsExactly("indicators.csv", "segments.csv");
        assertThat(Files.getPosixFilePermissions(folder.resolve("internal")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void makesWhatACrashPreventedAfterTheOrganisationsOwnDataAppeared() throws IOException {
        List<Published> first = publish();
        FileSystemUtils.deleteRecursively(published);

        assertThat(publish()).isEqualTo(first);
        assertThat(RunFolder.files(published)).contains("manifest.json");
    }

    @Test
    void refusesOwnDataThatWereChanged() throws IOException {
        publish();
        FileSystemUtils.deleteRecursively(published);
        Path changed = folder.resolve("internal/2021-12/run-0007/indicators.csv");
        Files.writeString(changed, "tampered");

        assertThatIllegalStateException()
                .isThrownBy(this::publish)
                .withMessageStartingWith(changed.toAbsolutePath() + " is not what the manifest says.");
        assertThat(published).doesNotExist();
    }

    @Test
    void givesTheSameBytesEveryTime(@TempDir Path elsewhere) throws IOException {
        publish();
        RunFigures figures = Example.withEveryStatus().figures();
        publisher(elsewhere).publish(figures, reports(figures), SEGMENTS);

        for (String file : RunFolder.files(published)) {
            assertThat(elsewhere.resolve("2021-12/run-0007").resolve(file))
                    .hasSameBinaryContentAs(published.resolve(file));
        }
    }

    @Test
    void putsAPaperBesideTheWorkbookOfAMeeting() throws IOException {
        publish(Example.withEveryStatus().asPublicPaper("AS01", "WF16").figures());

        assertThat(RunFolder.files(published)).contains("commissioner/paper.docx");
        assertThat(Files.readString(published.resolve("manifest.json"))).contains("commissioner/paper.docx");
    }

    @Test
    void publishesNoWorkbookThatBreaksARuleForAccessibleAndTrustworthyOnes() {
        RunFigures broken = Example.aRun()
                .count("CN04", "Children who moved to NN1 5PE", "Front door")
                .value("CN04", "7", null, "7", IndicatorValue.Status.COMPLETE)
                .figures();

        assertThatIllegalStateException()
                .isThrownBy(() -> publish(broken))
                .withMessageStartingWith("performance-2021-12-commissioner.xlsx breaks rules for accessible and"
                        + " trustworthy workbooks and was not published. Correct what is named, or waive the rule under"
                        + " waive in ")
                .withMessageContaining("personal-identifier: sheet Scorecard, cell A")
                .withMessageContaining(
                        ": found what looks like a postcode; expected nothing that looks like the"
                                + " identifier, postcode or date of birth of a person. Remove it before anybody gets the file.");
        assertThat(folder.resolve("2021-12")).doesNotExist();
    }

    @Test
    void leavesNothingThatAReaderCouldSeeWhenItFails() {
        // No value for an indicator: the workbook cannot be made.
        RunFigures broken =
                Example.aRun().percent("AS01", "Assessments", "Front door").figures();

        assertThatIllegalStateException()
                .isThrownBy(() -> publish(broken))
                .withMessage("run 7, 2021-12: no figure was calculated for AS01");
        assertThat(folder.resolve("2021-12")).doesNotExist();
    }

    @Test
    void removesWhatACrashLeftHalfDone() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".staging/run-0007/commissioner/data"));
        Files.writeString(left.resolve("indicators.csv"), "half");
        Files.writeString(left.resolve("stray.txt"), "stray");

        publish();

        assertThat(RunFolder.files(published)).doesNotContain("commissioner/data/stray.txt");
        assertThat(folder.resolve(".staging/run-0007")).doesNotExist();
    }

    @Test
    void takesACompleteFolderOfBeforeACrashAsItIs() throws IOException {
        List<Published> first = publish();
        var written = Files.getLastModifiedTime(published.resolve(CSV));

        assertThat(publish()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(published.resolve(CSV))).isEqualTo(written);
    }

    @Test
    void refusesAFolderWhoseFileWasChanged() throws IOException {
        publish();
        Files.writeString(published.resolve(CSV), "tampered");

        refuses(CSV, "is not what the manifest says");
        assertThat(published.resolve(CSV)).hasContent("tampered");
    }

    @Test
    void refusesAFolderThatLacksAFile() throws IOException {
        publish();
        Files.delete(published.resolve(CSV));

        refuses(CSV, "is missing");
    }

    @Test
    void refusesAFolderWithAFileOfOthers() throws IOException {
        publish();
        Files.writeString(published.resolve("commissioner/names.txt"), "x");

        refuses("commissioner/names.txt", "is not in the manifest");
    }

    @Test
    void refusesAFolderWithoutItsManifest() throws IOException {
        Files.createDirectories(published);

        refuses("manifest.json", "is missing");
    }

    @Test
    void refusesAFolderMadeFromOtherReturns() throws IOException {
        publish(Example.withEveryStatus().accepted("south", "2022-01-17").figures());

        refuses("manifest.json", "does not tell of this run's returns and catalogue");
    }

    private void refuses(String file, String why) {
        assertThatIllegalStateException()
                .isThrownBy(this::publish)
                .withMessageStartingWith(published.toAbsolutePath().resolve(file) + " " + why + ".");
    }

    @Test
    void publishesNothingWhereARowIsNotAccountedFor() {
        RunFigures figures = Example.aRun()
                .seen(Example.seen(
                        "north",
                        "2022-01-10",
                        Verdict.ACCEPTED,
                        List.of(),
                        new RowCount("referrals", 10, 8, 1, 0, false)))
                .figures();

        assertThatIllegalStateException()
                .isThrownBy(() -> publish(figures))
                .withMessage("run 7, 2021-12: rows do not close: 2021-12/north 2022-01-10.xlsx, dataset referrals:"
                        + " read 10, accepted 8, refused 1, blank 0");
        assertThat(folder).isEmptyDirectory();
    }
}
