package org.scrutineer.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON of which there is one spelling only, as in RFC 8785, so that a hash over it can be worked out by anybody, whatever
 * library writes JSON then.
 */
final class CanonicalJson {

    private static final int FIRST_PRINTED = 0x20;

    private CanonicalJson() {}

    static String object(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> text(entry.getKey()) + ":" + text(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    static String text(String value) {
        var json = new StringBuilder("\"");
        for (char character : value.toCharArray()) {
            switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (character < FIRST_PRINTED) {
                        json.append("\\u00").append(character < 0x10 ? "0" : "").append(Integer.toHexString(character));
                    } else {
                        json.append(character);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
