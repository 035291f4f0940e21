package org.scrutineer.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The packaged program is killed at a named effect or at any time, started again, and has to leave what an undisturbed one
 * leaves: the ledger, every byte of its outputs, and each mail at the mail server once, or shown as one of which nobody
 * knows. The profile {@code crash} kills it three hundred times.
 */
@ResourceLock(value = "site", mode = ResourceAccessMode.READ)
class KilledJarIT {

    private static final int KILLED = 137;

    /** What a person would call the effects that matter, and how they are recorded; each has to happen in a month's work. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("file archived", "rename Archive.keep"),
            Map.entry("catalogue kept", "rename CatalogueArchive."),
            Map.entry("segment renamed", "rename StagedReturn"),
            Map.entry("lock taken", "commit Locks.take"),
            Map.entry("publication folder written", "force RunFolder.forceAll in publish"),
            Map.entry("publication folder renamed", "rename RunFolder.publish"),
            Map.entry("team's answer renamed", "rename MarkedWorkbook"),
            Map.entry("drafts recorded", "commit RunLauncher.launch in publish"),
            Map.entry("publication issued", "commit Issuing.issue"),
            Map.entry("run ended", "commit RunWorker.work"),
            Map.entry("mail sending marked", "commit Postman.claim"),
            Map.entry("message handed over", "say ."),
            Map.entry("message taken", "taken"),
            Map.entry("mail sent marked", "commit Postman.settle"),
            Map.entry("backup renamed", "rename Backups.makeIn"));

    private static final Pattern OF_SPRING_BATCH = Pattern.compile(
            "commit (RunLauncher\\.launch|ReadAndCheckReturnsConfig\\S*)( in (readAndCheckReturns|checkReturns|publish))?"
                    + " \\d+ before");

    @Test
    void isKilledAtEffectsThatHappen() throws IOException, InterruptedException, SQLException {
        Undisturbed.lend(month -> {
            List<String> all = Command.MONTH.stream()
                    .flatMap(command -> month.of(command).effects().stream().map(Kill::kind))
                    .distinct()
                    .toList();

            assertThat(NAMED.entrySet())
                    .allSatisfy(named ->
                            assertThat(all).as(named.getKey()).anyMatch(line -> line.startsWith(named.getValue())));
        });
    }

    @TestFactory
    List<DynamicTest> endsAsIfNothingHadHappened() throws IOException, InterruptedException, SQLException {
        long first = Long.getLong("crash.seed", 1);
        var all = new ArrayList<DynamicTest>();
        Undisturbed.lend(month -> LongStream.range(first, first + Integer.getInteger("crash.kills", 3))
                .forEach(seed -> {
                    var random = new SplittableRandom(seed);
                    Command command = command(random);
                    List<Kill> kills = Kill.of(random, month.of(command));
                    all.add(DynamicTest.dynamicTest(
                            "seed " + seed + ": " + command.id() + " killed " + kills,
                            () -> Undisturbed.lend(lent -> replay(
                                    lent,
                                    "mvn -Pcrash verify -Dcrash.kills=1 -Dcrash.seed=" + seed + " does this again: "
                                            + command.id() + " killed " + kills,
                                    command,
                                    kills))));
                }));
        return all;
    }

    /** At each commit by which Spring Batch notes how far a run is; of steps that are made alike, in one. */
    @TestFactory
    @EnabledIfSystemProperty(named = "crash.faults", matches = "true")
    List<DynamicTest> isKilledAtEachCommitOfSpringBatch() throws IOException, InterruptedException, SQLException {
        var all = new ArrayList<DynamicTest>();
        Undisturbed.lend(month -> month.of(Command.RUN).effects().stream()
                .filter(line -> OF_SPRING_BATCH.matcher(line).matches())
                .forEach(line -> all.add(DynamicTest.dynamicTest(
                        line,
                        () -> Undisturbed.lend(
                                lent -> replay(lent, "Killed " + line, Command.RUN, List.of(new Kill(line, 0))))))));
        return all;
    }

