package org.scrutineer.intake;

import java.util.Map;
import java.util.Objects;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * Which run a step works for, as its job is told: the run's number identifies the job, the period goes with it.
 *
 * @param number of the run, from 1
 */
public record RunKey(int number, ReportingPeriod period) {

    public static final String NUMBER = "run";
    public static final String PERIOD = "period";

    /** Reads the parameters of a job. */
    public static RunKey of(Map<String, Object> jobParameters) {
        Object number = Objects.requireNonNull(jobParameters.get(NUMBER), "the job has no run number");
        Object period = Objects.requireNonNull(jobParameters.get(PERIOD), "the job has no period");
        return new RunKey(
                Math.toIntExact((Long) number),
                ReportingPeriod.read((String) period).orElseThrow());
    }
}
