package org.scrutineer.workbook;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a file of another format holds as the package that {@link SourceWorkbook} reads: whatever the format,
 * cells are told by one reader and held to the same limits. It has what that reader looks for and no more.
 */
final class ScratchPackage implements Closeable {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String PROPERTIES = "docProps/core.xml";
    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    private final ZipOutputStream zip;
    private int sheetsWritten;

    /** A sheet as its tab shows it. */
    record Sheet(String name, boolean hidden) {}

    /** What one part is written with. */
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException, IOException;
    }

    ScratchPackage(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Begins the package. Its sheets are to be written next, in the same order.
     *
     * @param formats ids of the number formats of cell styles 0, 1, …
     * @param codes of those formats that are not built in, by id
     */
    void begin(List<Sheet> sheets, DateSystem dates, List<Integer> formats, Map<Integer, String> codes)
            throws IOException {
        part(
                "_rels/.rels",
                xml -> relationships(
                        xml,
                        new TreeMap<>(Map.of(
                                "rId1", List.of("officeDocument", "xl/workbook.xml"),
                                "rId2", List.of("core-properties", PROPERTIES)))));
        part("xl/_rels/workbook.xml.rels", xml -> {
            Map<String, List<String>> targets = new TreeMap<>();
            targets.put("styles", List.of("styles", "styles.xml"));
            for (int i = 1; i <= sheets.size(); i++) {
                targets.put("sheet" + i, List.of("worksheet", "sheet" + i + ".xml"));
            }
            relationships(xml, targets);
        });
        part("xl/workbook.xml", xml -> workbook(xml, sheets, dates));
        part("xl/styles.xml", xml -> styles(xml, formats, codes));
    }

    /** Notes when the file says that it was last saved. */
    void lastSaved(Instant moment) throws IOException {
        part(PROPERTIES, xml -> {
            xml.writeStartElement("modified");
            xml.writeDefaultNamespace("http://purl.org/dc/terms/");
            xml.writeCharacters(moment.toString());
            xml.writeEndElement();
        });
    }

    private static void relationships(XMLStreamWriter xml, Map<String, List<String>> targets)
            throws XMLStreamException {
        xml.writeStartElement("Relationships");
        xml.writeDefaultNamespace(RELATIONSHIPS);
        for (Map.Entry<String, List<String>> target : targets.entrySet()) {
            xml.writeEmptyElement("Relationship");
            xml.writeAttribute("Id", target.getKey());
            xml.writeAttribute("Type", DOCUMENT + "/" + target.getValue().get(0));
            xml.writeAttribute("Target", target.getValue().get(1));
        }
        xml.writeEndElement();
    }

    private static void workbook(XMLStreamWriter xml, List<Sheet> sheets, DateSystem dates) throws XMLStreamException {
        xml.writeStartElement("workbook");
        xml.writeDefaultNamespace(MAIN);
        xml.writeNamespace("r", DOCUMENT);
        xml.writeEmptyElement("workbookPr");
        xml.writeAttribute("date1904", dates == DateSystem.FROM_1904 ? "1" : "0");
        xml.writeStartElement("sheets");
        for (int i = 0; i < sheets.size(); i++) {
            xml.writeEmptyElement("sheet");
            xml.writeAttribute("name", EscapedText.encode(sheets.get(i).name()));
            xml.writeAttribute("sheetId", String.valueOf(i + 1));
            if (sheets.get(i).hidden()) {
                xml.writeAttribute("state", "hidden");
            }
            xml.writeAttribute("r", DOCUMENT, "id", "sheet" + (i + 1));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void styles(XMLStreamWriter xml, List<Integer> formats, Map<Integer, String> codes)
            throws XMLStreamException {
        xml.writeStartElement("styleSheet");
        xml.writeDefaultNamespace(MAIN);
        xml.writeStartElement("numFmts");
        for (Map.Entry<Integer, String> code : codes.entrySet()) {
            xml.writeEmptyElement("numFmt");
            xml.writeAttribute("numFmtId", String.valueOf(code.getKey()));
            xml.writeAttribute("formatCode", EscapedText.encode(code.getValue()));
        }
        xml.writeEndElement();
        xml.writeStartElement("cellXfs");
        for (int format : formats) {
            xml.writeEmptyElement("xf");
            xml.writeAttribute("numFmtId", String.valueOf(format));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** Writes the next sheet's rows. */
    interface Rows {
        void write(SheetPen pen) throws XMLStreamException, IOException;
    }

    void sheet(SheetFacts facts, Rows rows) throws IOException {
        sheetsWritten++;
        part("xl/sheet" + sheetsWritten + ".xml", xml -> {
            xml.writeStartElement("worksheet");
            xml.writeDefaultNamespace(MAIN);
            columns(xml, facts);
            xml.writeStartElement("sheetData");
            SheetPen pen = new SheetPen(xml);
            rows.write(pen);
            pen.endRow();
            xml.writeEndElement();
            if (facts.filter() != null) {
                xml.writeEmptyElement("autoFilter");
                xml.writeAttribute("ref", facts.filter());
            }
            for (String range : facts.merged()) {
                xml.writeEmptyElement("mergeCell");
                xml.writeAttribute("ref", range);
            }
            xml.writeEndElement();
        });
    }

    private static void columns(XMLStreamWriter xml, SheetFacts facts) throws XMLStreamException {
        for (SheetFacts.Columns hidden : facts.hiddenColumns()) {
            xml.writeEmptyElement("col");
            xml.writeAttribute("min", String.valueOf(hidden.first()));
            xml.writeAttribute("max", String.valueOf(hidden.last()));
            xml.writeAttribute("hidden", "1");
        }
    }

    /** Writes rows and cells in the order they stand in. Rows and columns count from 1. */
    static final class SheetPen {

        private final XMLStreamWriter xml;
        private boolean inRow;

        private SheetPen(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void row(int row, boolean hidden) throws XMLStreamException {
            endRow();
            inRow = true;
            xml.writeStartElement("row");
            xml.writeAttribute("r", String.valueOf(row));
            if (hidden) {
                xml.writeAttribute("hidden", "1");
            }
        }

        private void endRow() throws XMLStreamException {
            if (inRow) {
                xml.writeEndElement();
            }
        }

        /**
         * @param reference e.g. {@code B3}
         * @param type as a package names it, e.g. {@code str}
         * @param formula in words of ours; null where the cell holds none
         */
        void cell(String reference, String type, int style, @Nullable String formula, @Nullable String value)
                throws XMLStreamException {
            xml.writeStartElement("c");
            xml.writeAttribute("r", reference);
            xml.writeAttribute("s", String.valueOf(style));
            xml.writeAttribute("t", type);
            if (formula != null) {
                element("f", formula);
            }
            if (value != null) {
                element("v", value);
            }
            xml.writeEndElement();
        }

        private void element(String name, String content) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(EscapedText.encode(content));
            xml.writeEndElement();
        }
    }

    private void part(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(zip, StandardCharsets.UTF_8.name());
            xml.writeStartDocument();
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e);
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
