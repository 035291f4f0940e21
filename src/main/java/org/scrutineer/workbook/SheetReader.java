package org.scrutineer.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows and cells of one sheet's part. */
final class SheetReader {

    private final Limits limits;
    private final XmlPart xml;
    private final CellEvents events;
    private final SharedStrings.Source strings;
    private final @Nullable RowReader rows;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private final List<SheetFacts.Columns> hiddenColumns = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private @Nullable String filter;

    /** @param rows reads rows and cells from the bytes; null to read them as XML too */
    SheetReader(XmlPart xml, CellEvents events, SharedStrings.Source strings, @Nullable RowReader rows, Limits limits) {
        this.limits = limits;
        this.xml = xml;
        this.events = events;
        this.strings = strings;
        this.rows = rows;
    }

    /**
     * Reads to the part's very end, as only there its checksum tells that it is whole.
     *
     * @throws OddShapeException where the sheet is to be read without a reader of rows
     */
    SheetFacts read() throws OddShapeException, UnreadableWorkbookException, IOException {
        if (!xml.next() || !xml.isStart("worksheet")) {
            throw CellEvents.damaged(null);
        }
        boolean inData = false;
        while (xml.next()) {
            if (xml.isStart("sheetData")) {
                inData = true;
                if (rows != null) {
                    rows.read(xml);
                }
            } else if (xml.isEnd("sheetData")) {
                inData = false;
            } else if (inData && xml.isStart("row")) {
                events.row(xml.attribute("r"), xml.flag("hidden"));
            } else if (inData && xml.isStart("c")) {
                cell();
            } else if (!inData) {
                facts();
            }
        }
        return new SheetFacts(hiddenColumns, merged, filter);
    }

    private void facts() throws UnreadableWorkbookException {
        if (xml.isStart("col") && xml.flag("hidden")) {
            hiddenColumns.add(new SheetFacts.Columns(index("min"), index("max")));
        } else if (xml.isStart("mergeCell")) {
            merged.add(required("ref"));
            if (merged.size() > limits.merged()) {
                throw UnreadableWorkbookException.over(
                        Refusal.TOO_MANY_MERGED,
                        "more than " + UnreadableWorkbookException.number(limits.merged()) + " merged ranges",
                        limits.merged());
            }
        } else if (xml.isStart("autoFilter")) {
            filter = required("ref");
        }
    }

    private int index(String attribute) throws UnreadableWorkbookException {
        return Numbers.parseIndex(required(attribute));
    }

    private String required(String attribute) throws UnreadableWorkbookException {
        String value = xml.attribute(attribute);
        if (value == null) {
            throw CellEvents.damaged(null);
        }
        return value;
    }

    private void cell() throws UnreadableWorkbookException, IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        events.cell(xml.attribute("r"));
        String shared = null;
        boolean calculated = false;
        boolean stored = false;
        content.setLength(0);
        formula.setLength(0);
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("f")) {
                calculated = true;
                shared = CellEvents.SHARED_FORMULA.equals(xml.attribute("t")) ? xml.attribute("si") : null;
                xml.text(formula);
            } else if (xml.isStart("v")) {
                stored = true;
                xml.text(content);
            } else if (xml.isStart("is")) {
                stored = true;
                xml.richText("is", content);
            }
        }
        boolean text = "str".equals(type) || "inlineStr".equals(type);
        if (calculated) {
            events.calculated();
        }
        if (calculated && events.looksIntoAnotherWorkbook(formula, shared)) {
            events.fromAnotherWorkbook();
        }
        if (stored && (text || !content.isEmpty())) {
            tell(type, style, content.toString());
        } else {
            events.noValue(calculated);
        }
    }

    private void tell(@Nullable String type, @Nullable String style, String value)
            throws UnreadableWorkbookException, IOException {
        switch (type == null ? "n" : type) {
            case "n" -> events.number(value, style);
            case "s" -> events.sharedString(Numbers.parseIndex(value), strings.strings());
            case "str", "inlineStr" -> events.text(value);
            case "b" -> events.bool(value);
            case "e" -> events.error(value);
            case "d" -> events.isoDate(value);
            default -> throw CellEvents.damaged(null);
        }
    }
}
