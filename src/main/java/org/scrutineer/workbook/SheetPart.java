package org.scrutineer.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks cells in the part of a sheet: its rows and cells are copied byte for byte, what shows the marks stands behind
 * them. A mark is a conditional format, as that leaves the cells' own formats alone and can be taken away whole.
 */
final class SheetPart {

    /** Always true, and tells our marks from the sender's own conditional formats. */
    static final String FORMULA = "\"Scrutineer\"=\"Scrutineer\"";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Behind all formats of the sender, whose numbers are unique on a sheet and small. */
    private static final int PRIORITY = 100_000;

    private static final Pattern SELECTED = Pattern.compile("\\s+tabSelected\\s*=\\s*[\"'](?:1|true)[\"']");
    private static final Pattern ID = Pattern.compile("\\s[\\w.-]+:id\\s*=\\s*[\"']([^\"']*)[\"']");

    /** What may follow the cells, in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
    private static final List<String> ORDER = List.of(
            "sheetCalcPr",
            "sheetProtection",
            "protectedRanges",
            "scenarios",
            "autoFilter",
            "sortState",
            "dataConsolidate",
            "customSheetViews",
            "mergeCells",
            "phoneticPr",
            "conditionalFormatting",
            "dataValidations",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "colBreaks",
            "customProperties",
            "cellWatches",
            "ignoredErrors",
            "smartTags",
            "drawing",
            "legacyDrawing",
            "legacyDrawingHF");

    private final TagStream tags;
    private final boolean edited;
    private final String marks;
    private final @Nullable String drawing;
    private String prefix = "";
    private int depth;
    private boolean afterCells;
    private boolean selected;
    private boolean marksPlaced;
    private boolean drawingPlaced;
    private @Nullable String legacyDrawing;

    /**
     * What has to be known of a sheet before it is marked.
     *
     * @param legacyDrawing the id of the relationship that leads to the shapes of its comments; null where it has none
     */
    record Facts(boolean selected, @Nullable String legacyDrawing) {}

