package org.scrutineer.pipeline;

/** Told when somebody has asked for the work to stop, for whoever shows progress. */
public record RunStopping() {}
