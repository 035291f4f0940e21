package org.scrutineer.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together from XML as its parts hold it, for what Excel and POI would never write. */
final class RawWorkbook {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private final List<String> relationships = new ArrayList<>();
    private String workbookProperties = "";
    private boolean strict;

    private RawWorkbook() {}

    /** A workbook without sheets. */
    static RawWorkbook rawWorkbook() {
        return new RawWorkbook()
                .part("[Content_Types].xml", "<Types/>")
                .part(
                        "_rels/.rels",
                        relationships("<Relationship Id='rId1' Type='" + TRANSITIONAL
                                + "officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/>"));
    }

    /** A workbook of one sheet with {@code rows} as its sheet data. */
    static RawWorkbook rows(String rows) {
        return rawWorkbook().sheet("Sheet1", rows);
    }

    /** A workbook of one sheet with one row of {@code cells}. */
    static RawWorkbook cells(String cells) {
        return rows("<row r='1'>" + cells + "</row>");
    }

    static String relationships(String entries) {
        return "<Relationships xmlns='" + TRANSITIONAL + "package/2006/relationships'>" + entries + "</Relationships>";
    }

    RawWorkbook sheet(String name, String rows) {
        return sheet(name, "", "worksheet", "<worksheet xmlns='MAIN'><sheetData>" + rows + "</sheetData></worksheet>");
    }

    RawWorkbook sheet(String name, String state, String kind, String xml) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name='" + name + "' sheetId='" + number + "' r:id='rId" + number + "'" + state + "/>");
        String target = "worksheets/sheet" + number + ".xml";
        relate("rId" + number, kind, target);
        return part("xl/" + target, xml);
    }

    RawWorkbook relate(String id, String type, String target) {
        relationships.add("<Relationship Id='" + id + "' Type='DOCUMENT" + type + "' Target='" + target + "'/>");
        return this;
    }

    RawWorkbook sharedStrings(String items) {
        return relate("strings", "sharedStrings", "sharedStrings.xml")
                .part("xl/sharedStrings.xml", "<sst xmlns='MAIN'>" + items + "</sst>");
    }

    /** Cell formats 0, 1, … with these codes. */
    RawWorkbook formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            int id = 164 + i;
            formats.append("<numFmt numFmtId='" + id + "' formatCode='" + codes[i].replace("\"", "&quot;") + "'/>");
            cells.append("<xf numFmtId='" + id + "'/>");
        }
        return styles("<numFmts>" + formats + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>"
                + cells + "</cellXfs>");
    }

    RawWorkbook styles(String content) {
        return relate("styles", "styles", "/xl/styles.xml")
                .part("xl/styles.xml", "<styleSheet xmlns='MAIN'>" + content + "</styleSheet>");
    }

    RawWorkbook from1904() {
        workbookProperties = "<workbookPr date1904='1'/>";
        return this;
    }

    /** In the namespaces of "Strict Open XML Spreadsheet". */
    RawWorkbook strict() {
        strict = true;
        return this;
    }

    RawWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    RawWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    RawWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    Path in(Path folder) {
        try {
            return Files.write(folder.resolve("raw.xlsx"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(parts);
        if (!sheets.isEmpty()) {
            String workbook = "<workbook xmlns='MAIN' xmlns:r='RELATIONSHIPS'>" + workbookProperties + "<sheets>"
                    + String.join("", sheets) + "</sheets></workbook>";
            all.putIfAbsent("xl/workbook.xml", workbook.getBytes(StandardCharsets.UTF_8));
            all.putIfAbsent(
                    "xl/_rels/workbook.xml.rels",
                    relationships(String.join("", relationships)).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        part.getKey().endsWith("xml") || part.getKey().endsWith("rels")
                                ? named(part.getValue())
                                : part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private byte[] named(byte[] xml) {
        String base = strict ? "http://purl.oclc.org/ooxml/" : TRANSITIONAL;
        String text = new String(xml, StandardCharsets.ISO_8859_1)
                .replace("'MAIN'", "'" + base + (strict ? "spreadsheetml/main" : "spreadsheetml/2006/main") + "'")
                .replace("'RELATIONSHIPS'", "'" + base + officeDocument() + "relationships'")
                .replace("'DOCUMENT", "'" + base + officeDocument() + "relationships/");
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String officeDocument() {
        return strict ? "officeDocument/" : "officeDocument/2006/";
    }
}
