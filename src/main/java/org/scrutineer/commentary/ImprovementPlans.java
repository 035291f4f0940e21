package org.scrutineer.commentary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.Window;
import org.springframework.stereotype.Component;

/** Reads improvement plans from the rows of the returns that count. */
@Component
public class ImprovementPlans {

    private final Catalogue catalogue;
    private final CountedRows rows;

    ImprovementPlans(Catalogue catalogue, CountedRows rows) {
        this.catalogue = catalogue;
        this.rows = rows;
    }

    /**
     * The actions of a period, in the order of the returns and of their rows; none where no plan was sent.
     *
     * @param counted the returns that count for the period, oldest first
     * @throws IllegalStateException where rows are not those that were sealed
     */
    public List<PlannedAction> of(List<Submission> counted, ReportingPeriod period) {
        Set<String> types = catalogue.returnTypes().stream()
                .filter(type -> type.datasets().stream()
                        .anyMatch(dataset -> dataset.purpose() == Dataset.Purpose.IMPROVEMENT_ACTIONS))
                .map(ReturnType::id)
                .collect(Collectors.toSet());
        List<Submission> plans = counted.stream()
                .filter(submission -> types.contains(submission.returnType())
                        && submission.period().equals(period))
                .toList();
        if (plans.isEmpty()) {
            return List.of();
        }
        try (RecordSet records = rows.open(plans, period)) {
            return read(records, period);
        }
    }

    List<PlannedAction> read(RecordSet records, ReportingPeriod period) {
        var actions = new ArrayList<PlannedAction>();
        for (Dataset dataset : catalogue.datasets(Dataset.Purpose.IMPROVEMENT_ACTIONS)) {
            actions.addAll(records.query(
                    "select reference, action, state, due, indicator, progress from " + dataset.id()
                            + " order by submission, sheet_row",
                    Window.of(period),
                    row -> new PlannedAction(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            code(row.getString(5), period),
                            row.getString(6))));
        }
        return actions;
    }

    private @Nullable String code(@Nullable String written, ReportingPeriod period) {
        return written == null
                ? null
                : catalogue.indicators(period).stream()
                        .map(Indicator::id)
                        .filter(id -> Names.same(id, written))
                        .findFirst()
                        .orElse(null);
    }
}
