package org.scrutineer.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A small XML part, kept whole so that a few elements can be added: prefixes, declarations, attributes, blanks and
 * comments come out as they went in.
 */
final class XmlTree {

    /** Unpacked; a part of this kind that is larger is not for keeping in memory. */
    static final long LARGEST = 4 << 20;

    private final Element root;

    private XmlTree(Element root) {
        this.root = root;
    }

    /** An element with its attributes, declarations of namespaces among them, by name with prefix. */
    static final class Element {

        private final String prefix;
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();

        /** Elements, texts, and what is written as it stands. */
        private final List<Object> content = new ArrayList<>();

        private Element(String prefix, String name) {
            this.prefix = prefix;
            this.name = name;
        }

        String name() {
            return name;
        }

        Map<String, String> attributes() {
            return attributes;
        }

        @Nullable
        String get(String attribute) {
            return attributes.get(attribute);
        }

        /** An attribute with this name behind whatever prefix. */
        @Nullable
        String qualified(String attribute) {
            return attributes.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(":" + attribute)
                            && !entry.getKey().startsWith("xmlns:"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        Element set(String attribute, String value) {
            attributes.put(attribute, value);
            return this;
        }

        void remove(String attribute) {
            attributes.remove(attribute);
        }

        List<Element> children() {
            return content.stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .toList();
        }

        List<Element> children(String named) {
            return children().stream().filter(child -> child.name.equals(named)).toList();
        }

        @Nullable
        Element child(String named) {
            return children().stream()
                    .filter(child -> child.name.equals(named))
                    .findFirst()
                    .orElse(null);
        }

        void removeIf(Predicate<Element> unwanted) {
            content.removeIf(item -> item instanceof Element element && unwanted.test(element));
        }

        void removeFrom(Element first) {
            content.subList(content.indexOf(first), content.size()).clear();
        }

        /** An element of the same namespace, to be added somewhere below this one. */
        Element make(String named) {
            return new Element(prefix, named);
        }

        Element add(Element child) {
            content.add(child);
            return child;
        }

        Element add(String named) {
            return add(make(named));
        }

        void addFirst(Element child) {
            content.add(0, child);
        }

        /** Adds a child before the first of those named, else as the last. */
        void addBefore(Element child, List<String> followers) {
            for (int i = 0; i < content.size(); i++) {
                if (content.get(i) instanceof Element element && followers.contains(element.name)) {
                    content.add(i, child);
                    return;
                }
            }
            content.add(child);
        }

        void replace(Element old, Element replacement) {
            content.set(content.indexOf(old), replacement);
        }

        Element text(String text) {
            content.add(text);
            return this;
        }

        void clear() {
            content.clear();
        }

        /** The text of this element and all below it. */
        String text() {
            StringBuilder text = new StringBuilder();
            for (Object item : content) {
                text.append(item instanceof Element element ? element.text() : item instanceof String ? item : "");
            }
            return text.toString();
        }
    }

    /** What is copied as it stands: a comment or an instruction. */
    private record Verbatim(String xml) {}

    static XmlTree of(String part, ZipParts parts)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        if (parts.size(part) > LARGEST) {
            throw new UnmarkableWorkbookException(part + " is too large to be edited");
        }
        try (InputStream bytes = parts.open(part)) {
            return read(bytes, part);
        }
    }

    static XmlTree of(String xml) {
        try {
            return read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "");
        } catch (UnmarkableWorkbookException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static XmlTree read(InputStream bytes, String part) throws UnmarkableWorkbookException {
        try {
            XMLStreamReader xml = XmlPart.FACTORY.createXMLStreamReader(bytes);
            Element document = new Element("", "");
            read(xml, document);
            return new XmlTree(document.children().get(0));
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnmarkableWorkbookException(part + " cannot be edited");
        }
    }

    private static void read(XMLStreamReader xml, Element into) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element child = start(xml);
                    into.content.add(child);
                    read(xml, child);
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    into.content.add(xml.getText());
                case XMLStreamConstants.COMMENT -> into.content.add(new Verbatim("<!--" + xml.getText() + "-->"));
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    into.content.add(new Verbatim(
                            "<?" + xml.getPITarget() + " " + Objects.toString(xml.getPIData(), "") + "?>"));
                default -> throw new XMLStreamException("document type or entity");
            }
        }
    }

    private static Element start(XMLStreamReader xml) {
        Element element = new Element(Objects.toString(xml.getPrefix(), ""), xml.getLocalName());
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            String prefix = xml.getNamespacePrefix(i);
            element.attributes.put(
                    prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix,
                    Objects.toString(xml.getNamespaceURI(i), ""));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String name = xml.getAttributeLocalName(i);
            element.attributes.put(
                    prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, xml.getAttributeValue(i));
        }
        return element;
    }

    Element root() {
        return root;
    }

    byte[] bytes() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        write(root, xml);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Element element, StringBuilder xml) {
        String name = element.prefix.isEmpty() ? element.name : element.prefix + ":" + element.name;
        xml.append('<').append(name);
        element.attributes.forEach((attribute, value) -> xml.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value, true))
                .append('"'));
        if (element.content.isEmpty()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        for (Iterator<Object> items = element.content.iterator(); items.hasNext(); ) {
            Object item = items.next();
            if (item instanceof Element child) {
                write(child, xml);
            } else if (item instanceof Verbatim verbatim) {
                xml.append(verbatim.xml());
            } else {
                xml.append(escaped((String) item, false));
            }
        }
        xml.append("</").append(name).append('>');
    }

    /** Text as it stands in XML; in an attribute line ends and tabs would be lost otherwise. */
    static String escaped(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
                case '\t' -> escaped.append(attribute ? "&#9;" : "\t");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
