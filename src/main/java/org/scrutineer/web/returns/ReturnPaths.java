package org.scrutineer.web.returns;

import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Submission;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the pages of returns are. */
public final class ReturnPaths {

    private ReturnPaths() {}

    /** @param number of the return in the ledger */
    public static String of(String team, ReportingPeriod period, long number) {
        return UriComponentsBuilder.newInstance()
                .pathSegment("returns", team, period.toString(), Long.toString(number))
                .encode()
                .toUriString();
    }

    public static String of(Submission submission) {
        return of(submission.team(), submission.period(), submission.id());
    }
}
