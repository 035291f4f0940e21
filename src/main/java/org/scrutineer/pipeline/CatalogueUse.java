package org.scrutineer.pipeline;

import java.time.Instant;

/**
 * A catalogue that runs used.
 *
 * @param firstRun the first of them, which was started at {@code since}
 * @param runs how many there were
 */
public record CatalogueUse(String hash, int firstRun, int lastRun, int runs, Instant since) {}
