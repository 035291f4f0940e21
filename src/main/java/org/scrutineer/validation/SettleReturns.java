package org.scrutineer.validation;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Supersession;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Decides which returns count, once all have their verdict: of several accepted attempts of a team for a period, the
 * one prepared last. Two prepared on the same day are for a person to decide, and until then the earlier one counts. Of
 * what offices say of figures the one received last counts: their words may change several times a day, and are no records.
 */
class SettleReturns implements Tasklet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final FrozenReturns frozen;
    private final Submissions submissions;
    private final Supersession supersession;
    private final Amendments amendments;
    private final Predicate<String> saidByOffices;
    private final Restoring segments;

    /** Makes the rows of a return that counts whole again, should they be damaged. */
    @FunctionalInterface
    interface Restoring {
        void restore(Submission submission) throws IOException;
    }

    /** @param saidByOffices whether returns of a type are sent by those who answer for indicators */
    SettleReturns(
            FrozenReturns frozen,
            Submissions submissions,
            Supersession supersession,
            Amendments amendments,
            Predicate<String> saidByOffices,
            Restoring segments) {
        this.saidByOffices = saidByOffices;
        this.frozen = frozen;
        this.submissions = submissions;
        this.supersession = supersession;
        this.amendments = amendments;
        this.segments = segments;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        int run = RunKey.of(context.getStepContext().getJobParameters()).number();
        Map<List<Object>, Submission> counting = new LinkedHashMap<>();
        for (Submissions.Checked checked : frozen.of(run)) {
            if (checked.verdict() != null && checked.verdict().isAccepted() && !checked.superseded()) {
                Submission newer = checked.submission();
                List<Object> what = List.of(newer.returnType(), newer.team(), newer.period());
                Submission older = counting.get(what);
                if (older != null
                        && older.preparedOn().equals(newer.preparedOn())
                        && !saidByOffices.test(newer.returnType())) {
                    submissions.hold(newer, tie(newer, older));
                } else {
                    if (older != null) {
                        supersession.supersede(older, newer);
                        for (Amendment amendment : amendments.of(older)) {
                            submissions.tell(newer, AmendmentFindings.lapsed(amendment, newer, older));
                        }
                        if (frozen.countedBefore(run, newer) && !frozen.countedBefore(run, older)) {
                            supersession.tellPreparedEarlier(older, newer);
                        }
                    }
                    counting.put(what, newer);
                }
            }
        }
        for (Submission submission : counting.values()) {
            segments.restore(submission);
        }
        frozen.count(run, new ArrayList<>(counting.values()));
        return RepeatStatus.FINISHED;
    }

    private static Finding tie(Submission newer, Submission older) {
        return new Finding(
                "prepared-on-same-day",
                Severity.WARNING,
                newer.fileName(),
                "Return",
                null,
                DAY.format(newer.preparedOn()),
                "a later date than that of " + older.fileName() + ", which was prepared on the same day and counts",
                "Raise Prepared on in the return that should count, and send it again.");
    }
}
