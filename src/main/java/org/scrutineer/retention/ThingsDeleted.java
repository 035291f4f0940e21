package org.scrutineer.retention;

/** Told when a retention has come to its end, for whoever shows what is held. */
public record ThingsDeleted() {}
