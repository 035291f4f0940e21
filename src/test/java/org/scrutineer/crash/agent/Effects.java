package org.scrutineer.crash.agent;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a process does that outlasts it, as it does it. An effect is named by its kind and by whose it is, e.g. {@code rename
 * Archive.keep}; the times it happened are counted by name, so that {@code rename Archive.keep 2} is the same in every run.
 *
 * <p>Seen from the virtual machine's own classes, so this uses nothing but those of {@code java.base}. Settings are system properties:
 *
 * <ul>
 *   <li>{@code crash.log}: a file that each effect is written to, a line before it and a line after it
 *   <li>{@code crash.at}: such a line; the process ends there at once, as by {@code kill -9}
 *   <li>{@code crash.clock}, {@code crash.account}: the time it is, and who gives the command
 *   <li>{@code crash.full}: the disk is full after so many bytes; below {@code crash.under} alone
 *   <li>{@code crash.readOnly}: nothing below this folder can be changed
 *   <li>{@code crash.ledgerGone}: from this line on the ledger cannot be reached
 *   <li>{@code crash.ledgerAway}: a line of a commit, at which the ledger cannot be reached for a moment: before it nothing is
 *       committed, after it nobody hears that it was
 * </ul>
 */
public final class Effects {

    /** As a shell tells of a process that was killed. */
    private static final int KILLED = 137;

    private static final String OURS = "org.scrutineer.";
    /** What renames for others, and this. */
    private static final List<String> NO_OWNERS = List.of("org.scrutineer.files.", "org.scrutineer.crash.");

    private static final String LEDGER = "org.h2.";

    private static final Map<String, AtomicInteger> COUNTS = new ConcurrentHashMap<>();
    private static final ThreadLocal<String> STEP = new ThreadLocal<>();
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    private static final AtomicLong WRITTEN = new AtomicLong();

    private static final String AT = System.getProperty("crash.at", "");
    private static final String LEDGER_GONE = System.getProperty("crash.ledgerGone", "");
    private static final String LEDGER_AWAY = System.getProperty("crash.ledgerAway", "");
    private static final String READ_ONLY = System.getProperty("crash.readOnly");
    private static final String UNDER = System.getProperty("crash.under", "");
    private static final long FULL = Long.getLong("crash.full", Long.MAX_VALUE);
    private static final OutputStream LOG = log();

    private static volatile boolean ledgerGone;

    private Effects() {}

    private static OutputStream log() {
        String file = System.getProperty("crash.log");
        if (file == null) {
            return OutputStream.nullOutputStream();
        }
        try {
            return new FileOutputStream(file, true);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step that this thread works on from now on. */
    public static void step(String name) {
        STEP.set(name);
    }

    /** A change to the folders is about to be made. */
    public static void beforeChange(String kind, Path path) throws IOException {
        String text = path.toAbsolutePath().normalize().toString();
        if (READ_ONLY != null && text.startsWith(READ_ONLY)) {
            throw new FileSystemException(path.toString(), null, "Read-only file system");
        }
        before(kind);
    }

    /** Any other effect is about to take place. */
    public static void before(String kind) {
        String name = kind + " " + whose();
        String line = name + " "
                + COUNTS.computeIfAbsent(name, unseen -> new AtomicInteger()).incrementAndGet();
        CURRENT.set(line);
        pass(line + " before");
    }

    /** The effect that this thread was about to have has taken place, or failed. */
    public static void after() {
        String line = CURRENT.get();
        if (line != null) {
            CURRENT.remove();
            pass(line + " after");
        }
    }

    private static void pass(String line) {
        try {
            synchronized (LOG) {
                LOG.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (line.equals(AT)) {
            Runtime.getRuntime().halt(KILLED);
        }
        if (line.equals(LEDGER_GONE)) {
            ledgerGone = true;
        }
    }

    /** Bytes are about to be written to an open file. */
    public static void beforeWriting(String path, int bytes) throws IOException {
        if (FULL != Long.MAX_VALUE && path != null && path.startsWith(UNDER) && WRITTEN.addAndGet(bytes) > FULL) {
            throw new IOException("No space left on device");
        }
    }

    public static boolean isLedgerGone() {
        return ledgerGone;
    }

    /** Whether this thread's commit fails, asked {@code before} or {@code after} it. */
    public static boolean isLedgerAway(String moment) {
        return LEDGER_AWAY.equals(CURRENT.get() + " " + moment);
    }

    /** The clock stands still, so that whatever differs in the end does not differ by the time. */
    public static Clock clock(Clock real) {
        String time = System.getProperty("crash.clock");
        return time == null ? real : Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    public static String account(String real) {
        return System.getProperty("crash.account", real);
    }

    /** The nearest method of the program, or the ledger; within a step of the job also which. */
    private static String whose() {
        Optional<String> nearest = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isNamed(frame.getClassName()))
                        .findFirst()
                        .map(frame -> name(frame.getClassName(), frame.getMethodName())));
        String step = STEP.get();
        return nearest.orElse("Spring") + (step == null ? "" : " in " + step);
    }

    private static boolean isNamed(String type) {
        return type.startsWith(LEDGER)
                || type.startsWith(OURS) && NO_OWNERS.stream().noneMatch(type::startsWith);
    }

    private static String name(String type, String method) {
        if (type.startsWith(LEDGER)) {
            return "ledger";
        }
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int made = simple.indexOf("$$");
        return (made < 0 ? simple : simple.substring(0, made)) + "." + method;
    }
}
