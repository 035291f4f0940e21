package org.scrutineer.commentary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * What the role that answers for an indicator says of its figure for the whole organisation.
 *
 * @param role the id of the role it came from
 * @param figure the printed figure it was written for
 * @param byWhom an office
 * @param onTarget when the figure is expected to meet its target again
 */
public record Explanation(
        String indicator,
        String role,
        String figure,
        @Nullable String why,
        @Nullable String action,
        @Nullable String byWhom,
        @Nullable LocalDate byWhen,
        @Nullable ReportingPeriod onTarget) {

    /** Whether it says anything; one that was sent back as it was asked for does not. */
    boolean saysWhy() {
        return why != null;
    }
}
