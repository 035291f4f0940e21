package org.scrutineer.locks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a process counts as dead, and how long one waits for another.
 *
 * @param lease how long a process may be silent before another takes its place; it speaks six times as often
 * @param patience how long to wait for what others hold for a short time only
 */
@ConfigurationProperties("locks")
record LocksProperties(
        @DefaultValue("1m") Duration lease,
        @DefaultValue("10m") Duration patience) {}
