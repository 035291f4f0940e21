package org.scrutineer.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says of itself.
 *
 * @param templateVersion the version of the template it follows; empty where it cannot be told for a return
 * @param noticed what is odd about how it says so, though it can be understood
 * @param period where the period is said; null where it was inferred
 * @param preparedOn where the day it was prepared is said; null where it was inferred
 */
record Identified(
        ReturnIdentity identity,
        String templateVersion,
        List<Finding> noticed,
        @Nullable Said period,
        @Nullable Said preparedOn) {

    /** A value with its place. */
    record Said(String sheet, String cell, String found) {}

    Identified {
        noticed = List.copyOf(noticed);
    }

    static Identified unknown(List<Finding> reasons) {
        return new Identified(new ReturnIdentity.Unknown(reasons), "", List.of(), null, null);
    }
}
