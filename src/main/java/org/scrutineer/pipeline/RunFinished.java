package org.scrutineer.pipeline;

/**
 * Told in the transaction in which a run is finished: what listeners note of it is there if the run is, however the process
 * ends.
 *
 * @param status of its period, of which it is the newest run
 */
public record RunFinished(PeriodStatus status) {}
