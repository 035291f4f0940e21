package org.scrutineer.locks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A process that works, or worked, on this ledger.
 *
 * @param id its own, never used again
 * @param startedAt null where the operating system does not tell
 */
record WorkingProcess(
        String id, String host, long pid, @Nullable Instant startedAt) {

    /** Start times are worked out from the clock, which may have been put right since. */
    private static final Duration SAME_START = Duration.ofSeconds(10);

    static WorkingProcess self() {
        ProcessHandle self = ProcessHandle.current();
        return new WorkingProcess(
                UUID.randomUUID().toString(),
                hostName(),
                self.pid(),
                self.info().startInstant().orElse(null));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }

    /** Whether the operating system of this machine has the process; a later one with its number is another. */
    static boolean runsHere(WorkingProcess process) {
        return ProcessHandle.of(process.pid())
                .filter(ProcessHandle::isAlive)
                .filter(found -> found.info()
                        .startInstant()
                        .map(started -> process.startedAt() == null || isAbout(started, process.startedAt()))
                        .orElse(true))
                .isPresent();
    }

    private static boolean isAbout(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SAME_START) <= 0;
    }
}
