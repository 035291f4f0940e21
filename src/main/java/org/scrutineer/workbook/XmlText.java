package org.scrutineer.workbook;

/** Text as XML holds it, in elements and attributes. */
final class XmlText {

    private XmlText() {}

    /** @param text without characters that XML cannot hold, as {@link EscapedText#encode} leaves it */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
