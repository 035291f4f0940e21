package org.scrutineer.templates;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.workbook.OutputWorkbook;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The sheet of a template that says what goes into each column, what is checked, and when the return is due. */
final class TemplateGuidance {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Catalogue catalogue;
    private final ReturnType type;
    private final Sender sender;
    private final @Nullable ReportingPeriod period;
    private final List<Dataset> datasets;

    TemplateGuidance(
            Catalogue catalogue,
            ReturnType type,
            Sender sender,
            @Nullable ReportingPeriod period,
            List<Dataset> datasets) {
        this.catalogue = catalogue;
        this.type = type;
        this.sender = sender;
        this.period = period;
        this.datasets = List.copyOf(datasets);
    }

    OutputWorkbook.Sheet sheet() {
        var tables = new ArrayList<Table>();
        datasets.forEach(dataset -> tables.add(columns(dataset)));
        List<List<Cell>> rules = rules();
        if (!rules.isEmpty()) {
            tables.add(new Table(
                    "guide_rules",
                    "What is checked across cells, rows and sheets",
                    List.of(
                            new Header("Sheet", 34),
                            new Header("Effect", 14),
                            new Header("It is told where", 62),
                            new Header("What to do", 40)),
                    rules));
        }
        return new OutputWorkbook.Sheet(
                ReturnType.GUIDANCE, "How to fill in this return", lines(tables.size()), tables);
    }

    private List<Line> lines(int tables) {
        String sheets =
                datasets.stream().map(dataset -> dataset.sheets().get(0)).collect(Collectors.joining(", "));
        return List.of(
                paragraph("This is the " + type.name() + " of " + sender.name() + ", template version "
                        + type.templateVersions().get(0) + ". Fill in the sheet Return and "
                        + (datasets.size() == 1 ? "the sheet " : "the sheets ") + sheets + "."),
                paragraph(due()),
                paragraph(
                        "If a sheet has nothing to report, leave it empty and name it on the sheet Return. Put nothing"
                                + " into cells that are not known; do not type 0 for them."),
                paragraph("A row with an error in it is kept out of the figures until it is corrected. Correct it here,"
                        + " raise Prepared on, and send the workbook again; it takes the place of the one before."),
                paragraph("Questions: " + catalogue.organisation().contact() + "."),
                paragraph(
                        "Below " + (tables == 1 ? "is 1 table" : "are " + tables + " tables") + ", one below the other."
                                + " What can be chosen in a cell is on the sheet " + ReturnType.LISTS + "."));
    }

    private String due() {
        if (type.isSentAtWill()) {
            return "It is sent whenever there is something to send.";
        }
        if (period == null) {
            Integer own = type.terms().deadlineWorkingDays();
            return "It is due on working day "
                    + (own == null ? catalogue.calendar().deadlineWorkingDays() : own)
                    + " after the end of the month it is about.";
        }
        return "It is about " + period.title() + ", and due by " + DAY.format(catalogue.deadline(type, period)) + ".";
    }

    /** What a row of a dataset stands for. */
    static String rows(Dataset dataset) {
        String each = "One row for each "
                + dataset.key().stream()
                        .map(name ->
                                dataset.column(name).orElseThrow().headers().get(0))
                        .collect(Collectors.joining(" and "))
                + ": ";
        if (dataset.kind() == Dataset.Kind.SNAPSHOT) {
            return each + "how things stand on the last day of the month.";
        }
        String header = dataset.column(Objects.requireNonNull(dataset.eventDate()))
                .orElseThrow()
                .headers()
                .get(0);
        return each + "all with " + header + " in "
                + (dataset.monthsCovered() == 1
                        ? "the month"
                        : "the " + dataset.monthsCovered() + " months that end with the month")
                + (dataset.column(dataset.eventDate()).orElseThrow().required()
                        ? "."
                        : ", and those still without one.");
    }

    private static Table columns(Dataset dataset) {
        return new Table(
                "guide_" + dataset.id(),
                "Sheet " + dataset.sheets().get(0) + ". " + rows(dataset),
                List.of(
                        new Header("Column", 34),
                        new Header("Needed", 14),
                        new Header("What it means", 62),
                        new Header("What to enter", 40),
                        new Header("Where there is none", 40)),
                dataset.columns().stream()
                        .map(column -> List.<Cell>of(
                                new Cell.Text(column.headers().get(0)),
                                new Cell.Text(column.required() ? "Required" : "If known"),
                                new Cell.Text(Objects.requireNonNullElse(column.about(), "As its name says.")),
                                new Cell.Text(sentence(column.expected())),
                                new Cell.Text(
                                        column.required()
                                                ? "The row cannot count."
                                                : whereNone(column).isEmpty()
                                                        ? "Leave the cell empty."
                                                        : whereNone(column))))
                        .toList());
    }

    /** What may be typed instead of leaving a cell empty; empty where nothing may. */
    static String whereNone(Column column) {
        return column.blanks().isEmpty()
                ? ""
                : "If there is none, leave the cell empty or enter "
                        + column.blanks().get(0) + ".";
    }

    /** Words that follow "expected", as a sentence of their own. */
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1) + ".";
    }

    private List<List<Cell>> rules() {
        var rows = new ArrayList<List<Cell>>();
        for (Dataset dataset : datasets) {
            for (RowRule rule : dataset.rules()) {
                rows.add(rule(dataset.sheets().get(0), rule.severity(), rule.say(), rule.remedy()));
            }
        }
        for (CrossRule rule : type.rules()) {
            List<String> sheets = datasets.stream()
                    .filter(dataset -> rule.datasets().contains(dataset.id()))
                    .map(dataset -> dataset.sheets().get(0))
                    .toList();
            if (sheets.size() == rule.datasets().size()) {
                rows.add(rule(String.join(" and ", sheets), rule.severity(), rule.say(), rule.remedy()));
            }
        }
        return rows;
    }

    private static List<Cell> rule(String sheet, Severity severity, String say, String remedy) {
        return List.of(
                new Cell.Text(sheet),
                new Cell.Text(effect(severity)),
                new Cell.Text(sentence(say)),
                new Cell.Text(remedy));
    }

    private static String effect(Severity severity) {
        return switch (severity) {
            case BLOCK -> "The return is refused";
            case ERROR -> "The row is kept out";
            case WARNING -> "The row counts; look at it";
            case QUERY -> "The row counts; confirm it";
            case INFO -> "None";
        };
    }

    private static Line paragraph(String text) {
        return new Line.Paragraph(text);
    }
}
