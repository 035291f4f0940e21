package org.scrutineer.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A return as it was sent before its correction: assessments without their authorisation or worker, decisions not
 * entered, and two assessments that were another team's. Whoever counts it gets other figures.
 */
final class FirstAttempt {

    private final ChildIds ids;

    FirstAttempt(ChildIds ids) {
        this.ids = ids;
    }

    List<DataSheet> of(List<DataSheet> corrected) {
        return corrected.stream()
                .map(sheet -> switch (sheet.layout().name()) {
                    case "Referrals" -> new DataSheet(sheet.layout(), referrals(sheet.rows()));
                    case "Assessments" -> new DataSheet(sheet.layout(), assessments(sheet.rows()));
                    default -> sheet;
                })
                .toList();
    }

    private static List<Row> referrals(List<Row> corrected) {
        List<Row> rows = copies(corrected);
        rows.stream()
                .filter(has("decided"))
                .limit(3)
                .forEach(row -> row.day("decided", null).answer("no_further_action", null));
        return rows;
    }

    private List<Row> assessments(List<Row> corrected) {
        List<Row> rows = copies(corrected);
        List<Row> allocated = rows.stream()
                .filter(has("authorised").negate())
                .filter(row -> row.entry("worker").orElseThrow() instanceof Entry.Text)
                .limit(4)
                .toList();
        allocated.subList(0, 2).forEach(row -> row.worker(null));
        rows.stream()
                .filter(has("authorised"))
                .limit(3)
                .forEach(row -> row.day("authorised", null).code("outcome", null));
        allocated.subList(2, 4).forEach(row -> rows.add(row.copy().text("child", ids.next())));
        return rows;
    }

    private static Predicate<Row> has(String column) {
        return row -> row.entry(column).isPresent();
    }

    private static List<Row> copies(List<Row> rows) {
        return new ArrayList<>(rows.stream().map(Row::copy).toList());
    }
}
