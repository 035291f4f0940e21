package org.scrutineer.workbook;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The formats of our sheets and marks, added behind those a workbook has; nothing of its own is renumbered. */
final class AnswerStyles {

    /** The styles of a workbook that has none. */
    static final String EMPTY = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";

    /** Number format of text: what is typed stays as typed. */
    private static final String AS_TEXT = "49";

    private static final String WHOLE = "3";

    /** In the order of CT_Stylesheet (ECMA-376 part 1, 18.8.39). */
    private static final List<String> ORDER = List.of(
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
            "extLst");

    /** What a cell of our sheets is. */
    enum Kind {
        TITLE(Look.TITLE),
        LINE(Look.LINE),
        HEADING(Look.HEADING),
        HEADER(Look.HEADER),
        NUMBER_HEADER(Look.NUMBER_HEADER),
        TEXT(Look.TEXT),
        NUMBER(Look.NUMBER),
        LINK(Look.LINK),
        ANSWER(Look.TEXT);

        final Look look;

        Kind(Look look) {
            this.look = look;
        }
    }

    private final XmlTree styles;
    private final Map<Kind, Integer> formats = new EnumMap<>(Kind.class);
    private final int mark;

    private AnswerStyles(XmlTree styles) throws UnmarkableWorkbookException {
        this.styles = styles;
        ensure("fonts", "<font><sz val=\"11\"/><name val=\"Arial\"/><family val=\"2\"/></font>");
        ensure("fills", "<fill><patternFill patternType=\"none\"/></fill>");
        ensure("fills", 2, "<fill><patternFill patternType=\"gray125\"/></fill>");
        ensure("borders", "<border><left/><right/><top/><bottom/><diagonal/></border>");
        ensure("cellStyleXfs", "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
        ensure("cellXfs", "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        int rule = append("borders", bottom());
        int box = append("borders", box("thin"));
        for (Kind kind : Kind.values()) {
            formats.put(kind, format(kind, kind == Kind.ANSWER ? box : kind.look.inTable() ? rule : 0));
        }
        if (list("cellXfs").children().size() > Limits.LARGE.styles()) {
            throw new UnmarkableWorkbookException("too many cell formats");
        }
        // Stripes and a dashed edge: to be seen in black and white, on paper and on screen.
        this.mark = append(
                "dxfs",
                "<dxf><fill><patternFill patternType=\"lightUp\"><fgColor rgb=\"FF808080\"/></patternFill></fill>"
                        + box("dashed") + "</dxf>");
    }

    static AnswerStyles addedTo(XmlTree styles) throws UnmarkableWorkbookException {
        return new AnswerStyles(styles);
    }

    int of(Kind kind) {
        return Objects.requireNonNull(formats.get(kind));
    }

    /** The differential format of a marked cell. */
    int mark() {
        return mark;
    }

    byte[] bytes() {
        return styles.bytes();
    }

    private int format(Kind kind, int border) {
        Look look = kind.look;
        int font = append(
                "fonts",
                "<font>" + (look.bold ? "<b/>" : "") + (look.underlined() ? "<u/>" : "") + "<sz val=\"" + look.points
                        + "\"/><color rgb=\"FF" + look.ink + "\"/><name val=\"Arial\"/><family val=\"2\"/></font>");
        int fill = look.fill == null
                ? 0
                : append(
                        "fills",
                        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" + look.fill
                                + "\"/></patternFill></fill>");
        boolean wraps = look.wraps();
        String vertical =
                look == Look.HEADING ? "bottom" : look == Look.HEADER || look == Look.NUMBER_HEADER ? "center" : "top";
        return append(
                "cellXfs",
                "<xf numFmtId=\"" + (kind == Kind.NUMBER ? WHOLE : AS_TEXT) + "\" fontId=\"" + font + "\" fillId=\""
                        + fill + "\" borderId=\"" + border
                        + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
                        + " applyAlignment=\"1\"" + (kind == Kind.ANSWER ? " applyProtection=\"1\"" : "")
                        + "><alignment horizontal=\""
                        + (kind == Kind.NUMBER || kind == Kind.NUMBER_HEADER ? "right" : "left") + "\" vertical=\""
                        + vertical + "\"" + (wraps ? " wrapText=\"1\"" : "") + (look.indented() ? " indent=\"1\"" : "")
                        + "/>" + (kind == Kind.ANSWER ? "<protection locked=\"0\"/>" : "") + "</xf>");
    }

    private static String bottom() {
        return "<border><left/><right/><top/><bottom style=\"thin\"><color rgb=\"FF" + Look.Colours.RULE
                + "\"/></bottom><diagonal/></border>";
    }

    private static String box(String style) {
        StringBuilder sides = new StringBuilder("<border>");
        for (String side : List.of("left", "right", "top", "bottom")) {
            sides.append(
                    "<" + side + " style=\"" + style + "\"><color rgb=\"FF" + Look.Colours.INK + "\"/></" + side + ">");
        }
        return sides.append("</border>").toString();
    }

    private XmlTree.Element list(String name) {
        XmlTree.Element list = styles.root().child(name);
        if (list == null) {
            list = styles.root().make(name);
            styles.root().addBefore(list, ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()));
        }
        return list;
    }

    private void ensure(String list, String first) {
        ensure(list, 1, first);
    }

    /** What nobody declares holds by default, and must keep its place in front of ours. */
    private void ensure(String list, int size, String entry) {
        if (list(list).children().size() < size) {
            append(list, entry);
        }
    }

    /** The place of the new entry, from 0. */
    private int append(String name, String entry) {
        XmlTree.Element list = list(name);
        list.add(copy(XmlTree.of(entry).root(), list));
        int count = list.children().size();
        list.set("count", Integer.toString(count));
        return count - 1;
    }

    /** The same element with the prefix that the styles use. */
    private static XmlTree.Element copy(XmlTree.Element original, XmlTree.Element sibling) {
        XmlTree.Element copy = sibling.make(original.name());
        original.attributes().forEach(copy::set);
        original.children().forEach(child -> copy.add(copy(child, sibling)));
        return copy;
    }
}
