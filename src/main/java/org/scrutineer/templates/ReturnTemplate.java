package org.scrutineer.templates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.workbook.FormWorkbook;
import org.scrutineer.workbook.FormWorkbook.Check;
import org.scrutineer.workbook.FormWorkbook.Cover;
import org.scrutineer.workbook.FormWorkbook.Entry;
import org.scrutineer.workbook.FormWorkbook.Field;
import org.scrutineer.workbook.FormWorkbook.Format;
import org.scrutineer.workbook.FormWorkbook.Grid;

/** A sender's return of one type to fill in: its cover filled in, and a sheet for each of the datasets. */
final class ReturnTemplate {

    private static final String COVER = "Return";
    /** Excel counts the days before it wrongly. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    /** Of a column of texts where rows stand in the sheet already. */
    private static final int OF_SENTENCES = 36;

    private static final int WIDEST_CHOICE = 30;
    private static final int NARROWEST = 13;

    private final Catalogue catalogue;
    private final ReturnType type;
    private final Sender sender;
    private final @Nullable ReportingPeriod period;
    private final List<Dataset> datasets;
    private final Map<String, List<Map<String, String>>> rows;
    private final PickLists lists;

    /**
     * @param datasets those of the type that the sender fills
     * @param period null where it is left for the sender to enter
     * @param rows by dataset, what stands in its sheet already
     */
    ReturnTemplate(
            Catalogue catalogue,
            ReturnType type,
            Sender sender,
            List<Dataset> datasets,
            @Nullable ReportingPeriod period,
            Map<String, List<Map<String, String>>> rows) {
        this.catalogue = catalogue;
        this.type = type;
        this.sender = sender;
        this.period = period;
        this.datasets = List.copyOf(datasets);
        this.rows = Map.copyOf(rows);
        this.lists = new PickLists(datasets);
    }

    FormWorkbook form() {
        return form("", "");
    }

    /**
     * @param preparedBy who has filled it in
     * @param preparedOn the day, e.g. {@code 2019-01-08}
     */
    FormWorkbook form(String preparedBy, String preparedOn) {
        String title = type.name() + ": " + sender.name() + (period == null ? "" : ", " + period.title());
        return new FormWorkbook(
                title,
                catalogue.organisation().name(),
                type.name() + ", template version " + version(),
                "return, template, " + type.id() + ", " + sender.id(),
                cover(title, preparedBy, preparedOn),
                datasets.stream().map(this::grid).toList(),
                List.of(new TemplateGuidance(catalogue, type, sender, period, datasets).sheet(), lists.sheet()));
    }

    private String version() {
        return type.templateVersions().get(0);
    }

    private Cover cover(String title, String preparedBy, String preparedOn) {
        return new Cover(
                COVER,
                title,
                List.of(
                        filled("Return type", type.id(), "Leave as it is."),
                        filled("Template version", version(), "Leave as it is."),
                        filled("Team", sender.name(), "Leave as it is."),
                        filled(
                                "Period",
                                period == null ? "" : period.title(),
                                period == null
                                        ? "Enter the month the return is about, such as December 2018."
                                        : "Leave as it is."),
                        filled("Prepared by", preparedBy, "Enter your name."),
                        new Field(
                                "Prepared on",
                                preparedOn,
                                new Entry(
                                        Format.DAY,
                                        new Check.Between(FIRST_DAY, Column.LAST_DAY, true),
                                        "Required. The day you finish the return, as day/month/year."),
                                "Enter the day you finish the return, as day/month/year. A corrected return needs a"
                                        + " later day than the one before it."),
                        new Field(
                                "Nothing to report for",
                                "",
                                new Entry(
                                        Format.TEXT,
                                        new Check.OneOf(lists.nothing(), false),
                                        "Choose the sheet that has no rows this month. For several, type their names"
                                                + " with commas between them."),
                                "Leave empty if every sheet has rows. Otherwise name the sheets without, with commas"
                                        + " between them: an empty sheet that is not named counts as not received.")));
    }

    private static Field filled(String label, String value, String note) {
        return new Field(label, value, new Entry(Format.TEXT, new Check.None(), note), note);
    }

    private Grid grid(Dataset dataset) {
        return new Grid(
                dataset.sheets().get(0),
                dataset.name() + ": " + sender.name() + (period == null ? "" : ", " + period.title()),
                List.of(
                        TemplateGuidance.rows(dataset),
                        "Type or paste values below the headers. What each column means is on the sheet "
                                + ReturnType.GUIDANCE + ". Remove nothing: a column you cannot fill stays empty."),
                dataset.id(),
                dataset.columns().stream()
                        .map(column -> column(
                                column,
                                rows.containsKey(dataset.id()) && !dataset.key().contains(column.name())))
                        .toList(),
                rows.getOrDefault(dataset.id(), List.of()).stream()
                        .map(row -> dataset.columns().stream()
                                .map(column -> row.getOrDefault(column.name(), ""))
                                .toList())
                        .toList());
    }

    private FormWorkbook.Column column(Column column, boolean sentences) {
        return new FormWorkbook.Column(
                column.headers().get(0),
                column.required() ? "Required" : "If known",
                sentences && column.type() == Column.Type.TEXT ? OF_SENTENCES : width(column),
                new Entry(format(column.type()), check(column), prompt(column)));
    }

    private static int width(Column column) {
        int header = column.headers().get(0).length();
        int value = switch (column.type()) {
            case TEXT -> 18;
            case CODE ->
                column.codes().keySet().stream()
                        .mapToInt(code -> column.preferred(code).length() + 2)
                        .max()
                        .orElse(NARROWEST);
            case DATETIME -> 17;
            case DATE, MONTH, YES_NO, INTEGER, DECIMAL, MONEY -> NARROWEST;
        };
        // A long header is broken into two lines.
        return Math.max(NARROWEST, Math.min(WIDEST_CHOICE, Math.max(value, header / 2 + 4)));
    }

    private static Format format(Column.Type type) {
        return switch (type) {
            case TEXT, CODE, YES_NO, MONTH -> Format.TEXT;
            case DATE -> Format.DAY;
            case DATETIME -> Format.MOMENT;
            case INTEGER -> Format.WHOLE;
            case DECIMAL -> Format.DECIMAL;
            case MONEY -> Format.MONEY;
        };
    }

    /** Where words for nothing are understood too, Excel asks instead of refusing. */
    private Check check(Column column) {
        boolean strict = column.blanks().isEmpty();
        return switch (column.type()) {
            case TEXT, MONTH -> new Check.None();
            case CODE, YES_NO -> new Check.OneOf(lists.of(column), strict);
            case DATE, DATETIME -> new Check.Between(FIRST_DAY, Column.LAST_DAY, strict);
            case INTEGER -> new Check.Within(column.min(), column.max(), true, strict);
            case DECIMAL, MONEY -> new Check.Within(column.min(), column.max(), false, strict);
        };
    }

    private static String prompt(Column column) {
        String what = switch (column.type()) {
            case CODE, YES_NO -> "Choose from the list.";
            default -> TemplateGuidance.sentence(column.expected());
        };
        return Stream.of(column.required() ? "Required." : "If known.", what, TemplateGuidance.whereNone(column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
