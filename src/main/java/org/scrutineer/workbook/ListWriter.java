package org.scrutineer.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.scrutineer.files.Renames;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Layout;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

/**
 * Writes long lists: each row goes into the file as soon as it is known, so that the memory it takes does not grow with
 * the list, and little is done beside packing. The same list gives the same bytes.
 */
public final class ListWriter {

    /** What Excel has room for. */
    public static final int MOST_ROWS = 1_048_576;

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int LEVEL = 6;
    private static final int BUFFER = 1 << 16;
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private ListWriter() {}

    /**
     * Writes {@code list} to a file that does not exist yet, in a folder that does. The file appears whole or not at all.
     *
     * @return how many rows the list has
     * @throws IOException where the disk fails; no file is left behind then
     * @throws IllegalArgumentException where Excel could not hold the list: a name it does not accept, a row that has not a
     *     cell for each column, more rows than it has
     */
    public static int write(ListWorkbook list, Path file) throws IOException {
        OutputRules.check(new OutputWorkbook(
                list.title(),
                list.author(),
                list.title(),
                "",
                TIME.toLocalDate(),
                Layout.ACCESSIBLE,
                List.of(new Sheet(
                        list.sheet(),
                        list.title(),
                        List.of(),
                        List.of(new Table(list.table(), null, list.columns(), List.of()))))));
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            int rows;
            try (OutputStream out = Files.newOutputStream(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER))) {
                zip.setLevel(LEVEL);
                rows = write(list, zip);
            }
            Renames.appear(unfinished, file);
            return rows;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private static int write(ListWorkbook list, ZipOutputStream zip) throws IOException {
        part(zip, "[Content_Types].xml", types());
        part(
                zip,
                "_rels/.rels",
                relationships(
                                "officeDocument\" Target=\"xl/workbook.xml",
                                "extended-properties\" Target=\"docProps/app.xml")
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"rId3\" Type=\"" + PACKAGE
                                        + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"));
        part(
                zip,
                "docProps/app.xml",
                PROLOGUE
                        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        + "<Application>Scrutineer</Application></Properties>");
        part(zip, "docProps/core.xml", core(list));
        part(
                zip,
                "xl/workbook.xml",
                PROLOGUE + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"" + ListCells.escaped(list.sheet())
                        + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                relationships("worksheet\" Target=\"worksheets/sheet1.xml", "styles\" Target=\"styles.xml"));
        part(zip, "xl/styles.xml", ListCells.STYLES);
        open(zip, "xl/worksheets/sheet1.xml");
        int header = 1 + list.lines().size() + 1;
        int rows = new ListCells(zip).write(list, header);
        zip.closeEntry();
        part(zip, "xl/worksheets/_rels/sheet1.xml.rels", relationships("table\" Target=\"../tables/table1.xml"));
        part(zip, "xl/tables/table1.xml", table(list, header, Math.max(1, rows)));
        return rows;
    }

    private static void open(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        open(zip, name);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String types() {
        return PROLOGUE + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
                + " ContentType=\"application/xml\"/>"
                + override("/xl/workbook.xml", TYPES + "sheet.main+xml")
                + override("/xl/worksheets/sheet1.xml", TYPES + "worksheet+xml")
                + override("/xl/styles.xml", TYPES + "styles+xml")
                + override("/xl/tables/table1.xml", TYPES + "table+xml")
                + override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
                + override("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>";
    }

    /** @param typesAndTargets each the end of a type and a target, as they follow each other in XML */
    private static String relationships(String... typesAndTargets) {
        var xml = new StringBuilder(PROLOGUE + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < typesAndTargets.length; i++) {
            xml.append("<Relationship Id=\"rId")
                    .append(i + 1)
                    .append("\" Type=\"")
                    .append(OFFICE)
                    .append('/')
                    .append(typesAndTargets[i])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String core(ListWorkbook list) {
        return PROLOGUE + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + ListCells.escaped(list.title())
                + "</dc:title><dc:creator>" + ListCells.escaped(list.author()) + "</dc:creator><cp:lastModifiedBy>"
                + ListCells.escaped(list.author()) + "</cp:lastModifiedBy><dc:language>en-GB</dc:language>"
                + "</cp:coreProperties>";
    }

    private static String table(ListWorkbook list, int header, int rows) {
        String range = "A" + header + ":"
                + CellReference.of(header + rows, list.columns().size());
        var xml = new StringBuilder(PROLOGUE + "<table xmlns=\"" + MAIN + "\" id=\"1\" name=\"" + list.table()
                + "\" displayName=\"" + list.table() + "\" ref=\"" + range
                + "\" totalsRowShown=\"0\"><autoFilter ref=\"" + range + "\"/><tableColumns count=\""
                + list.columns().size() + "\">");
        int id = 0;
        for (Header column : list.columns()) {
            xml.append("<tableColumn id=\"")
                    .append(++id)
                    .append("\" name=\"")
                    .append(ListCells.escaped(column.text()))
                    .append("\"/>");
        }
        return xml.append("</tableColumns></table>").toString();
    }
}
