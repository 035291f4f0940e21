package org.scrutineer.records;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;

/** The rows of one segment as they are, without any question asked of them. */
final class SegmentRows {

    private static final int BEFORE_THE_COLUMNS = 2;

    private SegmentRows() {}

    /** A column that is wanted and that the segment has. */
    private record Wanted(int place, Column column) {}

    static void read(
            Connection connection,
            Path folder,
            Segment segment,
            Dataset dataset,
            Set<String> columns,
            Consumer<@Nullable Object[]> rows)
            throws SQLException {
        String file = Engine.literal(folder.toAbsolutePath()
                .normalize()
                .resolve(segment.dataset())
                .resolve(segment.fileName())
                .toString());
        try (Statement statement = connection.createStatement()) {
            List<Wanted> wanted = wanted(statement, file, dataset, columns);
            var selected = new StringBuilder("select team, sheet_row");
            wanted.forEach(one -> selected.append(", ").append(one.column().name()));
            try (ResultSet result = statement.executeQuery(selected + " from read_parquet(" + file + ")")) {
                while (result.next()) {
                    @Nullable
                    Object[] row =
                            new Object[BEFORE_THE_COLUMNS + dataset.columns().size()];
                    row[0] = result.getString(1);
                    row[1] = result.getLong(2);
                    for (int i = 0; i < wanted.size(); i++) {
                        row[wanted.get(i).place()] = value(
                                result,
                                BEFORE_THE_COLUMNS + 1 + i,
                                wanted.get(i).column().type());
                    }
                    rows.accept(row);
                }
            }
        }
    }

    /** An older version of a template lacks columns that were added later. */
    private static List<Wanted> wanted(Statement statement, String file, Dataset dataset, Set<String> columns)
            throws SQLException {
        Set<String> present = new HashSet<>();
        try (ResultSet none = statement.executeQuery("select * from read_parquet(" + file + ") limit 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                present.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < dataset.columns().size(); i++) {
            Column column = dataset.columns().get(i);
            if (present.contains(column.name()) && columns.contains(column.name())) {
                wanted.add(new Wanted(BEFORE_THE_COLUMNS + i, column));
            }
        }
        return wanted;
    }

    private static @Nullable Object value(ResultSet result, int place, Column.Type type) throws SQLException {
        return switch (type) {
            case TEXT, CODE -> result.getString(place);
            case DATE, MONTH -> result.getObject(place, LocalDate.class);
            case DATETIME -> result.getObject(place, LocalDateTime.class);
            case YES_NO -> {
                boolean yes = result.getBoolean(place);
                yield result.wasNull() ? null : yes;
            }
            case INTEGER -> {
                long number = result.getLong(place);
                yield result.wasNull() ? null : number;
            }
            case DECIMAL, MONEY -> result.getBigDecimal(place);
        };
    }
}
