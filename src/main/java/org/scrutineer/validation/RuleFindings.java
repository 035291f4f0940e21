package org.scrutineer.validation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.catalogue.Waiver;
import org.scrutineer.intake.CellPlace;
import org.scrutineer.intake.DatasetReading;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RuleBreach;
import org.scrutineer.records.StagedReturn;

/** Makes findings of the rules a return breaks, each with every cell it is about, and waives those it may. */
final class RuleFindings {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Submission submission;
    private final Map<String, DatasetReading> readings = new LinkedHashMap<>();
    private final List<Waiver> waivers;
    private final Set<Waiver> expired = new LinkedHashSet<>();

    RuleFindings(Submission submission, List<DatasetReading> readings, List<Waiver> waivers) {
        this.submission = submission;
        readings.forEach(reading -> this.readings.put(reading.dataset().id(), reading));
        this.waivers = waivers;
    }

    Finding of(RowRule rule, StagedReturn.Breach breach, DatasetReading reading) {
        String column = rule.cell() != null
                ? rule.cell()
                : breach.values().keySet().stream().findFirst().orElse("");
        String found = breach.values().size() == 1
                ? breach.values().values().iterator().next()
                : breach.values().entrySet().stream()
                        .map(value -> reading.header(value.getKey()) + " " + orBlank(value.getValue()))
                        .collect(Collectors.joining(", "));
        List<CellPlace> also = breach.values().keySet().stream()
                .filter(other -> !other.equals(column) && reading.columns().containsKey(other))
                .map(other -> new CellPlace(reading.sheet(), reading.cell(other, breach.row())))
                .toList();
        return new Finding(
                rule.id(),
                rule.severity(),
                submission.fileName(),
                reading.sheet(),
                reading.cell(column, breach.row()),
                found,
                "otherwise: " + rule.say(),
                rule.remedy(),
                also,
                waiver(rule.id(), reading.dataset().id()));
    }

    Finding of(CrossRule rule, RuleBreach breach) {
        RuleBreach.Cell first = breach.cells().get(0);
        DatasetReading reading = reading(first);
        return new Finding(
                rule.id(),
                rule.severity(),
                submission.fileName(),
                reading.sheet(),
                reading.cell(first.column(), first.row()),
                rule.per().isPresent() ? ofGroup(breach) : ofPair(breach),
                "otherwise: " + rule.say(),
                rule.remedy(),
                breach.cells().stream()
                        .skip(1)
                        .filter(cell -> reading(cell).columns().containsKey(cell.column()))
                        .map(cell -> new CellPlace(
                                reading(cell).sheet(), reading(cell).cell(cell.column(), cell.row())))
                        .toList(),
                waiver(rule.id(), rule.over()));
    }

    private DatasetReading reading(RuleBreach.Cell cell) {
        DatasetReading reading = readings.get(cell.dataset());
        if (reading == null) {
            throw new IllegalStateException("dataset " + cell.dataset() + " was asked about and not read");
        }
        return reading;
    }

    /** The values of the rows that stand side by side, e.g. {@code Plan start date 3 Dec 2018}. */
    private String ofPair(RuleBreach breach) {
        return breach.cells().size() == 1
                ? breach.cells().get(0).value()
                : breach.cells().stream()
                        .map(cell -> reading(cell).header(cell.column()) + " " + orBlank(cell.value()))
                        .collect(Collectors.joining(", "));
    }

    /** The value all rows of the group share, if they do, and how many rows they are. */
    private static String ofGroup(RuleBreach breach) {
        Set<String> values = breach.cells().stream()
                .map(RuleBreach.Cell::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        int rows = breach.cells().size();
        String counted = rows == 1 ? "1 row" : rows + " rows";
        return values.size() == 1 ? values.iterator().next() + ", " + counted : counted;
    }

    private static String orBlank(String value) {
        return value.isEmpty() ? "blank" : value;
    }

    private @Nullable String waiver(String rule, String dataset) {
        String sentence = null;
        for (Waiver waiver : waivers) {
            if (waiver.concerns(rule, submission.team(), dataset)) {
                if (waiver.isInForce(submission.period())) {
                    sentence = "Waived until " + DAY.format(waiver.expires()) + " by " + waiver.owner() + ": "
                            + waiver.reason() + ".";
                } else {
                    expired.add(waiver);
                }
            }
        }
        return sentence;
    }

    /** What is told of the waivers that would have helped, had they not expired. */
    List<Finding> ofExpiredWaivers() {
        var findings = new ArrayList<Finding>();
        for (Waiver waiver : expired) {
            findings.add(new Finding(
                    "waiver-expired",
                    Severity.INFO,
                    submission.fileName(),
                    null,
                    null,
                    waiver.rule(),
                    "no waiver that has expired; that of " + waiver.owner() + " ended on "
                            + DAY.format(waiver.expires()) + " and applies no more",
                    "Correct what the rule finds, or agree on a new waiver with " + waiver.owner() + "."));
        }
        return findings;
    }
}
