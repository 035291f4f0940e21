package org.scrutineer.answers;

import java.util.List;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;

/** Tells how what is wrong with a return stands to what the team sent before. */
public interface SinceLastTime {

    /**
     * @param lines sentences for the top of the list, e.g. {@code Of 5 things to correct last time 3 are put right.}
     * @param beside for each finding a few words such as {@code Still wrong, third month}, blank where there are none;
     *     in the order of the findings
     */
    record Comparison(List<String> lines, List<String> beside) {

        public Comparison {
            lines = List.copyOf(lines);
            beside = List.copyOf(beside);
        }
    }

    /** @param findings of the return, as the ledger has them: all, and in its order */
    Comparison compare(Submission submission, List<Finding> findings);
}
