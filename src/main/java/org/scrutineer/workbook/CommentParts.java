package org.scrutineer.workbook;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts comments of ours among a sheet's own: their words in one part, the shapes they are shown in, in another. A cell
 * that has a comment of the sender's keeps it, with ours below.
 */
final class CommentParts {

    static final String AUTHOR = "Scrutineer";
    private static final String BEGINNING = "To correct (Scrutineer)";
    private static final String VML = "urn:schemas-microsoft-com:vml";
    private static final String SHAPES_BEGIN = "<xml xmlns:v=\"" + VML
            + "\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
            + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">"
            + "<o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>";
    private static final String SHAPE_TYPE = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\""
            + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
            + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

    private static final Pattern SHAPE = Pattern.compile("<v:shape\\s.*?</v:shape>\\s*", Pattern.DOTALL);
    private static final Pattern SHAPE_ID = Pattern.compile("_x0000_s(\\d{1,9})");
    private static final Pattern ROW = Pattern.compile("<x:Row>\\s*(\\d{1,7})\\s*</x:Row>");
    private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*(\\d{1,5})\\s*</x:Column>");

    /** Where Excel counts the shapes of a first sheet from. */
    private static final long FIRST_SHAPE = 1024;

    private static final int CHARACTERS_A_LINE = 44;

    private final XmlTree comments;
    private String shapes;

    private CommentParts(XmlTree comments, String shapes) {
        this.comments = comments;
        this.shapes = shapes;
    }

