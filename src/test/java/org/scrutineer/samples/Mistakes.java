package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.FormulaError;

/** Rows a team got wrong, added to the right ones: each is refused for one reason, so that no figure changes. */
final class Mistakes {

    private final ChildIds ids;
    private final LocalDate end;

    Mistakes(MonthPlan plan, ChildIds ids) {
        this.ids = ids;
        this.end = plan.period().lastDay();
    }

    List<DataSheet> addTo(List<DataSheet> sheets) {
        return sheets.stream().map(this::addTo).toList();
    }

    private DataSheet addTo(DataSheet sheet) {
        return switch (sheet.layout().name()) {
            case "Children in need" -> with(sheet, childrenInNeed());
            case "Child protection" -> with(sheet, childProtection());
            case "Children in care" -> with(sheet, childrenInCare());
            case "Started in care" -> with(sheet, startedInCare());
            case "Left care" -> with(sheet, leftCare());
            case "Missing episodes" -> with(sheet, missingEpisodes());
            case "Supervision" -> aWorkerTwice(sheet);
            default -> sheet;
        };
    }

    private List<UnaryOperator<Row>> childrenInNeed() {
        return List.of(
                row -> row.typed("last_seen", "not yet"),
                row -> row.day("last_seen", end.plusDays(14)),
                row -> row.day("closed", end.minusDays(12)).day("started", end.minusDays(3)),
                row -> row.typed("authority", "Peterborough"),
                row -> row.text("child", null));
    }

    private List<UnaryOperator<Row>> childProtection() {
        return List.of(
                row -> row.day("started", end.minusDays(20))
                        .day("ended", end.minusDays(200))
                        .day("latest_review", null),
                row -> row.excelError("last_visit", FormulaError.REF),
                row -> row.typed("category", "Emotional and neglect"));
    }

    private List<UnaryOperator<Row>> childrenInCare() {
        return List.of(
                row -> row.typed("started", "not yet known"),
                row -> row.day("started", end.plusDays(12)),
                row -> row.typed("placement", "Kinship carers"),
                row -> row.text("child", null),
                row -> row.number("placements", 0),
                row -> row.excelError("last_dental", FormulaError.REF));
    }

    private List<UnaryOperator<Row>> startedInCare() {
        return List.of(
                row -> row.day("started", end.plusDays(8)).day("assessed", null),
                row -> row.day("started", end.minusDays(60)).day("assessed", end.minusDays(71)));
    }

    private List<UnaryOperator<Row>> leftCare() {
        return List.of(row -> row.day("started", end.minusDays(20)).day("ceased", end.minusDays(50)));
    }

    private List<UnaryOperator<Row>> missingEpisodes() {
        return List.of(row -> row.moment("went_missing", end.minusDays(4).atTime(20, 15))
                .moment("returned", end.minusDays(5).atTime(8, 30)));
    }

    /** Each mistake is made in the record of another child, between the right rows. */
    private DataSheet with(DataSheet sheet, List<UnaryOperator<Row>> mistakes) {
        var rows = new ArrayList<>(sheet.rows());
        if (rows.isEmpty()) {
            return sheet;
        }
        for (int i = 0; i < mistakes.size(); i++) {
            int place = (i * 37 + 11) % rows.size();
            Row wrong = sheet.rows().get(i % sheet.rows().size()).copy().text("child", ids.next());
            rows.add(place, mistakes.get(i).apply(wrong));
        }
        var withMistakes = new DataSheet(sheet.layout(), rows);
        return sheet.layout().name().equals("Children in need") ? aClosedCaseTwice(withMistakes) : withMistakes;
    }

    /** A case that is closed counts nowhere, so the figures do not depend on which of the two rows is refused. */
    private DataSheet aClosedCaseTwice(DataSheet sheet) {
        var rows = new ArrayList<>(sheet.rows());
        Row closed = rows.stream()
                .filter(row -> row.entry("closed")
                        .filter(entry -> ((Entry.Day) entry).date().isBefore(end.minusDays(20)))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        rows.add(closed.copy().day("closed", end.minusDays(15)));
        return new DataSheet(sheet.layout(), rows);
    }

    /** The same holds for somebody for whom no supervision is due. */
    private static DataSheet aWorkerTwice(DataSheet sheet) {
        var rows = new ArrayList<>(sheet.rows());
        Row away = rows.stream()
                .filter(row ->
                        row.entry("due").filter(new Entry.Answer(false)::equals).isPresent())
                .findFirst()
                .orElseThrow();
        rows.add(away.copy().day("supervised", null));
        return new DataSheet(sheet.layout(), rows);
    }
}
