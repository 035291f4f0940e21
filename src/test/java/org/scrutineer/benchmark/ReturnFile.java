package org.scrutineer.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the return of one team, row by row. Teams with an even number share their texts, as Excel itself does. */
final class ReturnFile {

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final int DEFLATE_LEVEL = 6;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final int PREPARED_AFTER = 10;

    private final int number;
    private final List<BenchmarkCatalogue.Sheet> sheets;
    private final int meanRows;
    private final LocalDate end;
    private final boolean wide;
    private final Random random;
    private final @Nullable Map<String, Integer> shared;
    private long rows;
    private long refused;
    private long cells;
    private long bytes;

    /**
     * @param number of the team, from 1
     * @param sheets beside the sheet Return; a single one has six columns more, and its texts are shared
     * @param meanRows of a sheet; it has up to a twentieth more or fewer
     * @param end the last day of the month it is for
     */
    ReturnFile(int number, int sheets, int meanRows, LocalDate end) {
        this.number = number;
        this.end = end;
        this.sheets = BenchmarkCatalogue.SHEETS.subList(0, sheets);
        this.meanRows = meanRows;
        this.wide = sheets == 1;
        this.random = new Random(WorkSet.SEED * 1_000_003L + number);
        this.shared = wide || number % 2 == 0 ? new LinkedHashMap<>() : null;
    }

    static String team(int number) {
        return String.format("Team %03d", number);
    }

    Tally write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setLevel(DEFLATE_LEVEL);
            part(zip, "[Content_Types].xml", contentTypes());
            part(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            part(zip, "xl/workbook.xml", workbook());
            part(zip, "xl/_rels/workbook.xml.rels", workbookRelations());
            part(
                    zip,
                    "xl/styles.xml",
                    SheetPen.HEAD + "<styleSheet xmlns=\"" + SheetPen.MAIN + "\">" + SheetPen.STYLES + "</styleSheet>");
            returnSheet(zip);
            for (int i = 0; i < sheets.size(); i++) {
                dataSheet(zip, i);
            }
            if (shared != null) {
                part(zip, "xl/sharedStrings.xml", sharedStrings(shared));
            }
        }
        return new Tally(1, rows, refused, cells, Files.size(file), bytes);
    }

    private void returnSheet(ZipOutputStream zip) throws IOException {
        SheetPen pen = begin(zip, 1);
        label(pen, "Return type", BenchmarkCatalogue.RETURN_TYPE);
        label(pen, "Template version", "1");
        label(pen, "Team", team(number));
        label(pen, "Period", MONTH.format(end));
        label(pen, "Prepared by", "Benchmark");
        pen.row();
        pen.header("Prepared on");
        pen.date(end.plusDays(PREPARED_AFTER));
        end(zip, pen);
    }

    private static void label(SheetPen pen, String label, String value) throws IOException {
        pen.row();
        pen.header(label);
        pen.text(value);
    }

    private void dataSheet(ZipOutputStream zip, int index) throws IOException {
        SheetPen pen = begin(zip, index + 2);
        pen.row();
        RowMaker.HEADERS.forEach(pen::header);
        if (wide) {
            RowMaker.MORE_HEADERS.forEach(pen::header);
        }
        var maker = new RowMaker(random, team(number), number * 1_000_000L + index * 100_000L, end);
        int count = wide ? meanRows : meanRows - meanRows / 20 + random.nextInt(meanRows / 10 + 1);
        for (int i = 0; i < count; i++) {
            maker.write(pen);
            if (wide) {
                maker.writeMore(pen);
            }
        }
        rows += count;
        refused += maker.refused();
        end(zip, pen);
    }

    private SheetPen begin(ZipOutputStream zip, int sheet) throws IOException {
        zip.putNextEntry(entry("xl/worksheets/sheet" + sheet + ".xml"));
        return new SheetPen(zip, shared, RowMaker.HEADERS.size() + (wide ? RowMaker.MORE_HEADERS.size() : 0));
    }

    private void end(ZipOutputStream zip, SheetPen pen) throws IOException {
        pen.finish();
        zip.closeEntry();
        cells += pen.cells();
        bytes += pen.bytes();
    }

    private void part(ZipOutputStream zip, String name, String content) throws IOException {
        byte[] part = content.getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(entry(name));
        zip.write(part);
        zip.closeEntry();
        bytes += part.length;
    }

    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }

    private int sheetCount() {
        return sheets.size() + 1;
    }

    private String contentTypes() {
        var types = new StringBuilder(SheetPen.HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        types.append(type("workbook.xml", "sheet.main")).append(type("styles.xml", "styles"));
        for (int i = 1; i <= sheetCount(); i++) {
            types.append(type("worksheets/sheet" + i + ".xml", "worksheet"));
        }
        return types.append(shared == null ? "" : type("sharedStrings.xml", "sharedStrings"))
                .append("</Types>")
                .toString();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + TYPES + type + "+xml\"/>";
    }

    private String workbook() {
        var elements = new StringBuilder();
        for (int i = 1; i <= sheetCount(); i++) {
            String name = i == 1 ? "Return" : sheets.get(i - 2).name();
            elements.append("<sheet name=\"" + name + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
        }
        return SheetPen.HEAD + "<workbook xmlns=\"" + SheetPen.MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>"
                + elements + "</sheets></workbook>";
    }

    private String workbookRelations() {
        var relations = new StringBuilder();
        for (int i = 1; i <= sheetCount(); i++) {
            relations.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        relations.append(relation("styles", "styles", "styles.xml"));
        return relations(relations + (shared == null ? "" : relation("strings", "sharedStrings", "sharedStrings.xml")));
    }

    private static String relations(String entries) {
        return SheetPen.HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + entries + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String sharedStrings(Map<String, Integer> texts) {
        var items = new StringBuilder(
                SheetPen.HEAD + "<sst xmlns=\"" + SheetPen.MAIN + "\" uniqueCount=\"" + texts.size() + "\">");
        texts.keySet().forEach(text -> items.append("<si><t>").append(text).append("</t></si>"));
        return items.append("</sst>").toString();
    }
}
