package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a table in the source: the first line names the columns, each other one begins with what it is about; two
 * blanks or more part the columns.
 */
final class Table {

    private final List<Line> lines = new ArrayList<>();

    /** One line: what it is about and its figures by column. */
    record Line(String about, Map<String, String> cells) {

        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("the plan for " + about + " has no column " + column);
            }
            return cell;
        }

        int number(String column) {
            return Integer.parseInt(text(column).replace(",", ""));
        }

        Team team() {
            return Team.named(about);
        }
    }

    Table(String text) {
        List<String> rows = text.strip().lines().toList();
        String[] columns = rows.get(0).strip().split(" {2,}");
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.strip().split(" {2,}");
            var named = new LinkedHashMap<String, String>();
            for (int i = 1; i < columns.length; i++) {
                named.put(columns[i], cells[i]);
            }
            lines.add(new Line(cells[0], named));
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    int total(String column) {
        return lines.stream().mapToInt(line -> line.number(column)).sum();
    }

    BigDecimal sum(String column) {
        return BigDecimal.valueOf(total(column));
    }
}
