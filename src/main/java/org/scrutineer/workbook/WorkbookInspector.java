package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.InspectedWorkbook.Area;
import org.scrutineer.workbook.InspectedWorkbook.Drawing;
import org.scrutineer.workbook.InspectedWorkbook.Link;
import org.scrutineer.workbook.InspectedWorkbook.Name;
import org.scrutineer.workbook.InspectedWorkbook.Properties;
import org.scrutineer.workbook.InspectedWorkbook.Shape;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;
import org.scrutineer.workbook.InspectedWorkbook.Table;
import org.scrutineer.workbook.InspectedWorkbook.Visibility;
import org.scrutineer.workbook.XmlTree.Element;

/**
 * Reads a workbook for what its reader meets, by the format's own rules (ECMA-376 part 1) and without the library that
 * writes ours.
 */
public final class WorkbookInspector {

    private static final String PRINT_TITLES = "_xlnm.Print_Titles";

    private final ZipParts parts;
    private final Limits limits;
    private final PackageLayout layout;
    private final Element workbook;
    private final InspectedStyles styles;
    private final List<Name> names;
    private @Nullable SharedStrings strings;

    private WorkbookInspector(ZipParts parts, Limits limits) throws UnreadableWorkbookException, IOException {
        this.parts = parts;
        this.limits = limits;
        this.layout = PackageLayout.of(parts, limits);
        String part = Objects.requireNonNull(Relationships.of("", parts, limits).targetOf("officeDocument"));
        this.workbook = tree(part);
        String theme = Relationships.of(part, parts, limits).targetOf("theme");
        Colours colours = new Colours(theme == null || !parts.has(theme) ? null : tree(theme));
        String styleSheet = layout.styles();
        this.styles = InspectedStyles.of(styleSheet == null ? null : tree(styleSheet), colours);
        this.names = names(workbook);
    }

    /**
     * One worksheet of a workbook.
     *
     * @param names of all its worksheets, in the order of their tabs
     * @param sheet empty where it has none of the name
     */
    public record OneSheet(List<String> names, Optional<Sheet> sheet) {

        public OneSheet {
            names = List.copyOf(names);
        }
    }

    @FunctionalInterface
    private interface Look<T> {

        T at(WorkbookInspector workbook) throws UnreadableWorkbookException, IOException;
    }

    /**
     * Reads an unprotected .xlsx or .xlsm.
     *
     * @throws UnreadableWorkbookException where the file is no workbook that can be read, with the reason
     * @throws IOException where the disk fails
     */
    public static InspectedWorkbook inspect(Path file) throws UnreadableWorkbookException, IOException {
        return look(file, workbook -> workbook.read(file.getFileName().toString()));
    }

    /**
     * Reads one worksheet of an unprotected .xlsx or .xlsm and none of the others.
     *
     * @param sheet as its tab says
     * @throws UnreadableWorkbookException where the file is no workbook that can be read, with the reason
     * @throws IOException where the disk fails
     */
    public static OneSheet inspect(Path file, String sheet) throws UnreadableWorkbookException, IOException {
        return look(file, workbook -> workbook.only(sheet));
    }

    private static <T> T look(Path file, Look<T> look) throws UnreadableWorkbookException, IOException {
        try (ZipParts parts = ZipParts.open(file, Limits.LARGE)) {
            return look.at(new WorkbookInspector(parts, Limits.LARGE));
        } catch (BrokenPartException e) {
            throw new UnreadableWorkbookException(e.refusal(), e);
        } catch (CheckedPartStream.DiskException e) {
            throw e.failure();
        }
    }

    private InspectedWorkbook read(String fileName) throws UnreadableWorkbookException, IOException {
        List<Sheet> sheets = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Element> tabs = tabs();
        for (int tab = 0; tab < tabs.size(); tab++) {
            String name = name(tabs.get(tab));
            if (position(name) < 0) {
                others.add(name);
            } else {
                sheets.add(sheet(name, tab));
            }
        }
        PackageContents contents = PackageContents.of(parts, limits);
        return new InspectedWorkbook(
                fileName,
                properties(),
                contents.application(),
                contents.active(),
                names,
                openSheet(workbook),
                sheets,
                others);
    }

