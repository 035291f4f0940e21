package org.scrutineer.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a team, or everybody, need not keep for a while: what it finds is told and put up with.
 *
 * @param rule the id of a rule of a return type
 * @param team the id of the team it is for; null for all
 * @param dataset the dataset it is for; null for all that have the rule
 * @param reason why, as a clause
 * @param owner the role that answers for it
 * @param expires its last day; a return for a period that ends later is checked as if it did not exist
 */
public record Waiver(
        String rule,
        @Nullable String team,
        @Nullable String dataset,
        String reason,
        String owner,
        LocalDate expires,
        Place place) {

    /** Whether it is about a finding of this rule in a team's dataset, expired or not. */
    public boolean concerns(String ruleId, String teamId, String datasetId) {
        return rule.equals(ruleId)
                && (team == null || team.equals(teamId))
                && (dataset == null || dataset.equals(datasetId));
    }

    public boolean isInForce(ReportingPeriod period) {
        return !period.lastDay().isAfter(expires);
    }
}
