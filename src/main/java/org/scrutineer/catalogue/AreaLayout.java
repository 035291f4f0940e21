package org.scrutineer.catalogue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.PublishedArea.Level;

/**
 * How published files say which year and which area a row is about.
 *
 * @param columns the header of each role in {@link Role}, with the line that says so
 * @param levels what stands in the level's column
 */
record AreaLayout(Map<AreaLayout.Role, Entry> columns, Map<Level, String> levels) {

    /** What a column is needed for. */
    enum Role {
        PERIOD,
        LEVEL,
        REGION_CODE,
        REGION_NAME,
        AUTHORITY_CODE,
        AUTHORITY_NAME;

        /** As the catalogue writes it, e.g. {@code region-code}. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    AreaLayout {
        columns = Collections.unmodifiableMap(new EnumMap<>(columns));
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    static AreaLayout of(Entry areas) {
        Map<Role, Entry> columns = new EnumMap<>(Role.class);
        put(areas, columns);
        Map<Level, String> levels = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            areas.at("levels")
                    .flatMap(known -> known.text(level.name().toLowerCase(Locale.ROOT)))
                    .ifPresent(text -> levels.put(level, text));
        }
        return new AreaLayout(columns, levels);
    }

    /** The same for a file that has other headers. */
    AreaLayout with(Entry mapping) {
        Map<Role, Entry> own = new EnumMap<>(Role.class);
        own.putAll(columns);
        put(mapping, own);
        return new AreaLayout(own, levels);
    }

    private static void put(Entry entry, Map<Role, Entry> columns) {
        for (Role role : Role.values()) {
            entry.at("columns").flatMap(known -> known.scalar(role.key())).ifPresent(name -> columns.put(role, name));
        }
    }

    Optional<Level> level(String text) {
        return levels.entrySet().stream()
                .filter(level -> Names.same(level.getValue(), text))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
