package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Inbox.Delivery;
import org.scrutineer.intake.Inbox.Recognition;
import org.scrutineer.workbook.TestWorkbooks;

class InboxTests {

    private static final Instant NOW = Instant.parse("2019-01-09T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final TestLedger ledger = TestLedger.aLedger();
    private Path input;
    private Runnable pause = () -> {};

    @BeforeEach
    void open() throws IOException {
        input = Files.createDirectory(folder.resolve("input"));
    }

    @Test
    void takesInReturnsInTheOrderOfTheirNamesAtAnyDepth() throws Exception {
        aReturn().with("Return!B5", "b").saveAs(file("2018-12/later/b.xlsx"));
        aReturn().with("Return!B5", "c").saveAs(file("c.xlsx"));
        aReturn().with("Return!B5", "a").saveAs(file("2018-12/a.xlsx"));

        assertThat(receive()).isEqualTo(new Delivery(3, 3, List.of()));
        assertThat(ledger.returnsOf(2018, 12))
                .containsExactly(
                        "2018-12/a.xlsx not checked", "2018-12/later/b.xlsx not checked", "c.xlsx not checked");
    }

    @Test
    void recordsWhoseReturnItIsAndKeepsItsBytes() throws Exception {
        Path sent = aReturn().with("Return!B7", "Cases, Visits").saveAs(file("north.xlsx"));

        receive();

        Submission submission = ledger.submissions().counting().get(0).submission();
        assertThat(submission)
                .isEqualTo(new Submission(
                        submission.id(),
                        submission.fileHash(),
                        "north.xlsx",
                        "visits",
                        "north",
                        ReportingPeriod.of(2018, 12),
                        LocalDate.of(2019, 1, 8),
                        Set.of("visits", "cases")));
        assertThat(archive().file(submission)).hasSameBinaryContentAs(sent);
    }

    @Test
    void changesNothingInTheFolder() throws Exception {
        aReturn().saveAs(file("north.xlsx"));
        Files.writeString(file("notes.txt"), "hello");
        Files.writeString(file("~$north.xlsx"), "lock");
        Map<String, String> before = contents();

        receive();

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void takesTheSameBytesUnderTwoNamesForOneReturn() throws Exception {
        Path sent = aReturn().saveAs(file("a.xlsx"));
        Files.copy(sent, file("b.xlsx"));

        assertThat(receive()).isEqualTo(new Delivery(2, 1, List.of()));
        assertThat(receive()).isEqualTo(new Delivery(2, 0, List.of()));
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("a.xlsx not checked");
    }

    @Test
    void takesOtherBytesUnderTheSameNameForAnotherReturn() throws Exception {
        aReturn().saveAs(file("north.xlsx"));
        receive();
        aReturn().with("Return!B6", LocalDate.of(2019, 1, 10)).saveAs(file("north.xlsx"));

        assertThat(receive()).isEqualTo(new Delivery(1, 1, List.of()));
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("north.xlsx not checked", "north.xlsx not checked");
    }

    @Test
    void tellsOfSupersededBytesThatAreSentAgainButNotOfAFileThatStays() throws Exception {
        aReturn().saveAs(file("first.xlsx"));
        aReturn().with("Return!B6", LocalDate.of(2019, 1, 10)).saveAs(file("second.xlsx"));
        receive();
        Submission first = ofFile("first.xlsx");
        ledger.supersession().supersede(first, ofFile("second.xlsx"));

        receive();
        assertThat(ledger.findings(first)).isEmpty();

        Files.copy(file("first.xlsx"), file("again/first.xlsx"));
        receive();
        receive();
        assertThat(ledger.findings(first)).containsExactly(sentAgain("again/first.xlsx"));

        Files.setLastModifiedTime(file("first.xlsx"), FileTime.from(Instant.parse("2019-02-01T09:00:00Z")));
        receive();
        receive();
        assertThat(ledger.findings(first)).containsExactly(sentAgain("again/first.xlsx"), sentAgain("first.xlsx"));
    }

    @Test
    void saysNothingOfBytesSentAgainThatStillCount() throws Exception {
        Path sent = aReturn().saveAs(file("north.xlsx"));
        receive();
        Files.copy(sent, file("copy.xlsx"));
        receive();

        assertThat(ledger.findings(ofFile("north.xlsx"))).isEmpty();
    }

    private Submission ofFile(String name) {
        return ledger.submissions().of(ReportingPeriod.of(2018, 12)).stream()
                .map(Submissions.Checked::submission)
                .filter(submission -> submission.fileName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String sentAgain(String name) {
        return "WARNING first.xlsx: found \"" + name
                + "\"; expected a return with a later Prepared on: these are the very"
                + " bytes that second.xlsx, prepared on 10 Jan 2019, has taken the place of, and they count for nothing."
                + " Raise Prepared on in the return that should count, and send it again.";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~$north.xlsx",
                ".north.xlsx",
                ".~lock.north.xlsx#",
                "Thumbs.db",
                "desktop.ini",
                ".snapshot/north.xlsx",
                "2018-12/.trash/old/north.xlsx"
            })
    void passesOverWhatIsNoReturn(String name) throws Exception {
        aReturn().saveAs(file(name));

        assertThat(receive()).isEqualTo(new Delivery(0, 0, List.of()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoSymbolicLinkInTheFolder() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path outside = aReturn().saveAs(elsewhere.resolve("outside.xlsx"));
        Files.createSymbolicLink(file("linked.xlsx"), outside);
        Files.createSymbolicLink(file("linked"), elsewhere);

        assertThat(receive())
                .isEqualTo(new Delivery(
                        0, 0, List.of(notice("linked", Notice.What.LINK), notice("linked.xlsx", Notice.What.LINK))));
        assertThat(ledger.notices().all())
                .extracting(Notice::sentence)
                .containsExactly(
                        "a link, which is not followed; put the file itself into the folder: linked",
                        "a link, which is not followed; put the file itself into the folder: linked.xlsx");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(20)
    void opensNothingThatIsNoFile() throws Exception {
        Path pipe = file("2018-12/north.xlsx");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(receive())
                .isEqualTo(new Delivery(0, 0, List.of(notice("2018-12/north.xlsx", Notice.What.NOT_A_FILE))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinkThatTakesThePlaceOfAFileMeanwhile() throws Exception {
        Path sent = aReturn().saveAs(file("north.xlsx"));
        Path outside = Files.copy(sent, folder.resolve("outside.xlsx"));
        meanwhile(() -> {
            Files.delete(sent);
            Files.createSymbolicLink(sent, outside);
        });

        assertThat(receive().received()).isZero();
        assertThat(archived()).isEmpty();
    }

    @Test
    void leavesTheCheckFolderToItsOwnPurpose() throws Exception {
        aReturn().saveAs(file("check/north.xlsx"));
        aReturn().saveAs(file("2018-12/check/south.xlsx"));

        assertThat(receive()).isEqualTo(new Delivery(1, 1, List.of()));
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("2018-12/check/south.xlsx not checked");
    }

    @Test
    void leavesAFileThatGrowsForTheNextTime() throws Exception {
        byte[] whole = Files.readAllBytes(aReturn().saveAs(folder.resolve("whole.xlsx")));
        Path arriving = Files.write(file("north.xlsx"), Arrays.copyOf(whole, 1_000));
        meanwhile(() -> Files.write(arriving, Arrays.copyOf(whole, 2_000)));

        assertThat(receive()).isEqualTo(new Delivery(1, 0, List.of(notice("north.xlsx", Notice.What.STILL_ARRIVING))));
        assertThat(archived()).isEmpty();
        assertThat(ledger.notices().all())
                .extracting(Notice::sentence)
                .containsExactly("still arriving, and is looked at again by the next start: north.xlsx");

        Files.write(arriving, whole);
        meanwhile(() -> {});
        assertThat(receive()).isEqualTo(new Delivery(1, 1, List.of()));
        assertThat(ledger.notices().all()).isEmpty();
    }

    @Test
    void leavesAFileWhoseBytesChangeThoughSizeAndTimeDoNot() throws Exception {
        Path sent = aReturn().saveAs(file("north.xlsx"));
        FileTime time = Files.getLastModifiedTime(sent);
        byte[] bytes = Files.readAllBytes(sent);
        meanwhile(() -> {
            bytes[500] ^= 1;
            Files.write(sent, bytes);
            Files.setLastModifiedTime(sent, time);
        });

        assertThat(receive().notices()).containsExactly(notice("north.xlsx", Notice.What.STILL_ARRIVING));
        assertThat(archived()).isEmpty();
    }

    @Test
    void tellsOfAFileThatGoesAwayMeanwhile() throws Exception {
        Path sent = aReturn().saveAs(file("north.xlsx"));
        meanwhile(() -> Files.delete(sent));

        assertThat(receive())
                .isEqualTo(new Delivery(1, 0, List.of(notice("north.xlsx", Notice.What.CANNOT_BE_OPENED))));
    }

    @Test
    void waitsForTheEndOfAWorkbookAndTakesItForCutOffAfterAnHour() throws Exception {
        byte[] whole = Files.readAllBytes(aReturn().saveAs(folder.resolve("whole.xlsx")));
        Path sent = Files.write(file("north.xlsx"), Arrays.copyOf(whole, whole.length - 10));
        Files.setLastModifiedTime(sent, FileTime.from(NOW.minus(PATIENCE)));

        assertThat(receive().notices()).containsExactly(notice("north.xlsx", Notice.What.STILL_ARRIVING));

        Files.setLastModifiedTime(sent, FileTime.from(NOW.minus(PATIENCE).minusSeconds(1)));
        assertThat(receive()).isEqualTo(new Delivery(1, 1, List.of()));
        assertThat(unrecognised()).singleElement().asString().contains("cut off on its way");

        Files.write(sent, whole);
        assertThat(receive()).isEqualTo(new Delivery(1, 1, List.of()));
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("north.xlsx not checked");
    }

    @Test
    void doesNotWaitWhereThereIsNothingNew() throws Exception {
        aReturn().saveAs(file("north.xlsx"));
        receive();
        meanwhile(() -> {
            throw new IOException("waited");
        });

        assertThat(receive()).isEqualTo(new Delivery(1, 0, List.of()));
    }

    @Test
    void tellsThatSomebodyHasAWorkbookOpen() throws Exception {
        aReturn().saveAs(file("2018-12/north.xlsx"));
        Files.writeString(file("2018-12/~$north.xlsx"), "lock");
        Files.writeString(file("~$south.xlsx"), "lock");

        assertThat(receive())
                .isEqualTo(new Delivery(1, 1, List.of(notice("2018-12/north.xlsx", Notice.What.OPEN_IN_EXCEL))));
        assertThat(receive()).isEqualTo(new Delivery(1, 0, List.of()));
    }

    /** A copy that grows by steps, stalls, is begun anew or is allocated in full and filled, as copy programs do. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverTakesInAPartOfAFileAndTakesTheWholeOne(int seed) throws Exception {
        var random = new Random(seed);
        byte[] whole = Files.readAllBytes(aReturn().saveAs(folder.resolve("whole.xlsx")));
        Path arriving = file("north.xlsx");
        byte[] copy = random.nextBoolean() ? new byte[whole.length] : new byte[0];
        int done = 0;
        while (done < whole.length) {
            int before = done;
            done = switch (random.nextInt(5)) {
                case 0 -> done;
                case 1 -> random.nextInt(done + 1);
                default -> Math.min(whole.length, done + 1 + random.nextInt(whole.length));
            };
            boolean allocated = copy.length == whole.length && copy.length != 0;
            byte[] next = Arrays.copyOf(Arrays.copyOf(whole, done), allocated ? whole.length : done);
            if (random.nextBoolean()) {
                Files.write(arriving, next);
                meanwhile(() -> {});
            } else {
                Files.write(arriving, Arrays.copyOf(next, Math.min(before, next.length)));
                meanwhile(() -> Files.write(arriving, next));
            }
            receive();
            if (Arrays.equals(next, whole)) {
                // What is still to be copied may be zeros, which stand there already.
                break;
            }
            assertThat(archived()).isEmpty();
        }
        meanwhile(() -> {});
        receive();
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("north.xlsx not checked");
        assertThat(archived())
                .singleElement()
                .satisfies(file -> assertThat(file).hasBinaryContent(whole));
    }

    @ParameterizedTest(name = "{0} bytes are there")
    @ValueSource(ints = {0, 1, 2, 3, 4, 100})
    void waitsForAFileThatHasRoomForWhatIsToCome(int there) throws Exception {
        byte[] whole = Files.readAllBytes(aReturn().saveAs(folder.resolve("whole.xlsx")));
        Files.write(file("allocated.xlsx"), Arrays.copyOf(Arrays.copyOf(whole, there), whole.length));
        Files.write(file("growing.xlsx"), Arrays.copyOf(whole, there));
        // All but a part of where the end says that the directory begins.
        Files.write(file("nearly.xlsx"), Arrays.copyOf(Arrays.copyOf(whole, whole.length - 5), whole.length));

        receive();

        assertThat(archived()).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 30);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void looksIntoAFolderThatIsALinkItself() throws Exception {
        Path share = Files.move(input, folder.resolve("share"));
        Files.createSymbolicLink(input, share);
        aReturn().saveAs(file("2018-12/north.xlsx"));

        assertThat(receive()).isEqualTo(new Delivery(1, 1, List.of()));
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("2018-12/north.xlsx not checked");
    }

    @Test
    void setsAsideWhatCannotBeReadWithItsReasonWhileTheOthersGoOn() throws Exception {
        Files.writeString(file("a.txt"), "Team,Period\n");
        Files.write(file("b.xlsx"), new byte[0]);
        Files.setLastModifiedTime(
                file("b.xlsx"), FileTime.from(NOW.minus(PATIENCE).minusSeconds(1)));
        Files.write(file("c.xlsx"), encrypted());
        byte[] whole = Files.readAllBytes(aReturn().saveAs(folder.resolve("whole.xlsx")));
        Files.write(file("d.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        Files.setLastModifiedTime(
                file("d.xlsx"), FileTime.from(NOW.minus(PATIENCE).minusSeconds(1)));
        aReturn().with("Return!B3", "Team Nroth").saveAs(file("e.xlsx"));
        aReturn().saveAs(file("f.xlsx"));

        assertThat(receive()).isEqualTo(new Delivery(6, 6, List.of()));
        assertThat(unrecognised())
                .containsExactly(
                        "a.txt: expected an Excel workbook that can be read, but the file is plain text, whatever its"
                                + " name says. Open it in Excel, save it as Excel Workbook (.xlsx) and send that.",
                        "b.xlsx: expected an Excel workbook that can be read, but the file is empty."
                                + " Save the workbook again and send it again.",
                        "c.xlsx: expected an Excel workbook that can be read, but the workbook is protected by a"
                                + " password. Remove the password (File, Info, Protect Workbook, Encrypt with"
                                + " Password) and send it again, or agree one with the data officer.",
                        "d.xlsx: expected an Excel workbook that can be read, but the workbook is damaged or was cut"
                                + " off on its way. Open it in Excel, let Excel repair it, save it and send it again.",
                        "e.xlsx, sheet Return, cell B3: found \"Team Nroth\"; expected the name of a team, perhaps"
                                + " Team North. Correct the team; a new team is added to organisation.yaml by the"
                                + " data officer.");
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("f.xlsx not checked");
    }

    @Test
    void needsTheFolder() {
        assertThatThrownBy(() -> inbox(folder.resolve("none")).receive())
                .isInstanceOf(IOException.class)
                .hasMessage("the input folder " + folder.resolve("none") + " does not exist");
    }

    @Test
    void recognisesAFileWithoutKeepingIt() throws Exception {
        Path sent = aReturn().saveAs(folder.resolve("north.xlsx"));

        assertThat(inbox(input).recognise(sent))
                .isEqualTo(new Recognition.Recognised(new Submission(
                        0,
                        "",
                        "north.xlsx",
                        "visits",
                        "north",
                        ReportingPeriod.of(2018, 12),
                        LocalDate.of(2019, 1, 8),
                        Set.of())));
        assertThat(folder.resolve("archive")).doesNotExist();
        assertThat(ledger.submissions().periods()).isEmpty();
    }

    @Test
    void tellsWhyAFileIsNotRecognised() throws Exception {
        Path sent = Files.writeString(folder.resolve("north.xls"), "<html>");

        assertThat(inbox(input).recognise(sent))
                .isInstanceOfSatisfying(
                        Recognition.Unrecognised.class,
                        unrecognised -> assertThat(unrecognised.findings())
                                .extracting(Finding::rule)
                                .containsExactly("web-page"));
    }

    private Path file(String name) throws IOException {
        Path file = input.resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Delivery receive() throws IOException {
        return inbox(input).receive();
    }

    private Inbox inbox(Path from) {
        return new Inbox(
                settings(from),
                archive(),
                ledger.submissions(),
                ledger.sightings(),
                ledger.deleted(),
                ledger.notices(),
                aCatalogue().catalogue(),
                TestWorkbooks.sourceWorkbooks(),
                new ArrivingFiles(settings(from), () -> pause.run(), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private Archive archive() {
        return new Archive(settings(input));
    }

    private IntakeProperties settings(Path from) {
        return new IntakeProperties(from, folder.resolve("archive"), Duration.ZERO, PATIENCE);
    }

    /** What happens between two looks. */
    private interface Happening {
        void happen() throws IOException;
    }

    private void meanwhile(Happening happening) {
        pause = () -> {
            try {
                happening.happen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Notice notice(String file, Notice.What what) {
        return new Notice(file, what);
    }

    private List<Path> archived() throws IOException {
        if (!Files.exists(folder.resolve("archive"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            return files.toList();
        }
    }

    private List<String> unrecognised() {
        return ledger.submissions().unrecognised().stream()
                .flatMap(unrecognised -> unrecognised.findings().stream())
                .map(Finding::sentence)
                .toList();
    }

    private Map<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(input)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        file.toString(),
                        Files.getLastModifiedTime(file) + " " + java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static byte[] encrypted() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream content = encryptor.getDataStream(file)) {
                content.write(1);
            }
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
