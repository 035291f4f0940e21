package org.scrutineer.pipeline;

import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * A whole year whose figures are to stay as a run has them.
 *
 * @param year as a person wrote it, e.g. {@code 2017-18}
 * @param name what it is printed under; {@code Outturn 2017-18} where none is given
 * @param run the run's number; where none is given, the newest finished run of {@code period} is meant
 */
public record YearToFreeze(
        String year, Optional<String> name, Optional<Integer> run, Optional<ReportingPeriod> period) {

    public YearToFreeze {
        if (run.isPresent() == period.isPresent()) {
            throw new IllegalArgumentException("a run or a period, one of them");
        }
    }
}
