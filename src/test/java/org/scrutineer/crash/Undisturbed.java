package org.scrutineer.crash;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.scrutineer.files.TemporaryFolders;

/**
 * A month's work at a {@link Site} that nothing disturbs: what was there before and after each command, and every effect it
 * had, in order. It is worked once for all tests, and once more for each that goes on at the same time.
 */
final class Undisturbed {

    /** Those that no test is at now. */
    private static final Queue<Undisturbed> FREE = new ConcurrentLinkedQueue<>();

    private final Site site;
    private final GreenMail server;
    private final Map<Command, Done> done = new HashMap<>();

    /**
     * A command that was given.
     *
     * @param image of what is there after it
     * @param effects a line before and a line after each
     * @param mails that the server got by it
     */
    record Done(Site.Ended ended, List<String> image, List<String> effects, Map<String, Integer> mails, long millis) {}

    private Undisturbed() throws IOException {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        site = new Site(
                TemporaryFolders.untilTheEnd("scrutineer-crash-"),
                server.getSmtp().getPort());
    }

    /** What a test does with a month. */
    interface Use {
        void of(Undisturbed month) throws IOException, InterruptedException, SQLException;
    }

    /** Gives a test one that no other is at. */
    static void lend(Use use) throws IOException, InterruptedException, SQLException {
        Undisturbed free = FREE.poll();
        Undisturbed month = free == null ? worked() : free;
        try {
            use.of(month);
        } finally {
            FREE.add(month);
        }
    }

    private static Undisturbed worked() throws IOException, InterruptedException, SQLException {
        var month = new Undisturbed();
        for (Command command : Command.MONTH) {
            month.work(command);
        }
        return month;
    }

    private void work(Command command) throws IOException, InterruptedException, SQLException {
        site.keep(command.id());
        forgetMails();
        Files.deleteIfExists(site.log());
        long begun = System.nanoTime();
        Site.Ended ended = site.give(command, Map.of("log", site.log().toString()));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (ended.exitCode() != 0) {
            throw new AssertionError(command.id() + " ended with " + ended);
        }
        done.put(
                command,
                new Done(ended, site.image(command), Files.readAllLines(site.log()), Mails.at(server), millis));
    }

    Site site() {
        return site;
    }

    GreenMail server() {
        return server;
    }

    Done of(Command command) {
        return done.get(command);
    }

    /** What of the image of what is there now is not as after a command, or is not there. */
    List<String> differences(Command command) throws IOException, SQLException {
        return differences(site.image(command), of(command).image());
    }

    static List<String> differences(List<String> is, List<String> expected) {
        var more = new ArrayList<>(is);
        expected.forEach(more::remove);
        var less = new ArrayList<>(expected);
        is.forEach(less::remove);
        return Stream.concat(
                        more.stream().map(line -> "is there: " + line),
                        less.stream().map(line -> "is missing: " + line))
                .toList();
    }

    /** Makes everything as it was before a command was given. */
    void before(Command command) throws IOException {
        site.putBack(command.id());
        forgetMails();
    }

    private void forgetMails() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
