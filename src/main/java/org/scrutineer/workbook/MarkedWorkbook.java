package org.scrutineer.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.scrutineer.files.Renames;

/**
 * A workbook that goes back to its sender: the one that was received, with sheets of ours in front, and comments and
 * marks at the cells concerned. Its parts are edited one by one and never loaded as a whole, so that everything else in
 * it (macros, pictures, formats, names, validations) stays as it was, byte for byte.
 */
public final class MarkedWorkbook {

    /** Cells of a sheet that get a comment; beyond it Excel opens the sheet slowly. All are marked. */
    public static final int MOST_COMMENTS = 1_000;

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String STYLES_PART = "xl/styles.xml";

    private final Limits limits;
    private final ZipParts parts;
    private final PackageEdit edit;
    private final String workbookPart;
    private final List<AnswerSheet> sheets;

    /** The parts of the sender's sheets by name, in the order of the tabs. */
    private final Map<String, String> sheetParts = new LinkedHashMap<>();

    /** Whether the workbook has come back with sheets of ours in it. */
    private boolean answeredBefore;

    private MarkedWorkbook(ZipParts parts, Limits limits, List<AnswerSheet> sheets)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        this.parts = parts;
        this.limits = limits;
        this.sheets = sheets;
        this.edit = new PackageEdit(parts);
        String part = Relationships.of("", parts, limits).targetOf("officeDocument");
        this.workbookPart = part == null ? "" : part;
    }

    /**
     * Writes the workbook, marked, to {@code target}, which appears whole or not at all; a file of that name gives way.
     * What an earlier answer put into it is taken out first. The same input gives the same bytes.
     *
     * @param sheets of ours, the first of which it will open on
     * @param notes for cells of its own sheets, the most important first
     * @throws UnmarkableWorkbookException where the workbook is signed, or has parts in a form that is not edited here
     *     (the strict one, say); nothing is written
     * @throws UnreadableWorkbookException where it cannot be read
     */
    public static void mark(Path original, List<AnswerSheet> sheets, List<CellNote> notes, Path target)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        mark(original, sheets, notes, target, Limits.LARGE);
    }

    private static void mark(Path original, List<AnswerSheet> sheets, List<CellNote> notes, Path target, Limits limits)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        try (ZipParts parts = ZipParts.open(original, limits);
                ZipFile packed = ZipFile.builder().setPath(original).get()) {
            PackageLayout layout = PackageLayout.of(parts, limits);
            MarkedWorkbook workbook = new MarkedWorkbook(parts, limits, sheets);
            workbook.apply(layout, CellNotes.bySheet(notes));
            save(workbook.edit, packed, target);
        } catch (BrokenPartException e) {
            throw new UnreadableWorkbookException(e.refusal(), e);
        }
    }

    /** Writes sheets of ours as a workbook of their own, for a sender whose file cannot be marked. */
    public static void alone(List<AnswerSheet> sheets, String title, String author, Path target) throws IOException {
        Path skeleton = Files.createTempFile("scrutineer-answer-", ".xlsx");
        try {
            Files.write(skeleton, EmptyWorkbook.bytes(title, author));
            mark(skeleton, sheets, List.of(), target, Limits.LARGE);
        } catch (UnmarkableWorkbookException | UnreadableWorkbookException e) {
            throw new IllegalStateException("our own empty workbook cannot be edited", e);
        } finally {
            Files.deleteIfExists(skeleton);
        }
    }

    private static void save(PackageEdit edit, ZipFile original, Path target)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.READ)) {
                edit.writeTo(channel, original);
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Renames.replace(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void apply(PackageLayout layout, Map<String, CellNotes> notes)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        if (parts.has("_xmlsignatures/origin.sigs") || parts.has("xl/revisions/revisionHeaders.xml")) {
            throw new UnmarkableWorkbookException("a signed or shared workbook");
        }
        XmlTree.Element workbook = edit.edit(workbookPart).root();
        if (!workbook.attributes().containsValue("http://schemas.openxmlformats.org/spreadsheetml/2006/main")) {
            throw new UnmarkableWorkbookException("the strict form");
        }
        for (SourceSheet sheet : layout.sheets()) {
            sheetParts.put(sheet.name(), layout.sheetParts().get(sheet.position()));
        }
        Set<String> names = new HashSet<>();
        sheets.forEach(sheet -> names.add(sheet.name().toLowerCase(Locale.ROOT)));
        removeEarlierAnswer(workbook, names);
        XmlTree styleTree = styles(layout);
        AnswerStyles styles = AnswerStyles.addedTo(styleTree);
        for (Map.Entry<String, String> sheet : sheetParts.entrySet()) {
            editSheet(sheet.getValue(), notes.get(sheet.getKey()), styles.mark());
        }
        addSheets(workbook, styles);
        openOnFirst(workbook);
        dropTitles();
    }

    private XmlTree styles(PackageLayout layout)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        String part = layout.styles();
        if (part != null && parts.has(part)) {
            return edit.edit(part);
        }
        edit.relate(workbookPart, "styles", STYLES_PART);
        return edit.create(STYLES_PART, MAIN + "styles+xml", AnswerStyles.EMPTY);
    }

    /** Takes out the sheets an earlier answer put in front, which the sender has sent back with the rest. */
    private void removeEarlierAnswer(XmlTree.Element workbook, Set<String> names)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        XmlTree.Element list = required(workbook, "sheets");
        List<XmlTree.Element> before = list.children("sheet");
        Map<Integer, Integer> places = new HashMap<>();
        int place = sheets.size();
        for (int i = 0; i < before.size(); i++) {
            String name = EscapedText.decode(String.valueOf(before.get(i).get("name")));
            if (names.contains(name.toLowerCase(Locale.ROOT))) {
                answeredBefore = true;
                removeSheet(name, before.get(i));
            } else {
                places.put(i, place++);
            }
        }
        list.removeIf(sheet -> names.contains(
                EscapedText.decode(String.valueOf(sheet.get("name"))).toLowerCase(Locale.ROOT)));
        XmlTree.Element defined = workbook.child("definedNames");
        if (defined != null) {
            defined.removeIf(name -> local(name) >= 0 && !places.containsKey(local(name)));
            defined.children("definedName").stream()
                    .filter(name -> local(name) >= 0)
                    .forEach(name -> name.set("localSheetId", String.valueOf(places.get(local(name)))));
            if (defined.children().isEmpty()) {
                workbook.removeIf(child -> child.name().equals("definedNames"));
            }
        }
    }

    private static int local(XmlTree.Element definedName) {
        String sheet = definedName.get("localSheetId");
        return sheet == null || !sheet.matches("\\d{1,5}") ? -1 : Integer.parseInt(sheet);
    }

    private void removeSheet(String name, XmlTree.Element entry)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        String id = entry.qualified("id");
        edit.relationships(workbookPart).root().removeIf(relationship -> Objects.equals(relationship.get("Id"), id));
        String part = sheetParts.remove(name);
        if (part != null) {
            Relationships own = Relationships.of(part, parts, limits);
            for (String type : List.of("table", "comments", "vmlDrawing")) {
                own.targetsOf(type).forEach(edit::remove);
            }
            edit.remove(part);
        }
    }

    private void editSheet(String part, @Nullable CellNotes notes, int mark)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        SheetPart.Facts facts;
        try (InputStream in = parts.open(part)) {
            facts = notes == null && !answeredBefore ? SheetPart.head(in) : SheetPart.facts(in);
        }
        String drawing = comment(part, notes, facts);
        if (notes == null && !answeredBefore && !facts.selected()) {
            return;
        }
        List<String> ranges = notes == null ? List.of() : notes.ranges();
        edit.write(part, out -> {
            try (InputStream in = parts.open(part)) {
                SheetPart.edit(in, out, ranges, mark, drawing);
            }
        });
    }

    /** The id by which the sheet is to refer to the shapes of its comments; null where it does already or has none. */
    private @Nullable String comment(String part, @Nullable CellNotes notes, SheetPart.Facts facts)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        Relationships own = Relationships.of(part, parts, limits);
        String comments = own.targetOf("comments");
        Relationships.Relationship drawn = facts.legacyDrawing() == null ? null : own.byId(facts.legacyDrawing());
        String shapes = drawn == null ? null : drawn.target();
        if (notes == null && (!answeredBefore || comments == null)) {
            return null;
        }
        CommentParts both =
                CommentParts.of(comments == null ? null : edit.edit(comments), shapes == null ? null : bytes(shapes));
        both.withoutOurs();
        if (notes != null) {
            both.add(notes.texts());
        }
        if (comments == null) {
            String added = edit.free("xl/comments", ".xml");
            edit.add(added, MAIN + "comments+xml", out -> out.write(both.comments()));
            edit.relate(part, "comments", added);
        }
        if (shapes != null) {
            edit.write(shapes, both.shapes());
            return null;
        }
        String added = edit.free("xl/drawings/vmlDrawing", ".vml");
        edit.type("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        edit.write(added, both.shapes());
        return edit.relate(part, "vmlDrawing", added);
    }

    private byte[] bytes(String part) throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        if (parts.size(part) > XmlTree.LARGEST) {
            throw new UnmarkableWorkbookException(part + " is too large to be edited");
        }
        try (InputStream in = parts.open(part)) {
            return in.readAllBytes();
        }
    }

    private void addSheets(XmlTree.Element workbook, AnswerStyles styles)
            throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        XmlTree.Element list = required(workbook, "sheets");
        long sheetId = list.children("sheet").stream()
                .mapToLong(sheet -> number(sheet.get("sheetId")))
                .max()
                .orElse(0);
        TableNames tables = new TableNames(workbook);
        List<XmlTree.Element> entries = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            String part = edit.free("xl/worksheets/answer", ".xml");
            AnswerSheetXml drawn = new AnswerSheetXml(sheets.get(i), styles);
            List<String> tableIds = new ArrayList<>();
            for (AnswerSheetXml.PlacedTable table : drawn.tables()) {
                String tablePart = edit.free("xl/tables/answer", ".xml");
                byte[] bytes = AnswerSheetXml.table(
                        table, tables.nextId(), tables.free(table.table().name()));
                edit.add(tablePart, MAIN + "table+xml", out -> out.write(bytes));
                tableIds.add(edit.relate(part, "table", tablePart));
            }
            boolean first = i == 0;
            edit.add(part, MAIN + "worksheet+xml", out -> drawn.write(out, first, tableIds));
            entries.add(list.make("sheet")
                    .set("name", sheets.get(i).name())
                    .set("sheetId", Long.toString(++sheetId))
                    .set("xmlns:answer", PackageEdit.RELATIONSHIP_NAMES)
                    .set("answer:id", edit.relate(workbookPart, "worksheet", part)));
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            list.addFirst(entries.get(i));
        }
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,10}") ? 0 : Long.parseLong(text);
    }

    /** The ids and names of tables, and the names defined, which no table of ours may have. */
    private final class TableNames {

        private final Set<String> names = new HashSet<>();
        private int id;

        TableNames(XmlTree.Element workbook)
                throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
            XmlTree.Element defined = workbook.child("definedNames");
            if (defined != null) {
                defined.children().forEach(name -> add(name.get("name")));
            }
            for (String part : edit.partsOfType("table+xml")) {
                try (XmlPart xml = new XmlPart(parts, part, limits)) {
                    if (xml.next()) {
                        add(xml.attribute("displayName"));
                        add(xml.attribute("name"));
                        id = (int) Math.max(id, number(xml.attribute("id")));
                    }
                }
            }
        }

        private void add(@Nullable String name) {
            names.add(String.valueOf(name).toLowerCase(Locale.ROOT));
        }

        int nextId() {
            return ++id;
        }

        String free(String wanted) {
            String name = wanted;
            for (int number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = wanted + "_" + number;
            }
            return name;
        }
    }

    private static void openOnFirst(XmlTree.Element workbook) {
        XmlTree.Element views = workbook.child("bookViews");
        if (views != null) {
            views.children("workbookView").forEach(view -> {
                view.set("activeTab", "0");
                view.remove("firstSheet");
            });
        }
    }

    /** The list of sheets in the document's properties is no longer true; Excel makes it again. */
    private void dropTitles() throws UnmarkableWorkbookException, UnreadableWorkbookException, IOException {
        String part = Relationships.of("", parts, limits).targetOf("extended-properties");
        if (part != null && parts.has(part)) {
            edit.edit(part)
                    .root()
                    .removeIf(child ->
                            child.name().equals("HeadingPairs") || child.name().equals("TitlesOfParts"));
        }
    }

    private static XmlTree.Element required(XmlTree.Element parent, String name) throws UnmarkableWorkbookException {
        XmlTree.Element child = parent.child(name);
        if (child == null) {
            throw new UnmarkableWorkbookException("no " + name);
        }
        return child;
    }

    /** What our sheets stand in where there is no workbook to put them in front of. */
    private static final class EmptyWorkbook {

        private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

        private EmptyWorkbook() {}

        static byte[] bytes(String title, String author) throws IOException {
            SortedMap<String, byte[]> parts = new TreeMap<>();
            put(
                    parts,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + MAIN + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/docProps/core.xml\" ContentType=\""
                            + "application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
            put(
                    parts,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\""
                            + PackageEdit.RELATIONSHIP_NAMES
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\""
                            + PACKAGE
                            + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
            put(
                    parts,
                    "docProps/core.xml",
                    "<cp:coreProperties xmlns:cp=\"" + PACKAGE
                            + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                            + XmlTree.escaped(EscapedText.encode(title), false) + "</dc:title><dc:creator>"
                            + XmlTree.escaped(EscapedText.encode(author), false)
                            + "</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>");
            put(
                    parts,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><bookViews>"
                            + "<workbookView/></bookViews><sheets/></workbook>");
            return CanonicalZip.pack(parts);
        }

        private static void put(SortedMap<String, byte[]> parts, String name, String xml) {
            parts.put(
                    name,
                    ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml)
                            .getBytes(StandardCharsets.UTF_8));
        }
    }
}
