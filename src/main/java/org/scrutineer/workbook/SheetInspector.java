package org.scrutineer.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.InspectedWorkbook.Area;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Content;
import org.scrutineer.workbook.InspectedWorkbook.Drawing;
import org.scrutineer.workbook.InspectedWorkbook.Link;
import org.scrutineer.workbook.InspectedWorkbook.Page;
import org.scrutineer.workbook.InspectedWorkbook.Sheet;
import org.scrutineer.workbook.InspectedWorkbook.Style;
import org.scrutineer.workbook.InspectedWorkbook.Table;
import org.scrutineer.workbook.InspectedWorkbook.View;
import org.scrutineer.workbook.InspectedWorkbook.Visibility;

/** Reads what one worksheet's own part says, from start to end. */
final class SheetInspector {

    private static final Set<String> COLOUR_RULES = Set.of("colorScale", "dataBar", "iconSet");
    private static final Set<String> HEADERS =
            Set.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter");

    /** A link as the sheet has it: where it leads is inside, or behind the id of a relationship. */
    record RawLink(
            Area area, @Nullable String place, @Nullable String id) {}

    private final XmlPart xml;
    private final InspectedStyles styles;
    private final SharedStrings.Source strings;

    private final List<Cell> cells = new ArrayList<>();
    private final Map<Integer, Double> widths = new HashMap<>();
    private final List<Integer> hiddenRows = new ArrayList<>();
    private final List<Integer> hiddenColumns = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private final List<RawLink> links = new ArrayList<>();
    private final List<String> colourRules = new ArrayList<>();
    private boolean collapsed;
    private @Nullable String filter;
    private String cursor = "A1";
    private boolean frozen;
    private boolean landscape;
    private boolean fits;
    private boolean fitsWidth = true;
    private boolean headerOrFooter;
    private int row;
    private int column;

    SheetInspector(XmlPart xml, InspectedStyles styles, SharedStrings.Source strings) {
        this.xml = xml;
        this.styles = styles;
        this.strings = strings;
    }

    SheetInspector read() throws UnreadableWorkbookException, IOException {
        while (xml.next()) {
            if (xml.isStart("c")) {
                cell();
            } else if (xml.isStart("row")) {
                row();
            } else {
                besideCells();
            }
        }
        return this;
    }

    List<RawLink> links() {
        return links;
    }

    /** What was read, together with what other parts say of the sheet. */
    Sheet sheet(
            String name,
            Visibility visibility,
            boolean repeatsRows,
            List<Table> tables,
            List<Link> resolved,
            List<Drawing> drawings,
            Map<String, String> notes) {
        return new Sheet(
                name,
                visibility,
                cells,
                widths,
                hiddenRows,
                hiddenColumns,
                collapsed,
                merged,
                new View(cursor, frozen),
                new Page(landscape, fits && fitsWidth, repeatsRows, headerOrFooter),
                filter,
                tables,
                resolved,
                drawings,
                notes,
                colourRules);
    }

    private void row() {
        String reference = xml.attribute("r");
        row = reference == null ? row + 1 : CellReference.row(reference, 0);
        column = 0;
        collapsed |= xml.flag("collapsed");
        if (xml.flag("hidden")) {
            hiddenRows.add(row);
        }
    }

    private void besideCells() throws UnreadableWorkbookException, IOException {
        if (xml.isStart("col")) {
            columns();
        } else if (xml.isStart("pageSetUpPr")) {
            fits = xml.flag("fitToPage");
        } else if (xml.isStart("pane")) {
            frozen = !"split".equals(xml.attribute("state"));
        } else if (xml.isStart("selection")) {
            String active = xml.attribute("activeCell");
            cursor = active == null ? cursor : active;
        } else if (xml.isStart("autoFilter")) {
            filter = xml.attribute("ref");
        } else if (xml.isStart("mergeCell")) {
            merged.add(String.valueOf(xml.attribute("ref")));
        } else if (xml.isStart("cfRule")) {
            String type = xml.attribute("type");
            if (type != null && COLOUR_RULES.contains(type)) {
                colourRules.add(type);
            }
        } else if (xml.isStart("hyperlink")) {
            link();
        } else if (xml.isStart("pageSetup")) {
            landscape = "landscape".equals(xml.attribute("orientation"));
            fitsWidth = !"0".equals(xml.attribute("fitToWidth"));
        } else {
            headers();
        }
    }

    private void headers() throws UnreadableWorkbookException, IOException {
        for (String header : HEADERS) {
            if (xml.isStart(header)) {
                StringBuilder text = new StringBuilder();
                xml.text(text);
                headerOrFooter |= !text.toString().isBlank();
                return;
            }
        }
    }

    private void columns() {
        int first = (int) Colours.decimal(xml.attribute("min"), 1);
        int last = (int) Math.min(Limits.LAST_COLUMN, Colours.decimal(xml.attribute("max"), first));
        collapsed |= xml.flag("collapsed");
        for (int at = first; at <= last; at++) {
            widths.put(at, Colours.decimal(xml.attribute("width"), 0));
            if (xml.flag("hidden")) {
                hiddenColumns.add(at);
            }
        }
    }

    private void link() {
        String reference = xml.attribute("ref");
        Area area = reference == null ? null : Area.of(reference);
        if (area != null) {
            links.add(new RawLink(area, xml.attribute("location"), xml.qualifiedAttribute("id")));
        }
    }

    private void cell() throws UnreadableWorkbookException, IOException {
        String reference = xml.attribute("r");
        column = reference == null ? column + 1 : CellReference.column(reference);
        String type = xml.attribute("t");
        Style style = styles.at(xml.attribute("s"));
        StringBuilder formula = null;
        StringBuilder value = new StringBuilder();
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("f")) {
                formula = new StringBuilder();
                xml.text(formula);
            } else if (xml.isStart("v")) {
                xml.text(value);
            } else if (xml.isStart("is")) {
                xml.richText("is", value);
            }
        }
        Content content = value.isEmpty() ? null : content(type == null ? "n" : type, value.toString());
        if (content != null || formula != null || style.fill() != null) {
            cells.add(new Cell(row, column, content, style, formula == null ? null : formula.toString()));
        }
    }

    private Content content(String type, String value) throws UnreadableWorkbookException, IOException {
        return switch (type) {
            case "s" -> new Content.Text(strings.strings().at(Numbers.parseIndex(value)));
            case "str", "inlineStr", "d" -> new Content.Text(EscapedText.decode(value));
            case "b" -> new Content.Truth(XmlPart.isTrue(value));
            case "e" -> new Content.Error(value);
            default -> new Content.Number(number(value));
        };
    }

    private static BigDecimal number(String value) throws UnreadableWorkbookException {
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException e) {
            throw CellEvents.damaged(e);
        }
    }
}
