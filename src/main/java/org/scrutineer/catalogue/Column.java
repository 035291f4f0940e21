package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dataset.
 *
 * @param name as used in SQL, e.g. {@code last_seen}
 * @param headers what may stand in the header row, preferred first
 * @param personal whether its values say something of a person
 * @param codes for a code: each code with the other ways people write it, in order
 * @param blanks what people type instead of leaving the cell empty, e.g. {@code Unallocated}
 * @param min the smallest number allowed, or null
 * @param max the largest number allowed, or null
 */
public record Column(
        String name,
        List<String> headers,
        Type type,
        boolean required,
        boolean personal,
        Map<String, List<String>> codes,
        List<String> blanks,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Place place) {

    /** What a column holds. */
    public enum Type {
        /** Any text; a number typed there is taken as the text Excel shows. */
        TEXT,
        /** One of a fixed set, see {@link Column#codes()}. */
        CODE,
        /** A calendar date. */
        DATE,
        /** A date with a time of day. */
        DATETIME,
        YES_NO,
        /** A whole number. */
        INTEGER,
        /** A number of up to four decimals, e.g. full-time equivalents or hours. */
        DECIMAL,
        /** Pounds, with two decimals. */
        MONEY
    }

    public Column {
        headers = List.copyOf(headers);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        blanks = List.copyOf(blanks);
    }
}
