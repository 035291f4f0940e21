package org.scrutineer.pipeline;

/**
 * Told when a run begins or goes on, for whoever shows progress.
 *
 * @param toCheck how many returns have no verdict yet
 * @param resumed whether an earlier start of it was cut off
 */
public record RunStarted(Run run, int toCheck, boolean resumed) {}
