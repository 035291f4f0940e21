package org.scrutineer.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.workbook.OutputWorkbook;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/**
 * What may be chosen in a template's cells, a table a list; columns that offer the same share one. All of it stands on a
 * sheet: a list within the check itself ends at 255 characters, and its values may not hold commas.
 */
final class PickLists {

    private static final String NOTHING = "list_nothing_to_report";

    private final List<Dataset> datasets;
    private final Map<List<Choice>, PickList> lists = new LinkedHashMap<>();

    /**
     * @param value as it is chosen
     * @param others how else it is understood, separated by commas
     */
    private record Choice(String value, String others) {}

    /** @param columns the headers it belongs to */
    private record PickList(String table, Set<String> columns) {}

    PickLists(List<Dataset> datasets) {
        this.datasets = List.copyOf(datasets);
        for (Dataset dataset : datasets) {
            for (Column column : dataset.columns()) {
                if (column.type() == Column.Type.CODE || column.type() == Column.Type.YES_NO) {
                    lists.computeIfAbsent(
                                    choices(column), choices -> new PickList(table(column), new LinkedHashSet<>()))
                            .columns()
                            .add(column.headers().get(0));
                }
            }
        }
    }

    private String table(Column column) {
        String name = "list_" + column.name();
        long taken = lists.values().stream()
                .filter(list -> list.table().equals(name) || list.table().matches(name + "_\\d+"))
                .count();
        return taken == 0 ? name : name + "_" + (taken + 1);
    }

    private static List<Choice> choices(Column column) {
        var choices = new ArrayList<Choice>();
        if (column.type() == Column.Type.YES_NO) {
            choices.add(new Choice("Yes", "Y"));
            choices.add(new Choice("No", "N"));
        }
        column.codes().forEach((code, others) -> {
            String preferred = column.preferred(code);
            var also = new ArrayList<>(others);
            also.remove(preferred);
            if (!preferred.equals(code)) {
                also.add(0, code);
            }
            choices.add(new Choice(preferred, String.join(", ", also)));
        });
        column.blanks().stream().findFirst().ifPresent(nothing -> choices.add(new Choice(nothing, "an empty cell")));
        return choices;
    }

    /** The table that lists what may be chosen in a column of codes, or of Yes and No. */
    String of(Column column) {
        PickList list = lists.get(choices(column));
        if (list == null) {
            throw new IllegalArgumentException("column " + column.name() + " is not chosen from a list");
        }
        return list.table();
    }

    /** The table that lists the sheets there may be nothing to report for. */
    String nothing() {
        return NOTHING;
    }

    OutputWorkbook.Sheet sheet() {
        var tables = new ArrayList<Table>();
        List<String> sheets =
                datasets.stream().map(dataset -> dataset.sheets().get(0)).toList();
        List<List<Cell>> nothing =
                sheets.stream().map(name -> List.<Cell>of(new Cell.Text(name))).collect(Collectors.toList());
        if (sheets.size() > 1) {
            nothing.add(List.of(new Cell.Text(String.join(", ", sheets))));
        }
        tables.add(new Table(NOTHING, "Nothing to report for", List.of(new Header("Choose", 40)), nothing));
        lists.forEach((choices, list) -> tables.add(new Table(
                list.table(),
                String.join(", ", list.columns()),
                List.of(new Header("Choose", 40), new Header("Also understood", 60)),
                choices.stream()
                        .map(choice -> List.<Cell>of(new Cell.Text(choice.value()), also(choice)))
                        .toList())));
        return new OutputWorkbook.Sheet(
                ReturnType.LISTS,
                "What can be chosen",
                List.of(new Line.Paragraph("The cells of the other sheets offer these lists: "
                        + tables.size() + " tables, one below the other, each under the headers of its columns."
                        + " Please leave them as they are.")),
                tables);
    }

    private static Cell also(Choice choice) {
        return choice.others().isEmpty() ? new Cell.Empty() : new Cell.Text(choice.others());
    }
}
