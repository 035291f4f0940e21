package org.scrutineer.records;

import java.time.LocalDate;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * A segment that counts in a run, with what the ledger knows of the return it came from.
 *
 * @param order the place of its return among all that count, oldest first: the newest version of a row is the one of
 *     the highest order among those prepared last
 */
public record SelectedSegment(Segment segment, ReportingPeriod period, LocalDate preparedOn, int order) {}
