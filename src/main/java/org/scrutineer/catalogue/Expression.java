package org.scrutineer.catalogue;

/**
 * SQL as a data officer wrote it: a condition, a value, or a view's whole query. It is text until {@code records} has
 * parsed, allow-listed and bound it.
 *
 * @param place where its first line stands
 */
public record Expression(String sql, Place place) {

    @Override
    public String toString() {
        return sql;
    }
}
