package org.scrutineer.publication;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as files hold it: fields in the order they were put, two blanks of indent, line feeds. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = MAPPER.writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private JsonText() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode value(Object value) {
        return MAPPER.valueToTree(value);
    }

    static byte[] bytes(JsonNode json) {
        return (WRITER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws tools.jackson.core.JacksonException where it is no JSON */
    static JsonNode read(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }
}