    private OneSheet only(String wanted) throws UnreadableWorkbookException, IOException {
        Optional<Sheet> found = Optional.empty();
        List<Element> tabs = tabs();
        for (int tab = 0; tab < tabs.size(); tab++) {
            if (name(tabs.get(tab)).equals(wanted) && position(wanted) >= 0) {
                found = Optional.of(sheet(wanted, tab));
            }
        }
        return new OneSheet(layout.sheets().stream().map(SourceSheet::name).toList(), found);
    }

    private List<Element> tabs() {
        return child(workbook, "sheets");
    }

    private static String name(Element tab) {
        return EscapedText.decode(text(tab.get("name")));
    }

    private int position(String name) {
        return layout.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .map(SourceSheet::position)
                .findFirst()
                .orElse(-1);
    }

    private static int openSheet(Element workbook) {
        return child(workbook, "bookViews").stream()
                .map(view -> (int) Colours.decimal(view.get("activeTab"), 0))
                .findFirst()
                .orElse(0);
    }

    private static Visibility visibility(Element tab) {
        return switch (text(tab.get("state"))) {
            case "hidden" -> Visibility.HIDDEN;
            case "veryHidden" -> Visibility.VERY_HIDDEN;
            default -> Visibility.VISIBLE;
        };
    }

    private static List<Name> names(Element workbook) {
        return child(workbook, "definedNames").stream()
                .map(name -> new Name(
                        text(name.get("name")),
                        name.text(),
                        XmlPart.isTrue(name.get("hidden")),
                        name.get("localSheetId") == null ? null : (int) Colours.decimal(name.get("localSheetId"), 0)))
                .toList();
    }

    private static boolean repeatsRows(List<Name> names, int tab) {
        return names.stream()
                .anyMatch(name -> name.name().equals(PRINT_TITLES) && name.sheet() != null && name.sheet() == tab);
    }

    private Properties properties() throws UnreadableWorkbookException, IOException {
        String part = Relationships.of("", parts, limits).targetOf("core-properties");
        if (part == null || !parts.has(part)) {
            return Properties.NONE;
        }
        Element core = tree(part);
        return new Properties(
                property(core, "title"),
                property(core, "creator"),
                property(core, "lastModifiedBy"),
                property(core, "subject"),
                property(core, "keywords"),
                property(core, "language"));
    }

    private static String property(Element core, String name) {
        Element property = core.child(name);
        return property == null ? "" : property.text().strip();
    }

    private Sheet sheet(String name, int tab) throws UnreadableWorkbookException, IOException {
        String sheetPart = layout.sheetParts().get(position(name));
        SheetInspector read;
        try (XmlPart xml = new XmlPart(parts, sheetPart, limits)) {
            read = new SheetInspector(xml, styles, this::strings).read();
        }
        Relationships relationships = Relationships.of(sheetPart, parts, limits);
        List<Table> tables = new ArrayList<>();
        for (String table : relationships.targetsOf("table")) {
            tables.add(table(tree(table)));
        }
        tables.sort(Comparator.comparingInt(table -> table.area().firstRow()));
        List<Drawing> drawings = new ArrayList<>();
        for (String drawing : relationships.targetsOf("drawing")) {
            drawings.addAll(drawings(drawing));
        }
        return read.sheet(
                name,
                visibility(tabs().get(tab)),
                repeatsRows(names, tab),
                tables,
                links(sheetPart, read.links()),
                drawings,
                notes(relationships));
    }

    private SharedStrings strings() throws UnreadableWorkbookException, IOException {
        SharedStrings read = strings;
        if (read == null) {
            read = SharedStrings.of(layout.sharedStrings(), parts, limits);
            strings = read;
        }
        return read;
    }

    private static Table table(Element table) throws UnreadableWorkbookException {
        Area area = Area.of(text(table.get("ref")));
        if (area == null) {
            throw CellEvents.damaged(null);
        }
        Element filter = table.child("autoFilter");
        boolean buttons = filter != null
                && filter.children("filterColumn").stream()
                        .noneMatch(column -> XmlPart.isTrue(column.get("hiddenButton")));
        return new Table(
                text(table.get("displayName")),
                area,
                (int) Colours.decimal(table.get("headerRowCount"), 1),
                child(table, "tableColumns").stream()
                        .map(column -> EscapedText.decode(text(column.get("name"))))
                        .toList(),
                buttons);
    }

