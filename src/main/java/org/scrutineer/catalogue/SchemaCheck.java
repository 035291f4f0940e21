package org.scrutineer.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks how a file is built with the JSON Schema that editors use, and says what is wrong in the words of the
 * catalogue: a schema's {@code title} is what is expected there.
 */
final class SchemaCheck {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, SchemaCheck> CHECKS = new ConcurrentHashMap<>();

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    /** @param kind of file, e.g. {@code return-type} for {@code return-type.schema.json} */
    static SchemaCheck of(String kind) {
        return CHECKS.computeIfAbsent(kind, SchemaCheck::load);
    }

    private static SchemaCheck load(String kind) {
        String resource = "/schemas/" + kind + ".schema.json";
        try (InputStream json = SchemaCheck.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new SchemaCheck(REGISTRY.getSchema(json, InputFormat.JSON));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void check(Entry root, Problems problems) {
        for (Error error : schema.validate(root.json())) {
            tell(error, root, problems);
        }
    }

    private void tell(Error error, Entry root, Problems problems) {
        Entry entry = at(root, error.getInstanceLocation());
        JsonNode rule = rule(error);
        switch (error.getKeyword()) {
            case "required" -> {
                JsonNode lacking = resolved(rule.path("properties").path(error.getProperty()));
                problems.add(entry.place(), null, "the key " + error.getProperty() + " here: " + allowed(lacking));
            }
            case "additionalProperties" -> {
                List<String> keys = List.copyOf(rule.path("properties").propertyNames());
                String key = error.getProperty();
                problems.add(
                        keyPlace(entry, key),
                        key,
                        "one of the keys " + String.join(", ", keys),
                        Names.nearest(key, keys).orElse(null));
            }
            case "propertyNames" -> {
                JsonNode names = resolved(rule.path("propertyNames"));
                entry.fields().keySet().stream()
                        .filter(key -> !key.matches(names.path("pattern").asString("")))
                        .forEach(key -> problems.add(keyPlace(entry, key), key, allowed(names)));
            }
            case "pattern", "type", "minimum", "maximum" -> wrong(entry, null, rule, problems);
            case "enum" -> wrong(entry, rule.path("enum"), rule, problems);
            case "minItems", "minProperties" -> problems.add(entry, allowed(rule) + ", with something in it");
            case "uniqueItems" -> repeated(entry).forEach(again -> problems.add(again, "each entry of the list once"));
            default -> throw new IllegalStateException("no words for the schema's " + error.getKeyword());
        }
    }

    private static void wrong(Entry entry, @Nullable JsonNode values, JsonNode rule, Problems problems) {
        if (entry.json().isNull() && entry.shown().isEmpty()) {
            problems.add(entry.place(), null, "something after the colon: " + allowed(rule));
            return;
        }
        List<String> known = new ArrayList<>();
        if (values != null) {
            values.forEach(value -> known.add(value.asString()));
        }
        problems.add(
                entry.place(),
                entry.shown(),
                allowed(rule),
                entry.isScalar() ? Names.nearest(entry.written(), known).orElse(null) : null);
    }

    /** What a schema allows, in words. */
    private static String allowed(JsonNode rule) {
        if (rule.has("enum")) {
            List<String> values = new ArrayList<>();
            rule.path("enum").forEach(value -> values.add(value.asString()));
            return "one of " + String.join(", ", values);
        }
        return rule.path("title").asString("");
    }

    private static List<Entry> repeated(Entry list) {
        Set<JsonNode> seen = new HashSet<>();
        return list.items().stream().filter(item -> !seen.add(item.json())).toList();
    }

    private static Place keyPlace(Entry entry, String key) {
        return entry.at(key).map(Entry::place).orElse(entry.place());
    }

    private static Entry at(Entry root, NodePath location) {
        Entry entry = root;
        for (int i = 0; i < location.getNameCount(); i++) {
            Object step = location.getElement(i);
            entry = step instanceof Integer index
                    ? entry.items().get(index)
                    : entry.at(step.toString()).orElseThrow();
        }
        return entry;
    }

    /** The schema that the violated keyword belongs to. */
    private JsonNode rule(Error error) {
        NodePath location = error.getSchemaLocation().getFragment();
        JsonNode node = schema.getSchemaNode();
        for (int i = 0; i < location.getNameCount() - 1; i++) {
            Object step = location.getElement(i);
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return resolved(node);
    }

    private JsonNode resolved(JsonNode rule) {
        String reference = rule.path("$ref").asString("");
        return reference.startsWith("#") ? schema.getSchemaNode().at(reference.substring(1)) : rule;
    }
}
