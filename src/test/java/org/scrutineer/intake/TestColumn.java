package org.scrutineer.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Column.Type;
import org.scrutineer.catalogue.Place;

/** Builds a column under the header Value. */
final class TestColumn {

    private final Type type;
    private boolean required;
    private final Map<String, List<String>> codes = new LinkedHashMap<>();
    private List<String> blanks = List.of();
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;

    private TestColumn(Type type) {
        this.type = type;
    }

    static TestColumn aColumn(Type type) {
        return new TestColumn(type);
    }

    TestColumn required() {
        required = true;
        return this;
    }

    TestColumn code(String code, String... synonyms) {
        codes.put(code, List.of(synonyms));
        return this;
    }

    TestColumn blank(String... words) {
        blanks = List.of(words);
        return this;
    }

    TestColumn atLeast(String number) {
        min = new BigDecimal(number);
        return this;
    }

    TestColumn atMost(String number) {
        max = new BigDecimal(number);
        return this;
    }

    Column column() {
        return new Column("x", List.of("Value"), type, required, false, codes, blanks, min, max, new Place("", 0));
    }
}
