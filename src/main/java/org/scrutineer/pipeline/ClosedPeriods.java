package org.scrutineer.pipeline;

import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.DeletedReturns;
import org.springframework.stereotype.Component;

/**
 * Periods that nothing is run of any more, as returns their figures were made from were deleted by a rule: a run over those
 * that are left would take back what was published.
 */
@Component
class ClosedPeriods {

    private final Runs runs;
    private final DeletedReturns deleted;

    ClosedPeriods(Runs runs, DeletedReturns deleted) {
        this.runs = runs;
        this.deleted = deleted;
    }

    /** Why nothing is run, as a clause; nothing where a run can be made. */
    Optional<String> why(ReportingPeriod period) {
        return runs.newest(period).flatMap(run -> deleted.whyNotAgain(run.number()));
    }

    /** What there is to say of something new for such a period, in whole sentences; nothing where a run can be made of it. */
    Optional<String> sentence(ReportingPeriod period) {
        return why(period)
                .map(why -> period.title() + " has something new and is not run, as " + why
                        + ". What was published stays as it is, and the new return counts for nothing. Take it out of the"
                        + " input folder; its copy goes by the rule that took the others, with the command retention.");
    }
}
