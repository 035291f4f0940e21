package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A value in a catalogue file with the line it stands on.
 *
 * <p>What is lacking, or is of another type than asked for, reads as nothing: {@link SchemaCheck} tells it.
 *
 * @param place the line of a text or number; for a list or a set of keys the line of the key it belongs to
 * @param firstLine where its own text begins; for a block of text the line after {@code |}
 * @param written a text or number as it stands in the file; empty for a list or a set of keys
 * @param json the same for the schema
 */
record Entry(
        Place place, Place firstLine, String written, List<Entry> items, Map<String, Entry> fields, JsonNode json) {

    private static final int SHOWN = 60;

    Entry {
        items = List.copyOf(items);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    Optional<Entry> at(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** The text or number at this key, unless it is blank. */
    Optional<Entry> scalar(String key) {
        return at(key).filter(Entry::isScalar);
    }

    Optional<String> text(String key) {
        return scalar(key).map(Entry::written);
    }

    /** The text at this key, empty where there is none. */
    String textOrEmpty(String key) {
        return text(key).orElse("");
    }

    boolean isTrue(String key) {
        return at(key).filter(value -> value.json().isBoolean() && value.json().asBoolean())
                .isPresent();
    }

    Optional<Integer> wholeNumber(String key) {
        return at(key).filter(
                        value -> value.json().isIntegralNumber() && value.json().canConvertToInt())
                .map(value -> value.json().asInt());
    }

    Optional<BigDecimal> number(String key) {
        return at(key).filter(value -> value.json().isNumber())
                .map(value -> value.json().decimalValue());
    }

    Optional<Expression> expression(String key) {
        return scalar(key).map(value -> new Expression(value.written(), value.firstLine()));
    }

    /** The one of these constants whose name is written at this key, e.g. {@code rolling-12-months}. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> choices) {
        return scalar(key).flatMap(value -> value.choice(choices));
    }

    <E extends Enum<E>> Optional<E> choice(Class<E> choices) {
        String name = written.replace(",", "").replaceAll("[ -]+", "_").toUpperCase(Locale.ROOT);
        return List.of(choices.getEnumConstants()).stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst();
    }

    /** The texts in the list at this key; one text without a list around it counts as a list of one. */
    List<Entry> list(String key) {
        Optional<Entry> value = at(key);
        if (value.filter(Entry::isScalar).isPresent()) {
            return value.stream().toList();
        }
        return value.map(Entry::items).orElse(List.of()).stream()
                .filter(Entry::isScalar)
                .toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(Entry::written).toList();
    }

    /** What stands under this key, by the keys in it. */
    Map<String, Entry> fields(String key) {
        return at(key).map(Entry::fields).orElse(Map.of());
    }

    /** The entries in the list at this key. */
    List<Entry> entries(String key) {
        return at(key).map(Entry::items).orElse(List.of());
    }

    boolean isScalar() {
        return json.isValueNode() && !json.isNull() && !written.isBlank();
    }

    /** As a finding quotes it: shortened, and on one line. */
    String shown() {
        String shown = written;
        if (json.isArray()) {
            shown = items.stream().map(Entry::shown).collect(Collectors.joining(", ", "[", "]"));
        } else if (json.isObject()) {
            shown = "{" + String.join(", ", fields.keySet()) + "}";
        }
        shown = shown.strip().replaceAll("\\s+", " ");
        return shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN - 1) + "…";
    }
}
