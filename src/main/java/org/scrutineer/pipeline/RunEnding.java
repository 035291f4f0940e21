package org.scrutineer.pipeline;

/** How the work on a run ended. */
sealed interface RunEnding {

    record Finished() implements RunEnding {}

    /** At a safe point, because that was asked for; the next start goes on there. */
    record Stopped() implements RunEnding {}

    record Failed(Throwable cause) implements RunEnding {}
}