    /**
     * @param comments the sheet's own; null where it has none
     * @param shapes the sheet's own, in whatever state; null where it has none
     */
    static CommentParts of(@Nullable XmlTree comments, byte @Nullable [] shapes) throws UnmarkableWorkbookException {
        XmlTree words = comments == null
                ? XmlTree.of("<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors/>"
                        + "<commentList/></comments>")
                : comments;
        if (shapes == null) {
            return new CommentParts(words, SHAPES_BEGIN + SHAPE_TYPE + "</xml>");
        }
        String own = new String(shapes, StandardCharsets.UTF_8);
        boolean usual = own.contains("xmlns:v=\"" + VML + "\"")
                && own.contains("xmlns:x=\"urn:schemas-microsoft-com:office:excel\"")
                && own.contains("xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
                && own.contains("</xml>");
        if (!usual) {
            throw new UnmarkableWorkbookException("comments in another form");
        }
        return new CommentParts(words, own);
    }

    byte[] comments() {
        return comments.bytes();
    }

    byte[] shapes() {
        return shapes.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes away what an earlier answer said. */
    CommentParts withoutOurs() {
        Set<String> gone = new HashSet<>();
        List<XmlTree.Element> authors = authors().children("author");
        list().removeIf(comment -> {
            boolean ours = isOurs(comment, authors);
            if (ours) {
                gone.add(String.valueOf(comment.get("ref")));
            }
            return ours;
        });
        list().children("comment").forEach(CommentParts::cutOurWords);
        StringBuilder rest = new StringBuilder();
        Matcher shape = SHAPE.matcher(shapes);
        while (shape.find()) {
            shape.appendReplacement(
                    rest, gone.contains(cell(shape.group())) ? "" : Matcher.quoteReplacement(shape.group()));
        }
        shapes = shape.appendTail(rest).toString();
        return this;
    }

    private static boolean isOurs(XmlTree.Element comment, List<XmlTree.Element> authors) {
        String author = comment.get("authorId");
        int index = author == null || !author.matches("\\d{1,6}") ? -1 : Integer.parseInt(author);
        return index >= 0
                && index < authors.size()
                && authors.get(index).text().equals(AUTHOR)
                && comment.text().startsWith(BEGINNING);
    }

    /** Our words begin a run of their own, in bold; Excel keeps runs that differ apart. */
    private static void cutOurWords(XmlTree.Element comment) {
        XmlTree.Element text = comment.child("text");
        if (text != null) {
            text.children("r").stream()
                    .filter(run -> run.text().strip().startsWith(BEGINNING))
                    .findFirst()
                    .ifPresent(text::removeFrom);
        }
    }

    private static String cell(String shape) {
        Matcher row = ROW.matcher(shape);
        Matcher column = COLUMN.matcher(shape);
        return row.find() && column.find()
                ? CellReference.of(Integer.parseInt(row.group(1)) + 1, Integer.parseInt(column.group(1)) + 1)
                : "";
    }

    /** Adds comments, by cell. */
    void add(Map<String, String> notes) {
        String author = author();
        long shape = SHAPE_ID.matcher(shapes)
                .results()
                .mapToLong(id -> Long.parseLong(id.group(1)))
                .max()
                .orElse(FIRST_SHAPE);
        StringBuilder added = new StringBuilder(shapes.contains("id=\"_x0000_t202\"") ? "" : SHAPE_TYPE);
        for (Map.Entry<String, String> note : notes.entrySet()) {
            String cell = note.getKey();
            XmlTree.Element own = list().children("comment").stream()
                    .filter(comment -> cell.equals(comment.get("ref")))
                    .findFirst()
                    .orElse(null);
            if (own == null) {
                XmlTree.Element comment = list().add("comment").set("ref", cell).set("authorId", author);
                write(comment.add("text"), BEGINNING, note.getValue());
                added.append(shape(++shape, cell, note.getValue()));
            } else {
                append(own, note.getValue());
            }
        }
        int end = shapes.lastIndexOf("</xml>");
        shapes = shapes.substring(0, end) + added + shapes.substring(end);
    }

    private static void append(XmlTree.Element comment, String words) {
        XmlTree.Element text = comment.child("text");
        if (text == null) {
            text = comment.add("text");
        }
        // A plain text beside runs is valid, but nobody writes it.
        for (XmlTree.Element plain : text.children("t")) {
            XmlTree.Element run = text.make("r");
            text.replace(plain, run);
            run.add(plain);
        }
        write(text, "\n\n" + BEGINNING, words);
    }

    private static void write(XmlTree.Element text, String heading, String words) {
        run(text, heading, true);
        run(text, "\n" + words, false);
    }

    private static void run(XmlTree.Element text, String words, boolean bold) {
        XmlTree.Element run = text.add("r");
        XmlTree.Element look = run.add("rPr");
        if (bold) {
            look.add("b");
        }
        look.add("sz").set("val", "9");
        look.add("rFont").set("val", "Arial");
        look.add("family").set("val", "2");
        run.add("t").set("xml:space", "preserve").text(EscapedText.encode(words));
    }

    private static String shape(long id, String cell, String words) {
        int row = CellReference.row(cell, CellReference.letters(cell)) - 1;
        int column = CellReference.column(cell) - 1;
        int lines = 2 + TextWidth.lines(words, CHARACTERS_A_LINE);
        int top = Math.max(0, row - 1);
        return "<v:shape id=\"_x0000_s" + id + "\" type=\"#_x0000_t202\" style=\"position:absolute;width:240pt;height:"
                + lines * 13
                + "pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">"
                + "<v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
                + "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\">"
                + "<div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\">"
                + "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" + (column + 1) + ", 15, " + top + ", 2, "
                + (column + 5) + ", 15, " + (top + lines) + ", 2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + row
                + "</x:Row><x:Column>" + column + "</x:Column></x:ClientData></v:shape>";
    }

    private String author() {
        List<XmlTree.Element> authors = authors().children("author");
        for (int i = 0; i < authors.size(); i++) {
            if (authors.get(i).text().equals(AUTHOR)) {
                return Integer.toString(i);
            }
        }
        authors().add("author").text(AUTHOR);
        return Integer.toString(authors.size());
    }

    private XmlTree.Element authors() {
        return required("authors");
    }

    private XmlTree.Element list() {
        return required("commentList");
    }

    private XmlTree.Element required(String name) {
        XmlTree.Element element = comments.root().child(name);
        if (element == null) {
            element = comments.root().make(name);
            comments.root().addBefore(element, List.of("commentList", "extLst"));
        }
        return element;
    }
}
