package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCheckTests {

    private static final String RETURN = "returns/visits.yaml";

    static Stream<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/catalogue/schemas"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: flow            | kind: flows        | line 9: found "flows"; expected one of snapshot, flow. Did you mean "flow"?
            kind: flow            | kind:              | line 9: expected something after the colon: one of snapshot, flow.
            kind: flow            | kind: [flow]       | line 9: found "[flow]"; expected one of snapshot, flow.
            kind: flow            | kinds: flow        | line 5: expected the key kind here: one of snapshot, flow.
            type: decimal         | type: Decimals     | line 14: found "Decimals"; expected one of text, code, date, datetime, month, yes-no, integer, decimal, money. Did you mean "decimal"?
            header: [Date]        | header: {Date: 1}  | line 13: found "{Date}"; expected a header, or a list of headers.
            header: [Date]        | header: []         | line 13: found "[]"; expected a header, or a list of headers, with something in it.
            header: [Date]        | header: [Date, []] | line 13: found "[]"; expected a text.
            required: true        | required: yes      | line 12: found "yes"; expected true or false.
            max: 24.5             | max: "24,5"        | line 14: found "24,5"; expected a number, e.g. 2.5.
            visited: {header      | Visited: {header   | line 13: found "Visited"; expected a name in small letters and digits with underscores, beginning with a letter, e.g. last_seen.
            sheet: Visits         | sheet: Visits?     | line 7: found "Visits?"; expected a sheet, or a list of names the sheet may bear.
            sheet: [Cases         | sheet: ["a:b"      | line 24: found "a:b"; expected the name of a sheet: at most 31 characters, none of [ ] : * ? / \\.
            name: Visits return   | name: ""           | line 2: found ""; expected a text.
            name: Visits return   | name: [Visits]     | line 2: found "[Visits]"; expected a text.
            id: visits            | id: Visits         | line 1: found "Visits"; expected an id in small letters and digits with hyphens, e.g. first-response-1.
            """)
    void saysWhatIsAllowedInstead(String right, String wrong, String sentence) {
        assertThat(aCatalogue().changing(RETURN, right, wrong).problems()).contains(RETURN + ", " + sentence);
    }

    @Test
    void namesTheKeysAllowedForAnUnknownOne() {
        var catalogue = aCatalogue().changing(RETURN, "severity: error", "serverity: error");

        assertThat(catalogue.problems())
                .containsExactly(
                        RETURN
                                + ", line 16: expected the key severity here: one of block, error, warning, query, info.",
                        RETURN
                                + ", line 18: found \"serverity\"; expected one of the keys id, expect, severity, cell, say,"
                                + " do, breaks, keeps. Did you mean \"severity\"?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organisation.yaml      | minimum-coverage: 75     | minimum-coverage: 175        | organisation.yaml, line 4: found "175"; expected a whole number from 0 to 100.
            organisation.yaml      | minimum-coverage: 75     | minimum-coverage: 7.5        | organisation.yaml, line 4: found "7.5"; expected a whole number from 0 to 100.
            calendar.yaml          | deadline-working-days: 10| deadline-working-days: 0     | calendar.yaml, line 1: found "0"; expected a whole number from 1 to 60.
            codes.yaml             | {WNC: [West], NO: [None, n/a]} | {}                     | codes.yaml, line 2: found "{}"; expected codes, each with a list of the other ways people write it, with something in it.
            indicators/visits.yaml | good: high               | good: hgih                   | indicators/visits.yaml, line 11: found "hgih"; expected one of high, low, near target, information. Did you mean "high"?
            indicators/visits.yaml | also: [year-to-date]     | also: [quarter, quarter]     | indicators/visits.yaml, line 8: found "quarter"; expected each entry of the list once.
            indicators/visits.yaml | also: [year-to-date]     | also: year-to-date           | indicators/visits.yaml, line 8: found "year-to-date"; expected a list of timings.
            indicators/visits.yaml | unit: percent            | decimals: 5                  | indicators/visits.yaml, line 10: found "5"; expected a whole number from 0 to 4.
            publications/board.yaml| [V01]                    | [V01, V01]                   | publications/board.yaml, line 5: found "V01"; expected each entry of the list once.
            """)
    void checksEveryKindOfFile(String file, String right, String wrong, String sentence) {
        assertThat(aCatalogue().changing(file, right, wrong).problems()).contains(sentence);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyShippedSchemaIsAValidSchema(Path file) throws IOException {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(meta.validate(json(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyRuleOfAShippedSchemaSaysWhatItAllows(Path file) throws IOException {
        assertThat(wordless(json(file), "")).isEmpty();
    }

    @Test
    void theSchemasAndTheModelKnowTheSameWords() throws IOException {
        JsonNode column = schema("return-type").at("/$defs/column/properties/type");
        JsonNode dataset = schema("return-type").at("/$defs/dataset/properties/kind");
        JsonNode rule = schema("return-type").at("/$defs/rule/properties/severity");
        JsonNode indicator = schema("indicators").at("/items/properties");

        assertThat(choices(column, Column.Type.class)).containsExactlyInAnyOrder(Column.Type.values());
        assertThat(choices(dataset, Dataset.Kind.class)).containsExactlyInAnyOrder(Dataset.Kind.values());
        assertThat(choices(rule, Severity.class)).containsExactlyInAnyOrder(Severity.values());
        assertThat(choices(indicator.path("timing"), Indicator.Timing.class))
                .containsExactlyInAnyOrder(Indicator.Timing.values());
        assertThat(choices(indicator.at("/also/items"), Indicator.Timing.class))
                .containsExactlyInAnyOrder(Indicator.Timing.values());
        assertThat(choices(indicator.path("unit"), Indicator.Unit.class))
                .containsExactlyInAnyOrder(Indicator.Unit.values());
        assertThat(choices(indicator.path("good"), Indicator.Polarity.class))
                .containsExactlyInAnyOrder(Indicator.Polarity.values());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void usesOnlyKeywordsThatThereAreWordsFor(Path file) throws IOException {
        Set<String> used = new TreeSet<>();
        keywords(json(file), used);

        assertThat(used)
                .isSubsetOf(
                        "$schema",
                        "$defs",
                        "$ref",
                        "title",
                        "description",
                        "properties",
                        "items",
                        "type",
                        "enum",
                        "pattern",
                        "minimum",
                        "maximum",
                        "minItems",
                        "minProperties",
                        "uniqueItems",
                        "propertyNames",
                        "required",
                        "additionalProperties");
    }

    private static <E extends Enum<E>> List<E> choices(JsonNode schema, Class<E> type) {
        List<E> choices = new ArrayList<>();
        schema.path("enum").forEach(value -> {
            var place = new Place("schema", 1);
            var entry = new Entry(place, place, value.asString(), List.of(), java.util.Map.of(), value);
            choices.add(entry.choice(type).orElseThrow());
        });
        assertThat(choices).hasSize(schema.path("enum").size());
        return choices;
    }

    private static JsonNode schema(String kind) throws IOException {
        return json(Path.of("config/catalogue/schemas", kind + ".schema.json"));
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    private static void keywords(JsonNode schema, Set<String> used) {
        if (!schema.isObject()) {
            return;
        }
        used.addAll(schema.propertyNames());
        for (String map : List.of("properties", "$defs")) {
            schema.path(map).forEach(inner -> keywords(inner, used));
        }
        for (String inner : List.of("items", "additionalProperties", "propertyNames")) {
            keywords(schema.path(inner), used);
        }
    }

    private static List<String> wordless(JsonNode schema, String path) {
        List<String> wordless = new ArrayList<>();
        if (schema.isObject() && !schema.has("title") && !schema.has("enum") && !schema.has("$ref")) {
            wordless.add(path);
        }
        for (String map : Arrays.asList("properties", "$defs")) {
            for (String name : schema.path(map).propertyNames()) {
                wordless.addAll(wordless(schema.path(map).path(name), path + "/" + map + "/" + name));
            }
        }
        for (String inner : List.of("items", "additionalProperties", "propertyNames")) {
            if (schema.path(inner).isObject()) {
                wordless.addAll(wordless(schema.path(inner), path + "/" + inner));
            }
        }
        return wordless;
    }
}
