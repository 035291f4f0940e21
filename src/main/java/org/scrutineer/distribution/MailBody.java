package org.scrutineer.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.scrutineer.distribution.Message.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The lines of a message as the ledger keeps them, as plain text and as HTML. */
final class MailBody {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String HEADING = "heading";
    private static final String PARAGRAPH = "paragraph";

    private MailBody() {}

    static String json(List<Line> lines) {
        ArrayNode json = MAPPER.createArrayNode();
        lines.forEach(line -> json.addObject().put(line.heading() ? HEADING : PARAGRAPH, line.text()));
        return MAPPER.writeValueAsString(json);
    }

    static List<Line> read(String json) {
        var lines = new ArrayList<Line>();
        for (JsonNode line : MAPPER.readTree(json)) {
            lines.add(
                    line.has(HEADING)
                            ? Line.heading(line.path(HEADING).asString(""))
                            : Line.paragraph(line.path(PARAGRAPH).asString("")));
        }
        return lines;
    }

    static String plain(List<Line> lines) {
        return lines.stream()
                .map(line -> line.heading()
                        ? line.text() + "\n" + "-".repeat(line.text().length())
                        : line.text())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    static String html(String subject, List<Line> lines) {
        return lines.stream()
                .map(line -> line.heading()
                        ? "<h2>" + escaped(line.text()) + "</h2>\n"
                        : "<p>" + escaped(line.text()) + "</p>\n")
                .collect(Collectors.joining(
                        "",
                        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                                + escaped(subject) + "</title>\n</head>\n<body>\n",
                        "</body>\n</html>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
