package org.scrutineer.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as the ledger has it, for those who look at what was run.
 *
 * @param kind what it is for, e.g. {@code scheduled}
 * @param startedBy the account
 * @param reason as the person gave it; empty where none was asked for
 */
public record RunEntry(
        Run run,
        String kind,
        String startedBy,
        Optional<String> reason,
        Instant startedAt,
        Optional<Instant> finishedAt) {}
