package org.scrutineer.publication;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column of a file of data.
 *
 * @param type as Frictionless Table Schema names it
 * @param constraints as Frictionless Table Schema names them
 */
record CsvField(String name, String type, String title, String description, Map<String, Object> constraints) {

    CsvField {
        constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
    }

    CsvField(String name, String type, String title, String description) {
        this(name, type, title, description, Map.of("required", true));
    }
}
