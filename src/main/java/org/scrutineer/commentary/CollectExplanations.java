package org.scrutineer.commentary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.intake.CellPlace;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submission;
import org.scrutineer.reconciliation.Discrepancies;
import org.scrutineer.reconciliation.Discrepancy;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.Window;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Takes what roles have said of the period's figures, and reads it for claims the figures do not bear. */
class CollectExplanations implements Tasklet {

    static final String UNKNOWN = "explanation-of-no-figure";
    static final String NOT_THE_OWNER = "explanation-by-another-role";

    private final Catalogue catalogue;
    private final CountedRows rows;
    private final FrozenReturns frozen;
    private final MatchedColumns columns;
    private final Explanations explanations;
    private final FiguresInQuestion figures;
    private final Doubts doubts;
    private final Discrepancies discrepancies;

    CollectExplanations(
            Catalogue catalogue,
            CountedRows rows,
            FrozenReturns frozen,
            MatchedColumns columns,
            Explanations explanations,
            FiguresInQuestion figures,
            Doubts doubts,
            Discrepancies discrepancies) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.frozen = frozen;
        this.columns = columns;
        this.explanations = explanations;
        this.figures = figures;
        this.doubts = doubts;
        this.discrepancies = discrepancies;
    }

    /** An explanation with the row it came from. */
    private record Read(Submission submission, String dataset, int row, Explanation explanation) {}

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunKey key = RunKey.of(context.getStepContext().getJobParameters());
        List<Submission> counted = frozen.counted(key.number());
        var found = new ArrayList<Discrepancy>();
        Map<String, Read> kept = new LinkedHashMap<>();
        for (Read read : read(counted, key.period())) {
            indicator(read, key.period(), found)
                    .ifPresent(indicator -> kept.put(indicator.id(), named(read, indicator)));
        }
        explanations.replace(
                key.number(), kept.values().stream().map(Read::explanation).toList());
        Map<String, FigureInQuestion> inQuestion = new HashMap<>();
        if (!kept.isEmpty()) {
            figures.of(key.number(), key.period())
                    .forEach(figure -> inQuestion.put(figure.indicator().id(), figure));
        }
        kept.forEach((indicator, read) -> {
            FigureInQuestion figure = inQuestion.get(indicator);
            if (figure != null && figure.explanation().isPresent()) {
                found.addAll(
                        claims(read, doubts.of(key.number(), key.period(), figure, read.explanation()), indicator));
            }
        });
        discrepancies.replace(key.number(), Set.of(UNKNOWN, NOT_THE_OWNER, Doubts.CLAIM, Doubts.SMALL), found);
        return RepeatStatus.FINISHED;
    }

    private List<Read> read(List<Submission> counted, ReportingPeriod period) {
        Set<String> types = new HashSet<>();
        catalogue.returnTypes().stream()
                .filter(type ->
                        type.datasets().stream().anyMatch(dataset -> dataset.purpose() == Dataset.Purpose.COMMENTARY))
                .forEach(type -> types.add(type.id()));
        List<Submission> own = counted.stream()
                .filter(submission -> types.contains(submission.returnType())
                        && submission.period().equals(period))
                .toList();
        var read = new ArrayList<Read>();
        if (own.isEmpty()) {
            return read;
        }
        try (RecordSet records = rows.open(own, period)) {
            for (Dataset dataset : catalogue.datasets(Dataset.Purpose.COMMENTARY)) {
                read.addAll(records.query(
                        "select submission, sheet_row, indicator, figure, why, action, by_whom, by_when, on_target from "
                                + dataset.id() + " order by submission, sheet_row",
                        Window.of(period),
                        row -> new Read(
                                own.get(row.getInt(1)),
                                dataset.id(),
                                row.getInt(2),
                                new Explanation(
                                        row.getString(3),
                                        own.get(row.getInt(1)).team(),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getObject(8, LocalDate.class),
                                        Optional.ofNullable(row.getObject(9, LocalDate.class))
                                                .map(ReportingPeriod::containing)
                                                .orElse(null)))));
            }
        }
        return read;
    }

    /** The indicator it explains, if the role answers for it; a discrepancy if not. */
    private Optional<Indicator> indicator(Read read, ReportingPeriod period, List<Discrepancy> found) {
        String code = read.explanation().indicator();
        Optional<Indicator> indicator = catalogue.indicators(period).stream()
                .filter(one -> Names.same(one.id(), code))
                .findFirst();
        if (indicator.isEmpty()) {
            List<String> known =
                    catalogue.indicators(period).stream().map(Indicator::id).toList();
            found.add(discrepancy(
                    read,
                    UNKNOWN,
                    null,
                    "indicator",
                    code,
                    "the code of an indicator"
                            + Names.nearest(code, known)
                                    .map(near -> ", perhaps " + near)
                                    .orElse(""),
                    "Correct the code; the explanation is not printed until then."));
        } else if (!indicator.get().owner().equals(read.explanation().role())) {
            String owner = catalogue.organisation().senderName(indicator.get().owner());
            found.add(discrepancy(
                    read,
                    NOT_THE_OWNER,
                    indicator.get().id(),
                    "indicator",
                    code,
                    "an indicator that "
                            + catalogue
                                    .organisation()
                                    .senderName(read.explanation().role())
                            + " answers for; " + indicator.get().id() + " is " + owner + "'s",
                    "Have it sent by " + owner + "; it is not printed as it is."));
            return Optional.empty();
        }
        return indicator;
    }

    /** With the code as the catalogue writes it. */
    private static Read named(Read read, Indicator indicator) {
        Explanation said = read.explanation();
        return new Read(
                read.submission(),
                read.dataset(),
                read.row(),
                new Explanation(
                        indicator.id(),
                        said.role(),
                        said.figure(),
                        said.why(),
                        said.action(),
                        said.byWhom(),
                        said.byWhen(),
                        said.onTarget()));
    }

    private List<Discrepancy> claims(Read read, List<Doubt> doubts, String indicator) {
        return doubts.stream()
                .map(doubt -> discrepancy(
                        read, doubt.rule(), indicator, doubt.column(), doubt.words(), doubt.expected(), doubt.remedy()))
                .toList();
    }

    private Discrepancy discrepancy(
            Read read,
            String rule,
            @Nullable String indicator,
            String column,
            String text,
            String expected,
            String remedy) {
        Optional<CellPlace> place = columns.cell(read.submission(), read.dataset(), column, read.row());
        return new Discrepancy(
                rule,
                Severity.QUERY,
                indicator,
                List.of(read.submission().team()),
                place.stream()
                        .map(cell -> new Discrepancy.Place(read.submission().fileName(), cell.sheet(), cell.cell()))
                        .toList(),
                text,
                expected,
                remedy);
    }
}
