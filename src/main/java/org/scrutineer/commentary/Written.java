package org.scrutineer.commentary;

import java.time.Instant;

/**
 * What somebody wrote on a page to explain a figure.
 *
 * @param version how many times this figure of this period has been explained on a page, from 1
 * @param writer the name of who wrote it
 * @param pending whether no run has taken it up yet
 */
public record Written(
        int version, Explanation explanation, String account, String writer, Instant at, boolean pending) {}
