package org.scrutineer.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes workbooks: the same content gives the same bytes, whatever the machine, its clock and its locale. */
public final class WorkbookWriter {

    private static final String LANGUAGE = "en-GB";
    private static final String APPLICATION = "Scrutineer";

    /**
     * Begins to load what writing needs, which takes a second or two, on a thread of its own: a run reads meanwhile.
     * Where it fails the first workbook that is written says so.
     */
    public static void prepare() {
        var thread = new Thread(WorkbookWriter::drawNothing, "workbook writer");
        thread.setDaemon(true);
        thread.start();
    }

    private static void drawNothing() {
        var table = new OutputWorkbook.Table(
                "nothing",
                null,
                List.of(new OutputWorkbook.Header("Nothing", 10)),
                List.of(List.of(new OutputWorkbook.Cell.Text("nothing"))));
        var sheet = new OutputWorkbook.Sheet("Nothing", "Nothing", List.of(), List.of(table));
        try {
            draw(new OutputWorkbook("", "", "", "", LocalDate.EPOCH, List.of(sheet)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes {@code workbook} to a file that does not exist yet, in a folder that does. The file appears whole or not
     * at all.
     *
     * @throws IOException where the disk fails; no file is left behind then
     * @throws IllegalArgumentException where Excel could not hold the content: a name it does not accept, a text or a
     *     date out of its range, a link to a sheet that is not there; says which and where
     */
    public WrittenFile write(OutputWorkbook workbook, Path file) throws IOException {
        OutputRules.check(workbook);
        return save(draw(workbook), file);
    }

    /** The same for a form to be filled in. */
    public WrittenFile write(FormWorkbook form, Path file) throws IOException {
        OutputRules.check(form);
        return save(draw(form), file);
    }

    private static WrittenFile save(SortedMap<String, byte[]> parts, Path file) throws IOException {
        byte[] content = CanonicalZip.pack(parts);
        NewFile.write(file, content);
        String sha256 = DigestUtils.sha256Hex(content);
        return new WrittenFile(content.length, sha256, ContentHash.of(parts));
    }

    private static SortedMap<String, byte[]> draw(FormWorkbook form) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var cells = new CellParts();
            describe(
                    workbook.getProperties(),
                    form.title(),
                    form.author(),
                    form.subject(),
                    form.keywords(),
                    Optional.empty());
            new FormWriter(workbook, cells).write(form);
            return parts(workbook, cells);
        }
    }

    private static SortedMap<String, byte[]> draw(OutputWorkbook content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var cells = new CellParts();
            describe(
                    workbook.getProperties(),
                    content.title(),
                    content.author(),
                    content.subject(),
                    content.keywords(),
                    Optional.of(Date.from(
                            content.asAt().atStartOfDay(ZoneOffset.UTC).toInstant())));
            StyleBook styles = new StyleBook(workbook);
            List<String> names =
                    content.sheets().stream().map(OutputWorkbook.Sheet::name).toList();
            List<XSSFSheet> sheets = new ArrayList<>();
            names.forEach(name -> sheets.add(workbook.createSheet(name)));
            for (int i = 0; i < sheets.size(); i++) {
                new SheetWriter(sheets.get(i), cells.of(sheets.get(i)), styles, names, content.layout())
                        .write(content.sheets().get(i));
            }
            return parts(workbook, cells);
        }
    }

    private static SortedMap<String, byte[]> parts(XSSFWorkbook workbook, CellParts cells) throws IOException {
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        cells.tellExtents();
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        SortedMap<String, byte[]> parts = CanonicalZip.unpack(bytes.toByteArray());
        cells.putInto(parts);
        return parts;
    }

    private static void describe(
            POIXMLProperties properties,
            String title,
            String author,
            String subject,
            String keywords,
            Optional<Date> asAt)
            throws IOException {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(title);
        core.setCreator(author);
        core.setLastModifiedByUser(author);
        core.setSubjectProperty(subject);
        core.setKeywords(keywords);
        core.setCreated(asAt);
        core.setModified(asAt);
        core.getUnderlyingProperties().setLanguageProperty(LANGUAGE);
        properties.getExtendedProperties().setApplication(APPLICATION);
        properties.getExtendedProperties().setCompany(author);
    }
}
