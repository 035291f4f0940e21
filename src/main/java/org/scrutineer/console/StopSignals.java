package org.scrutineer.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Has Ctrl-C and the signal that ends services stop the work at its next safe point, instead of ending the process: by the
 * time hooks of the virtual machine run, the ledger's own hook closes it under the work. The second time they end the
 * process as they always do.
 */
final class StopSignals implements AutoCloseable {

    /** What processes that a signal has ended end with, by convention. */
    private static final int ENDED_BY_SIGNAL = 128;

    private static final List<String> NAMES = List.of("INT", "TERM");

    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
    private volatile int got;

    /** @param stop asks for the work to stop, and returns at once */
    StopSignals(Runnable stop) {
        for (String name : NAMES) {
            try {
                var signal = new Signal(name);
                before.put(signal, Signal.handle(signal, received -> {
                    got = received.getNumber();
                    restore();
                    // Not on the thread of the signal: the next one would wait behind it.
                    new Thread(stop, "stop").start();
                }));
            } catch (IllegalArgumentException notOnThisMachine) {
                // The signal ends the process, and the next start goes on, as after any crash.
                continue;
            }
        }
    }

    /** What to end with, where a signal has come. */
    OptionalInt exitCode() {
        return got == 0 ? OptionalInt.empty() : OptionalInt.of(ENDED_BY_SIGNAL + got);
    }

    private synchronized void restore() {
        new ArrayList<>(before.entrySet()).forEach(entry -> Signal.handle(entry.getKey(), entry.getValue()));
        before.clear();
    }

    @Override
    public void close() {
        restore();
    }
}
