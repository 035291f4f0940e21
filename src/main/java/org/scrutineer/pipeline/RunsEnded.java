package org.scrutineer.pipeline;

/** Told when a start of the pipeline has come to its end, well or not, for whoever tells people of it. */
public record RunsEnded(RunReport report) {}
