package org.scrutineer.console;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.Finding;
import org.scrutineer.pipeline.ReportedDiscrepancy;
import org.scrutineer.pipeline.ReportedFinding;
import org.scrutineer.reconciliation.Discrepancy;
import org.scrutineer.workbook.ListWorkbook;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;

/** Findings and questions across returns as a list, a line each. */
final class FindingsRows {

    /** @param name as files of data call it */
    private record Field(String name, String title, int width) {}

    private static final List<Field> FIELDS = List.of(
            new Field("kind", "Kind", 12),
            new Field("period", "Period", 10),
            new Field("team", "Team", 28),
            new Field("return_type", "Return type", 18),
            new Field("file", "File", 40),
            new Field("verdict", "Verdict", 18),
            new Field("severity", "Severity", 11),
            new Field("rule", "Rule", 24),
            new Field("sheet", "Sheet", 22),
            new Field("cell", "Cell", 9),
            new Field("found", "Found", 40),
            new Field("expected", "Expected", 40),
            new Field("remedy", "What to do", 44),
            new Field("also", "Also", 20),
            new Field("waiver", "Waiver", 24),
            new Field("months", "Months running", 10),
            new Field("since_last_attempt", "Since last attempt", 14));

    private FindingsRows() {}

    static String[] names() {
        return FIELDS.stream().map(Field::name).toArray(String[]::new);
    }

    /** Texts are as they are; a number is one. */
    static Stream<List<Cell>> of(List<ReportedFinding> findings, List<ReportedDiscrepancy> acrossReturns) {
        return Stream.concat(
                findings.stream().map(FindingsRows::row), acrossReturns.stream().map(FindingsRows::row));
    }

    /** @param author the organisation */
    static ListWorkbook workbook(
            List<ReportedFinding> findings, List<ReportedDiscrepancy> acrossReturns, String author) {
        return new ListWorkbook(
                "Findings: what teams have to correct or confirm",
                author,
                "Findings",
                List.of(
                        "One table: a line for each finding, and for each question that only shows across returns. An empty"
                                + " cell means that there is nothing to say.",
                        "It quotes what stands in returns, and so holds personal data: keep it within the organisation."),
                "findings",
                FIELDS.stream()
                        .map(field -> new Header(field.title(), field.width()))
                        .toList(),
                () -> of(findings, acrossReturns).iterator());
    }

    private static List<Cell> row(ReportedFinding reported) {
        Finding finding = reported.finding();
        return List.of(
                text(reported.kind()),
                text(reported.period() == null ? null : reported.period().toString()),
                text(reported.team()),
                text(reported.returnType()),
                text(finding.file()),
                text(reported.state()),
                text(finding.severity().name().toLowerCase(Locale.ROOT)),
                text(finding.rule()),
                text(finding.sheet()),
                text(finding.cell()),
                text(finding.found()),
                text(finding.expected()),
                text(finding.remedy()),
                text(finding.also().stream()
                        .map(place -> place.sheet() + "!" + place.cell())
                        .collect(Collectors.joining(", "))),
                text(finding.waiver()),
                number(reported.months()),
                text(
                        reported.history() == null || reported.history().since() == null
                                ? null
                                : reported.history().since().words()));
    }

    private static List<Cell> row(ReportedDiscrepancy reported) {
        Discrepancy discrepancy = reported.discrepancy();
        Discrepancy.@Nullable Place first =
                discrepancy.places().isEmpty() ? null : discrepancy.places().get(0);
        return List.of(
                text(ReportedDiscrepancy.KIND),
                text(reported.period().toString()),
                text(String.join(", ", reported.teams())),
                text(null),
                text(first == null ? null : first.file()),
                text(null),
                text(discrepancy.severity().name().toLowerCase(Locale.ROOT)),
                text(discrepancy.rule()),
                text(first == null ? null : first.sheet()),
                text(first == null ? null : first.cell()),
                text(discrepancy.found()),
                text(discrepancy.expected()),
                text(discrepancy.remedy()),
                text(discrepancy.places().stream()
                        .skip(1)
                        .map(Discrepancy.Place::words)
                        .collect(Collectors.joining("; "))),
                text(null),
                number(null),
                text(null));
    }

    private static Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? new Cell.Empty() : new Cell.Text(text);
    }

    private static Cell number(@Nullable Integer number) {
        return number == null ? new Cell.Empty() : new Cell.Number(BigDecimal.valueOf(number), 0);
    }
}