    /** Relationships are read once more here: what leads outside the package has no part, but an address. */
    private List<Link> links(String part, List<SheetInspector.RawLink> raw)
            throws UnreadableWorkbookException, IOException {
        Map<String, String> addresses = new LinkedHashMap<>();
        int slash = part.lastIndexOf('/') + 1;
        String relationships = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        if (parts.has(relationships)) {
            tree(relationships)
                    .children("Relationship")
                    .forEach(entry -> addresses.put(text(entry.get("Id")), text(entry.get("Target"))));
        }
        return raw.stream()
                .map(link -> new Link(
                        link.area(), link.place(), link.id() == null ? null : addresses.getOrDefault(link.id(), "")))
                .toList();
    }

    private List<Drawing> drawings(String part) throws UnreadableWorkbookException, IOException {
        Relationships relationships = Relationships.of(part, parts, limits);
        List<Drawing> drawings = new ArrayList<>();
        for (Element anchor : tree(part).children()) {
            for (Element shape : anchor.children()) {
                Shape kind = shape(shape);
                if (kind != null) {
                    drawings.add(drawing(kind, anchor, shape, relationships));
                }
            }
        }
        return drawings;
    }

    private static @Nullable Shape shape(Element shape) {
        return switch (shape.name()) {
            case "graphicFrame" -> Shape.CHART;
            case "pic" -> Shape.PICTURE;
            case "sp", "cxnSp", "grpSp", "AlternateContent" -> Shape.TEXT_BOX;
            default -> null;
        };
    }

    private Drawing drawing(Shape kind, Element anchor, Element shape, Relationships relationships)
            throws UnreadableWorkbookException, IOException {
        Element about = descendants(shape, "cNvPr").stream().findFirst().orElse(null);
        Element from = anchor.child("from");
        String cell = from == null ? "A1" : CellReference.of(1 + index(from, "row"), 1 + index(from, "col"));
        List<String> data = new ArrayList<>();
        for (Element chart : descendants(shape, "chart")) {
            String id = chart.qualified("id");
            Relationships.Relationship target = id == null ? null : relationships.byId(id);
            if (target != null && target.target() != null && parts.has(target.target())) {
                descendants(tree(target.target()), "f").forEach(formula -> data.add(formula.text()));
            }
        }
        return new Drawing(
                kind,
                cell,
                about == null ? "" : text(about.get("name")),
                about == null ? "" : text(about.get("descr")).strip(),
                data);
    }

    private static int index(Element from, String name) {
        Element found = from.child(name);
        return found == null ? 0 : (int) Colours.decimal(found.text().strip(), 0);
    }

    private Map<String, String> notes(Relationships relationships) throws UnreadableWorkbookException, IOException {
        Map<String, String> notes = new LinkedHashMap<>();
        for (String type : List.of("comments", "threadedComment")) {
            for (String part : relationships.targetsOf(type)) {
                for (String element : List.of("comment", "threadedComment")) {
                    descendants(tree(part), element)
                            .forEach(note -> notes.merge(
                                    text(note.get("ref")), note.text().strip(), (one, two) -> one + "\n" + two));
                }
            }
        }
        return notes;
    }

    private static List<Element> descendants(Element element, String named) {
        List<Element> found = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.name().equals(named)) {
                found.add(child);
            }
            found.addAll(descendants(child, named));
        }
        return found;
    }

    private static List<Element> child(Element element, String named) {
        Element child = element.child(named);
        return child == null ? List.of() : child.children();
    }

    private Element tree(String part) throws UnreadableWorkbookException, IOException {
        if (parts.size(part) > XmlTree.LARGEST) {
            throw UnreadableWorkbookException.overBytes(Refusal.TOO_LARGE_UNPACKED, parts.size(part), XmlTree.LARGEST);
        }
        try {
            return XmlTree.of(part, parts).root();
        } catch (UnmarkableWorkbookException e) {
            throw new UnreadableWorkbookException(Refusal.DAMAGED, e);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
