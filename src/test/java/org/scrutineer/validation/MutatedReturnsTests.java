package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.TestReader;

/** Whatever became of a return on its way, it gets a verdict in words a person understands. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutatedReturnsTests {

    @TempDir
    static Path folder;

    private static Inbox inbox;
    private static Checks checks;
    private static byte[] sound;

    @BeforeAll
    static void open() throws IOException {
        sound = Files.readAllBytes(aReturn().saveAs(folder.resolve("sound.xlsx")));
        checks = Checks.in(folder, aCatalogue());
        inbox = TestReader.inbox(folder, aCatalogue().catalogue());
    }

    @AfterAll
    static void close() {
        checks.close();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("mutations", 300));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void getAVerdict(int seed) throws IOException {
        Path file = new Mutation(seed).write(sound, folder.resolve("north.xlsx"));

        Inbox.Recognition recognition = inbox.recognise(file);

        if (recognition instanceof Inbox.Recognition.Unrecognised unrecognised) {
            assertThat(unrecognised.findings()).isNotEmpty();
            assertInWords(unrecognised.findings());
        } else if (recognition instanceof Inbox.Recognition.Recognised recognised) {
            CheckedReturn checked = checks.tryOut(recognised.submission(), file);
            assertThat(checked.verdict()).isNotNull();
            assertInWords(checked.findings());
            for (RowCount count : checked.counts()) {
                assertThat(count.read()).isEqualTo(count.accepted() + count.refused() + count.blank());
            }
        }
    }

    private static void assertInWords(List<Finding> findings) {
        assertThat(findings)
                .extracting(Finding::sentence)
                .noneMatch(sentence -> sentence.contains("Exception") || sentence.contains("java."));
    }
}
