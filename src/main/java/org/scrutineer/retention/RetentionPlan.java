package org.scrutineer.retention;

import java.time.LocalDate;
import java.util.List;
import org.scrutineer.catalogue.RetentionRule;
import org.scrutineer.catalogue.RetentionRule.What;

/**
 * What rules take today, and what they do not.
 *
 * @param due by rule, in the catalogue's order
 * @param longer what a rule would take if figures did not need it
 * @param withoutRule what is held and no rule is about
 * @param notices what else to know, in whole sentences
 */
public record RetentionPlan(List<Due> due, List<Longer> longer, List<What> withoutRule, List<String> notices) {

    public RetentionPlan {
        due = List.copyOf(due);
        longer = List.copyOf(longer);
        withoutRule = List.copyOf(withoutRule);
        notices = List.copyOf(notices);
    }

    /**
     * A return that stays longer than its rule says.
     *
     * @param keptUntil the last day on which its rows are needed
     * @param because what needs them, as a clause
     */
    public record Longer(RetentionRule rule, String title, LocalDate keptUntil, String because) {}
}
