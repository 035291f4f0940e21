package org.scrutineer.schedule;

import java.util.List;

/** Writes a page piece by piece. Text is escaped wherever it goes in: there is no way to write a tag as text. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Writes an element around what is written meanwhile. */
    Html in(String tag, String attributes, Runnable content) {
        page.append('<')
                .append(tag)
                .append(attributes.isEmpty() ? "" : " " + attributes)
                .append(">\n");
        content.run();
        page.append("</").append(tag).append(">\n");
        return this;
    }

    /** Writes an element with a text. */
    Html text(String tag, String text) {
        return text(tag, "", text);
    }

    Html text(String tag, String attributes, String text) {
        page.append('<')
                .append(tag)
                .append(attributes.isEmpty() ? "" : " " + attributes)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(tag)
                .append(">\n");
        return this;
    }

    /**
     * Writes a table that can be scrolled by itself where it is wider than the window. The first cell of a row is its
     * heading.
     */
    Html table(String caption, List<String> headers, List<List<String>> rows) {
        return in(
                "div",
                "class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(caption) + "\"",
                () -> in("table", "", () -> {
                    text("caption", caption);
                    in(
                            "thead",
                            "",
                            () -> in("tr", "", () -> headers.forEach(header -> text("th", "scope=\"col\"", header))));
                    in(
                            "tbody",
                            "",
                            () -> rows.forEach(row -> in("tr", "", () -> {
                                text("th", "scope=\"row\"", row.get(0));
                                row.subList(1, row.size()).forEach(cell -> text("td", cell));
                            })));
                }));
    }

    /** Writes what is no text of anybody: a part of the page that stands in this program. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
