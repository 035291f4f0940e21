package org.scrutineer.distribution;

import java.util.Optional;

/**
 * A mail that a run would have sent, or its release.
 *
 * @param kind as the outbox calls it, e.g. {@code issue}
 * @param onceReleased the name of the audience whose release it waits for; empty where it goes out with the run
 */
public record ExpectedMail(String kind, Recipient recipient, Optional<String> onceReleased) {}
