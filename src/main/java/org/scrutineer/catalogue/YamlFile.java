package org.scrutineer.catalogue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads YAML as its authors mean it: {@code NO} is a text, {@code 2018-12} is not a subtraction and {@code 1:30} not a
 * number in base sixty. Only {@code true}, {@code false}, {@code null} and plain decimal numbers are more than text.
 */
final class YamlFile {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MAP, Tag.SEQ);
    /** Far more than a catalogue has; aliases inside aliases reach it quickly. */
    private static final int MOST_VALUES = 200_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final String text;
    private final Problems problems;
    private final List<Node> open = new ArrayList<>();
    private int values;

    private YamlFile(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The file's content; empty where it is not YAML, or holds nothing, which is told. */
    static Optional<Entry> read(String file, String text, Problems problems) {
        return new YamlFile(file, text, problems).read();
    }

    private Optional<Entry> read() {
        try {
            Optional<Node> root = Optional.ofNullable(yaml().compose(new StringReader(text)));
            if (root.isEmpty()) {
                problems.add(new Place(file, 1), null, "content: the file is empty");
            }
            return root.map(node -> entry(node, place(node)));
        } catch (YAMLException unreadable) {
            YamlMistake.tell(unreadable, file, text, problems);
            return Optional.empty();
        } catch (TooManyValues bomb) {
            problems.add(new Place(file, 0), null, "at most 200,000 values in a file, those that * repeats included");
            return Optional.empty();
        }
    }

    private Entry entry(Node node, Place named) {
        if (++values > MOST_VALUES) {
            throw new TooManyValues();
        }
        if (open.stream().anyMatch(outer -> outer == node)) {
            problems.add(named, null, "a value that does not contain itself");
            return nothing(named);
        }
        if (!PLAIN.contains(node.getTag())) {
            problems.add(named, node.getTag().getValue(), "a plain value, without a tag that begins with !");
            return nothing(named);
        }
        open.add(node);
        try {
            if (node instanceof MappingNode mapping) {
                return fields(mapping, named);
            }
            if (node instanceof SequenceNode sequence) {
                return items(sequence, named);
            }
            return scalar((ScalarNode) node);
        } finally {
            open.remove(open.size() - 1);
        }
    }

    private Entry fields(MappingNode mapping, Place named) {
        Map<String, Entry> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        var json = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                problems.add(place, null, "a text before the colon, not a list or further keys");
                continue;
            }
            String key = scalar.getValue();
            Place before = keys.putIfAbsent(key, place);
            if (before != null) {
                problems.add(place, key, "each key once; it is on line " + before.line() + " already");
                continue;
            }
            Entry value = entry(tuple.getValueNode(), place);
            fields.put(key, value);
            json.set(key, value.json());
        }
        return new Entry(named, named, "", List.of(), fields, json);
    }

    private Entry items(SequenceNode sequence, Place named) {
        List<Entry> items = new ArrayList<>();
        var json = JSON.arrayNode();
        for (Node item : sequence.getValue()) {
            Entry entry = entry(item, place(item));
            items.add(entry);
            json.add(entry.json());
        }
        return new Entry(named, named, "", items, Map.of(), json);
    }

    private Entry scalar(ScalarNode node) {
        boolean block = node.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                || node.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED;
        Place place = place(node);
        String written = node.getValue();
        JsonNode json = JSON.stringNode(written);
        if (node.getTag().equals(Tag.NULL)) {
            json = JSON.nullNode();
        } else if (node.getTag().equals(Tag.BOOL)) {
            json = JSON.booleanNode(written.equalsIgnoreCase("true"));
        } else if (WHOLE.matcher(written).matches() && node.getTag().equals(Tag.INT)) {
            json = JSON.numberNode(new BigInteger(written));
        } else if (DECIMAL.matcher(written).matches() && node.getTag().equals(Tag.FLOAT)) {
            json = JSON.numberNode(new BigDecimal(written));
        }
        return new Entry(place, block ? place.plusLines(1) : place, written, List.of(), Map.of(), json);
    }

    private Entry nothing(Place place) {
        return new Entry(place, place, "", List.of(), Map.of(), JSON.nullNode());
    }

    private Place place(Node node) {
        return new Place(file, node.getStartMark().getLine() + 1);
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(50);
        options.setNestingDepthLimit(30);
        var output = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(output), output, options, new PlainTypes());
    }

    private static final class PlainTypes extends Resolver {

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            if (kind != NodeId.scalar || !implicit) {
                return super.resolve(kind, value, implicit);
            }
            return switch (value) {
                case "", "~", "null", "Null", "NULL" -> Tag.NULL;
                case "true", "True", "TRUE", "false", "False", "FALSE" -> Tag.BOOL;
                default ->
                    WHOLE.matcher(value).matches()
                            ? Tag.INT
                            : DECIMAL.matcher(value).matches() ? Tag.FLOAT : Tag.STR;
            };
        }
    }

    private static final class TooManyValues extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
