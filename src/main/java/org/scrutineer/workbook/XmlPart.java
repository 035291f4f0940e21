package org.scrutineer.workbook;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML part, read from start to end with a cursor. Elements are those of SpreadsheetML's main namespace, transitional
 * or strict, of relationships and of document properties; what else stands there (extensions, say) has no name here. A part with a document type is refused.
 */
final class XmlPart implements AutoCloseable {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    /** Elements of other namespaces have no name here. */
    private static final Set<String> KNOWN = Set.of(
            TRANSITIONAL,
            STRICT,
            "http://schemas.openxmlformats.org/package/2006/relationships",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
            "http://purl.org/dc/terms/",
            "http://purl.oclc.org/ooxml/officeDocument/extendedProperties");

    /** Without document types and entities. */
    static final WstxInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final Limits limits;

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 256);
        return factory;
    }

    XmlPart(ZipParts parts, String name, Limits limits) throws UnreadableWorkbookException, IOException {
        this(parts.open(name), limits);
    }

    /** @param bytes are closed with this, or if it cannot be opened */
    XmlPart(InputStream bytes, Limits limits) throws UnreadableWorkbookException, IOException {
        this.limits = limits;
        this.bytes = bytes;
        try {
            this.xml = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException | RuntimeException e) {
            bytes.close();
            throw unreadable(e);
        }
    }

    /** Moves on to the next start or end of an element; false at the end of the part. */
    boolean next() throws UnreadableWorkbookException, IOException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private int advance() throws UnreadableWorkbookException, IOException {
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable(e);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableWorkbookException(Refusal.SUSPICIOUS, null);
        }
        return event;
    }

    /** The start of an element of SpreadsheetML, of a package's relationships or of its properties. */
    boolean isStart(String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT && isNamed(name);
    }

    boolean isEnd(String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT && isNamed(name);
    }

    private boolean isNamed(String name) {
        return xml.getLocalName().equals(name) && isKnown(xml.getNamespaceURI());
    }

    private static boolean isKnown(@Nullable String namespace) {
        return namespace != null && KNOWN.contains(namespace);
    }

    /** An attribute without a namespace. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name) && isEmpty(xml.getAttributeNamespace(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute in some namespace, which one differs between the transitional and the strict form. */
    @Nullable
    String qualifiedAttribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name) && !isEmpty(xml.getAttributeNamespace(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static boolean isEmpty(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    boolean flag(String name) {
        return isTrue(attribute(name));
    }

    static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    /** Whether the part is UTF-8 under the rules of XML 1.0. */
    boolean isPlainUtf8() {
        return "UTF-8".equalsIgnoreCase(xml.getEncoding()) && !"1.1".equals(xml.getVersion());
    }

    /** Of the element that has started; empty where it has none. */
    String prefix() {
        String prefix = xml.getPrefix();
        return prefix == null ? "" : prefix;
    }

    /** Whether a prefix stands for a namespace in the element that has started. */
    boolean isBound(String prefix) {
        return xml.getNamespaceURI(prefix) != null;
    }

    /** Adds the text up to the end of the element that has just started, its children's left out, and stands there. */
    void text(StringBuilder text) throws UnreadableWorkbookException, IOException {
        for (int depth = 1; depth > 0; ) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                    if (text.length() > limits.textLength()) {
                        throw UnreadableWorkbookException.over(
                                Refusal.TEXT_TOO_LONG,
                                "more than " + UnreadableWorkbookException.number(limits.textLength()) + " characters",
                                limits.textLength());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new UnreadableWorkbookException(Refusal.DAMAGED, null);
                default -> {}
            }
        }
    }

    /** Adds the text of a shared or inline string up to its end: its runs one after the other, without phonetics. */
    void richText(String element, StringBuilder text) throws UnreadableWorkbookException, IOException {
        boolean phonetic = false;
        while (next() && !isEnd(element)) {
            if (isStart("rPh")) {
                phonetic = true;
            } else if (isEnd("rPh")) {
                phonetic = false;
            } else if (isStart("t") && !phonetic) {
                text(text);
            }
        }
    }

    /** What the parser's complaint means; its own words stay in the cause. */
    private static UnreadableWorkbookException unreadable(Exception complaint) throws IOException {
        for (Throwable cause = complaint; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenPartException broken) {
                return new UnreadableWorkbookException(broken.refusal(), complaint);
            }
            if (cause instanceof CheckedPartStream.DiskException disk) {
                throw disk.failure();
            }
        }
        return new UnreadableWorkbookException(Refusal.DAMAGED, complaint);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
