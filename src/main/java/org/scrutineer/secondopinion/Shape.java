package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.records.Formula;

/** The columns of a row, each with the name of the table it may be called by. */
record Shape(List<Field> fields) {

    record Field(String table, String name) {}

    Shape {
        fields = List.copyOf(fields);
    }

    static Shape of(String table, List<String> names) {
        return new Shape(names.stream().map(name -> new Field(table, name)).toList());
    }

    /** The same columns under the name of another table. */
    Shape as(String table) {
        return of(table, fields.stream().map(Field::name).toList());
    }

    Shape and(Shape right) {
        var both = new ArrayList<>(fields);
        both.addAll(right.fields);
        return new Shape(both);
    }

    /** @throws NotRecomputableException where there is no such column, or it might be several */
    int place(Formula.Column column) throws NotRecomputableException {
        int found = place(column.table(), column.name());
        if (found < 0) {
            throw new NotRecomputableException("the column " + column.name());
        }
        return found;
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    private int place(@Nullable String table, String name) throws NotRecomputableException {
        int found = -1;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.name().equals(name) && (table == null || table.equals(field.table()))) {
                if (found >= 0) {
                    throw new NotRecomputableException("the column " + name + " of several tables");
                }
                found = i;
            }
        }
        return found;
    }
}