    /** Two commands of the same kind at the same moment. */
    @TestFactory
    Stream<DynamicTest> letsOneOfTwoLaunchersWork() {
        return IntStream.rangeClosed(1, Integer.getInteger("crash.races", 1))
                .mapToObj(race -> DynamicTest.dynamicTest("race " + race, () -> Undisturbed.lend(KilledJarIT::race)));
    }

    private static void race(Undisturbed month) throws IOException, InterruptedException, SQLException {
        month.before(Command.RUN);
        Site.Started one = month.site().start(Command.RUN, Map.of(), 0);
        Site.Started other = month.site().start(Command.RUN, Map.of(), 0);
        List<Site.Ended> ends = List.of(one.end(), other.end());

        assertThat(ends)
                .anyMatch(end -> end.exitCode() == 0)
                .allMatch(end -> end.exitCode() == 0
                        || end.exitCode() == 3 && end.printed().contains("is worked on by process"));
        assertThat(month.differences(Command.RUN)).as(ends.toString()).isEmpty();
        assertThat(Mails.at(month.server())).isEqualTo(month.of(Command.RUN).mails());
    }

    private static Command command(SplittableRandom random) {
        int ofTen = random.nextInt(10);
        if (Command.THOROUGH && ofTen < 2) {
            return ofTen == 0 ? Command.WITHDRAW : random.nextBoolean() ? Command.RETENTION : Command.RESTORE;
        }
        return ofTen < 5 ? Command.RUN : ofTen < 6 ? Command.APPROVE : ofTen < 9 ? Command.SEND : Command.BACKUP;
    }

    private static void replay(Undisturbed month, String what, Command command, List<Kill> kills)
            throws IOException, InterruptedException, SQLException {
        Undisturbed.Done expected = month.of(command);
        month.before(command);
        var story = new StringBuilder(what);
        int starts = 0;
        int crashes = 0;
        for (Kill kill : kills) {
            Site.Started started = month.site()
                    .start(
                            command,
                            kill.effect().isEmpty() ? Map.of() : Map.of("at", kill.effect()),
                            later(command, starts));
            starts++;
            kill.in(started.process());
            Site.Ended ended = started.end();
            story.append("\n").append(ended);
            if (ended.exitCode() != KILLED) {
                break;
            }
            crashes++;
            month.site().letAnHourPass();
        }
        Site.Ended last =
                month.site().start(command, Map.of(), later(command, starts)).end();
        story.append("\n").append(last);

        List<String> wrong = Mails.wrong(Mails.at(month.server()), month.site().output(), expected.mails(), crashes);
        boolean tellsOfAMail = command == Command.SEND && last.printed().contains(": unknown.");
        // What was withdrawn, or restored, before the kill, or faster than it, cannot be once more.
        boolean doneBefore = command.isOnlyDoneOnce() && last.exitCode() == 2;
        assertThat(last.exitCode()).as(story.toString()).isEqualTo(tellsOfAMail ? 1 : doneBefore ? 2 : 0);
        assertThat(month.differences(command)).as(story.toString()).isEmpty();
        assertThat(wrong).as(story.toString()).isEmpty();
        assertThat(month.site().verifyAudit(command)).as(story.toString()).isZero();
        if (command == Command.BACKUP) {
            assertThat(unfinishedBackups(month.site())).as(story.toString()).isEmpty();
        }
    }

    /** The clock stands still but for backups: each has its own time in its name. */
    private static int later(Command command, int starts) {
        return command == Command.BACKUP ? starts : 0;
    }

    private static List<Path> unfinishedBackups(Site site) throws IOException {
        try (Stream<Path> backups = Files.list(site.output().resolve("backups"))) {
            return backups.filter(Files::isDirectory)
                    .filter(backup -> !Files.exists(backup.resolve("manifest.json")))
                    .toList();
        }
    }
}
