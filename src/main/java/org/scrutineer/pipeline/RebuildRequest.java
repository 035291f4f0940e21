package org.scrutineer.pipeline;

import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * A run that is to be built again exactly as it was issued.
 *
 * @param run its number; where none is given, the newest finished run of the period is meant
 * @param who wants it
 */
public record RebuildRequest(ReportingPeriod period, Optional<Integer> run, String who) {}
