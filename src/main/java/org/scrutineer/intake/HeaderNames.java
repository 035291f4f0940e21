package org.scrutineer.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;

/** The names a dataset's columns may bear in a header. */
final class HeaderNames {

    static final int NONE = -1;

    private static final String DATE_FORM = "(?:dd?|mm?m?|yy(?:yy)?)(?:[/. -](?:dd?|mm?m?|yy(?:yy)?))+";

    /** What people write behind a header to say how to fill the column in. */
    private static final Pattern HINT = Pattern.compile("\\((?:" + DATE_FORM
            + "|y ?/ ?n|yes ?/ ?no|required|mandatory|optional|if known|£|drop ?-?down)\\)$|\\b" + DATE_FORM + "$");

    private static final Pattern MARKS = Pattern.compile("[ :*?.\u2020-]+$");

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> loose = new HashMap<>();
    private final int columns;

    HeaderNames(Dataset dataset) {
        Set<String> ambiguous = new HashSet<>();
        List<Column> all = dataset.columns();
        columns = all.size();
        for (int i = 0; i < columns; i++) {
            for (String header : all.get(i).headers()) {
                exact.putIfAbsent(Names.normal(header), i);
                Integer other = loose.putIfAbsent(withoutHints(header), i);
                if (other != null && other != i) {
                    ambiguous.add(withoutHints(header));
                }
            }
        }
        loose.keySet().removeAll(ambiguous);
    }

    int columns() {
        return columns;
    }

    /** The index of the column a header names as the catalogue does; {@link #NONE} where none. */
    int exactly(String header) {
        return exact.getOrDefault(Names.normal(header), NONE);
    }

    /** The same, whatever hints and marks stand behind the name, e.g. {@code Date* (dd/mm/yyyy):}. */
    int loosely(String header) {
        return loose.getOrDefault(withoutHints(header), NONE);
    }

    private static String withoutHints(String header) {
        String name = Names.normal(header);
        for (int length = -1; length != name.length(); ) {
            length = name.length();
            name = MARKS.matcher(name).replaceFirst("");
            name = HINT.matcher(name).replaceFirst("");
        }
        return name;
    }
}