    private SheetPart(
            InputStream in, OutputStream out, boolean edited, List<String> ranges, int format, @Nullable String drawing)
            throws UnmarkableWorkbookException, IOException {
        this.tags = new TagStream(in, out);
        this.edited = edited;
        this.drawing = drawing;
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < ranges.size(); i++) {
            all.append("<conditionalFormatting sqref=\"" + ranges.get(i)
                    + "\"><cfRule type=\"expression\" dxfId=\"" + format + "\" priority=\"" + (PRIORITY + i)
                    + "\"><formula>" + XmlTree.escaped(FORMULA, false)
                    + "</formula></cfRule></conditionalFormatting>");
        }
        this.marks = all.toString();
        walk();
    }

    static Facts facts(InputStream in) throws UnmarkableWorkbookException, IOException {
        SheetPart part = new SheetPart(in, OutputStream.nullOutputStream(), false, List.of(), 0, null);
        return new Facts(part.selected, part.legacyDrawing);
    }

    /** What stands before the cells: whether the sheet is selected. The rest is not looked at, and not told. */
    static Facts head(InputStream in) throws UnmarkableWorkbookException, IOException {
        TagStream tags = new TagStream(in, OutputStream.nullOutputStream());
        boolean selected = false;
        boolean cells = false;
        while (!cells && tags.next()) {
            selected |= SELECTED.matcher(tags.tag()).find();
            cells = tags.name().endsWith("sheetData");
        }
        return new Facts(selected, null);
    }

    /**
     * Copies a sheet without any marks of ours that it has, and with new ones.
     *
     * @param ranges the cells to mark, in the form of {@code sqref}
     * @param format the index of the differential format that marks look like
     * @param drawing the id of the relationship to the shapes of comments; null where the sheet needs none or has it
     */
    static void edit(InputStream in, OutputStream out, List<String> ranges, int format, @Nullable String drawing)
            throws UnmarkableWorkbookException, IOException {
        new SheetPart(in, out, true, ranges, format, drawing);
    }

    private void walk() throws UnmarkableWorkbookException, IOException {
        while (tags.next()) {
            String name = tags.name();
            if (tags.isEnd()) {
                depth--;
                if (depth == 0) {
                    place(ORDER.size());
                }
                tags.write(tags.tag());
            } else {
                start(name);
            }
        }
    }

    private void start(String name) throws UnmarkableWorkbookException, IOException {
        boolean open = !tags.isEmpty();
        boolean cells = depth == 1 && name.equals(prefix + "sheetData");
        if (depth == 0) {
            root(name);
        } else if (cells) {
            afterCells = true;
        } else if (depth == 1 && afterCells && follower(name)) {
            return;
        }
        String tag = tags.tag();
        if (name.equals(prefix + "sheetView") && SELECTED.matcher(tag).find()) {
            selected = true;
            tag = SELECTED.matcher(tag).replaceAll("");
        }
        tags.write(tag);
        if (open) {
            depth++;
            if (cells) {
                tags.copyToEndOf(name);
            }
        }
    }

    private void root(String name) throws UnmarkableWorkbookException {
        int colon = name.indexOf(':');
        prefix = name.substring(0, colon + 1);
        String declared = colon < 0 ? "xmlns" : "xmlns:" + name.substring(0, colon);
        boolean known = Pattern.compile("\\s" + Pattern.quote(declared) + "\\s*=\\s*[\"']" + Pattern.quote(MAIN))
                .matcher(tags.tag())
                .find();
        if (!known || !name.equals(prefix + "worksheet")) {
            throw new UnmarkableWorkbookException("a sheet in another form");
        }
    }

    /**
     * Looks at an element behind the cells; one with a name of its own stands for a control, which comes late.
     *
     * @return whether it has been dealt with up to its end
     */
    private boolean follower(String name) throws UnmarkableWorkbookException, IOException {
        int place = name.startsWith(prefix) ? ORDER.indexOf(name.substring(prefix.length())) : -1;
        place(place < 0 ? ORDER.size() : place);
        if (name.equals(prefix + "legacyDrawing")) {
            Matcher id = ID.matcher(tags.tag());
            legacyDrawing = id.find() ? id.group(1) : null;
        } else if (edited && name.equals(prefix + "conditionalFormatting") && !tags.isEmpty()) {
            copyWithoutMarks(name);
            return true;
        }
        return false;
    }

    /** Puts in what has to stand before the element at hand, if it does not yet. */
    private void place(int before) throws IOException {
        if (!marksPlaced && before > ORDER.indexOf("conditionalFormatting")) {
            marksPlaced = true;
            tags.write(marks.replaceAll("<(/?)(?=\\w)", "<$1" + prefix));
        }
        if (!drawingPlaced && drawing != null && before > ORDER.indexOf("legacyDrawing")) {
            drawingPlaced = true;
            tags.write("<" + prefix + "legacyDrawing xmlns:drawing=\"" + RELATIONSHIPS + "\" drawing:id=\"" + drawing
                    + "\"/>");
        }
    }

    private void copyWithoutMarks(String name) throws UnmarkableWorkbookException, IOException {
        ByteArrayOutputStream format = new ByteArrayOutputStream();
        OutputStream out = tags.to(format);
        tags.write(tags.tag());
        tags.copyToEndOf(name);
        tags.next();
        tags.write(tags.tag());
        tags.to(out);
        String xml = format.toString(StandardCharsets.UTF_8);
        String rule = Pattern.quote(prefix + "cfRule");
        String rest = Pattern.compile(
                        "<" + rule + "\\b(?:(?!</" + rule + ">).)*?\"Scrutineer(?:(?!</" + rule + ">).)*</" + rule
                                + ">",
                        Pattern.DOTALL)
                .matcher(xml.replace("&quot;", "\""))
                .replaceAll("");
        if (rest.length() == xml.replace("&quot;", "\"").length()) {
            tags.write(xml);
        } else if (rest.contains("cfRule")) {
            tags.write(rest);
        }
    }
}
