package org.scrutineer.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.scrutineer.catalogue.ReportingPeriod;

/** Whose return a file is, as its {@code Return} sheet says. */
sealed interface ReturnIdentity {

    record Known(
            String returnType, String team, ReportingPeriod period, LocalDate preparedOn, Set<String> nothingToReport)
            implements ReturnIdentity {}

    /** @param findings why it cannot be told; all reasons at once */
    record Unknown(List<Finding> findings) implements ReturnIdentity {}
}
