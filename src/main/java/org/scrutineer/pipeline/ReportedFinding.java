package org.scrutineer.pipeline;

import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.intake.Finding;

/**
 * A finding with the return it is about.
 *
 * @param period null where the file could not be told for a return, as team and return type
 * @param team its name
 * @param returnType its id
 * @param state the return's verdict, {@code superseded}, or {@code waiting} where it has none yet
 * @param history what came before it; null where it needs no action, or its return has not been compared yet
 * @param answer what is said of the whole return in answer to a correction; null for a first attempt
 */
public record ReportedFinding(
        @Nullable ReportingPeriod period,
        @Nullable String team,
        @Nullable String returnType,
        String state,
        Finding finding,
        Comparison.@Nullable History history,
        @Nullable String answer) {

    /** Where it was found, as lists name it: {@code return}, or {@code file} where that could not be told for one. */
    public String kind() {
        return period == null ? "file" : "return";
    }

    /** For how many months running the team's return has had the problem; at least 1. */
    public int months() {
        return history == null ? 1 : history.months();
    }
}
