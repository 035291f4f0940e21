package org.scrutineer.pipeline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.KeptOutRows.KeptOut;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Verdict;
import org.scrutineer.rendering.Rendition;

/**
 * How a period stands.
 *
 * @param expected how many returns are due from all teams
 * @param missing the teams, with the type of return, none of whose returns is accepted or waiting
 * @param expectedReturns the same return by return, in the catalogue's order
 * @param returns every return received for the period, refused ones too
 * @param cells those of all returns of the period that have a verdict
 * @param byFormerDefinitions how many returns were read and judged by definitions that have changed since
 * @param figures how many values the newest finished run calculated
 * @param renditions what became of this run's papers when they were to be made into PDF
 * @param keptOut the indicators that this run's returns had rows kept out of
 */
public record PeriodStatus(
        ReportingPeriod period,
        int expected,
        int received,
        List<String> missing,
        List<ExpectedReturn> expectedReturns,
        List<ReturnStatus> returns,
        Rows rows,
        CellCount cells,
        int byFormerDefinitions,
        Optional<Run> newestRun,
        int figures,
        List<KeptOut> keptOut,
        List<Path> workbooks,
        List<Rendition> renditions) {

    static final String SUPERSEDED = "superseded";

    public PeriodStatus {
        missing = List.copyOf(missing);
        expectedReturns = List.copyOf(expectedReturns);
        returns = List.copyOf(returns);
        keptOut = List.copyOf(keptOut);
        workbooks = List.copyOf(workbooks);
        renditions = List.copyOf(renditions);
    }

    /**
     * A return that a team owes.
     *
     * @param due the last day on which it is in time
     * @param preparedOn of the first attempt that was not refused; empty where there is none
     * @param workingDaysLate from the deadline to that day; 0 where it was in time, is missing, or came on the weekend
     *     after the deadline
     * @param workingDaysLeft from today to the deadline; below 0 once that has passed
     */
    public record ExpectedReturn(
            String teamId,
            String team,
            String returnType,
            LocalDate due,
            Optional<LocalDate> preparedOn,
            int workingDaysLate,
            int workingDaysLeft) {

        public boolean isMissing() {
            return preparedOn.isEmpty();
        }

        public boolean isLate() {
            return preparedOn.filter(day -> day.isAfter(due)).isPresent();
        }

        /** For people, e.g. {@code Finance (finance)}. */
        public String title() {
            return team + " (" + returnType + ")";
        }
    }

    /**
     * A return that was received.
     *
     * @param number of it in the ledger
     * @param state its verdict, {@code superseded}, or {@code waiting} where it has none yet
     * @param answer what is said of it in answer to a correction; null for a first attempt
     * @param toCorrect what its sender has to put right or look at, worst first; hints left out, and of a superseded return
     *     all but what happened after
     */
    public record ReturnStatus(
            long number,
            String fileName,
            String teamId,
            String team,
            String returnType,
            String state,
            @Nullable String answer,
            List<Finding> toCorrect) {

        public ReturnStatus {
            toCorrect = List.copyOf(toCorrect);
        }

        /** Whether another attempt has taken its place. */
        public boolean isSuperseded() {
            return state.equals(SUPERSEDED);
        }

        /** Whether it is what its team was to send. */
        public boolean answers(ExpectedReturn expected) {
            return teamId.equals(expected.teamId()) && returnType.equals(expected.returnType());
        }

        boolean is(Verdict verdict) {
            return state.equals(verdict.id());
        }
    }

    /** The rows of all returns of the period that have a verdict. */
    public record Rows(long read, long accepted, long refused, long blank) {}

    /** How many returns have this verdict and count, or would. */
    public long count(Verdict verdict) {
        return returns.stream().filter(entry -> entry.is(verdict)).count();
    }

    /** The returns that somebody has to correct. */
    public List<ReturnStatus> toCorrect() {
        return returns.stream().filter(entry -> !entry.toCorrect().isEmpty()).toList();
    }

    /** How many things there are to correct or confirm in what came of an expected return. */
    public int toCorrect(ExpectedReturn expected) {
        return toCorrect().stream()
                .filter(entry -> entry.answers(expected))
                .mapToInt(entry -> entry.toCorrect().size())
                .sum();
    }
}
