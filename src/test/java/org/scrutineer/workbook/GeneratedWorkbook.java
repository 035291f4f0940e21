package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A workbook written from a seed, in the manner of Excel, LibreOffice or a library, or as no program does. */
final class GeneratedWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_TEXT = 32_767;

    private static final List<String> TEXTS = List.of(
            "North",
            " blank ",
            "  two\nlines\t",
            "n/a",
            "=1+1",
            "12/03/2018",
            "3,5 %",
            "45%",
            "\u00A0" + "7" + "\u200B",
            "\u201Ccurly\u201D \u2018quotes\u2019 \u2013",
            "Zoë Łuczak",
            "😀 عربى",
            "<&>\"'",
            "a ]] b",
            "_x000D_\n_x0041_ _x005F_x000D_ _xyz_",
            "");

    private static final List<String> FORMATS = List.of(
            "General",
            "0.00",
            "0%",
            "0.0%",
            "@",
            "dd/mm/yyyy",
            "dd/mm/yyyy;@",
            "[$-809]dd mmmm yyyy;@",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
            "d.m.yy h:mm",
            "mmm\\-yy",
            "h:mm:ss AM/PM",
            "[h]:mm",
            "[Red]-0.00",
            "#,##0.00 \"days\"",
            "_-* #,##0_-;-* #,##0_-");

    private static final List<String> FORMULAS = List.of(
            "A1&\"x\"", "SUM(A1:B2)", "[1]Costs!A1", "'[2]May [x] 2018'!B3", "Costs[2018]", "[0]!Name", "\"[1]\"");

    private static final List<String> ERRORS =
            List.of("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!");

    private final Random random;
    private final List<String> shared = new ArrayList<>();
    private final String prefix;
    private final char quote;
    private final boolean odd;
    private final boolean referring;
    private final boolean sharing;
    private final String between;
    private final Charset encoding;
    private int sharedFormulas;

    GeneratedWorkbook(long seed) {
        // Neighbouring seeds begin with nearly the same numbers: the factor drives them apart.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        odd = one(4);
        prefix = one(5) ? "x:" : "";
        quote = one(3) ? '\'' : '"';
        referring = !one(6);
        sharing = !one(3);
        between = one(4) ? "\r\n  " : one(3) ? "\n" : "";
        encoding = odd && one(4) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /** Whether it has something that only the XML parser is trusted with. */
    boolean isOdd() {
        return odd;
    }

    Path in(Path folder) throws IOException {
        RawWorkbook workbook = RawWorkbook.rawWorkbook()
                .sheet("Data", "", "worksheet", "")
                .sheet(
                        "Lists",
                        one(2) ? " state='hidden'" : "",
                        "worksheet",
                        "<worksheet xmlns='MAIN'><sheetData/></worksheet>")
                .part("xl/worksheets/sheet1.xml", sheet().getBytes(encoding))
                .formats(FORMATS.toArray(String[]::new))
                .part("[Content_Types].xml", contentTypes());
        if (one(3)) {
            workbook.from1904();
        }
        if (!shared.isEmpty()) {
            workbook.sharedStrings(String.join("", shared));
        }
        return workbook.in(folder);
    }

    private String contentTypes() {
        StringBuilder types =
                new StringBuilder("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Default Extension='xml' ContentType='application/xml'/>");
        types.append(type("workbook", "sheet.main")).append(type("styles", "styles"));
        types.append(type("worksheets/sheet1", "worksheet")).append(type("worksheets/sheet2", "worksheet"));
        return types.append(type("sharedStrings", "sharedStrings"))
                .append("</Types>")
                .toString();
    }

    private static String type(String part, String type) {
        return "<Override PartName='/xl/" + part + ".xml' ContentType='" + TYPES + type + "+xml'/>";
    }

    private String sheet() {
        StringBuilder xml = new StringBuilder(one(4) && !odd ? "\uFEFF" : "");
        xml.append("<?xml version='1.0' encoding='" + encoding.name() + "' standalone='yes'?>\n");
        String name = prefix.isEmpty() ? "" : ":" + prefix.substring(0, prefix.length() - 1);
        xml.append("<" + prefix + "worksheet xmlns" + name + "='" + MAIN + "' xmlns:ac='urn:ac'>");
        xml.append(one(2) ? tag("dimension", "ref", "A1:B2") + end("dimension") : "");
        if (one(3)) {
            xml.append(tag("cols") + tag("col", "min", "2", "max", "3", "width", "9", "hidden", "1") + end("col"));
            xml.append(tag("col", "min", "5", "max", "5", "width", "9") + end("col") + end("cols"));
        }
        xml.append(tag("sheetData"));
        int row = random.nextInt(4);
        for (int rows = random.nextInt(30); rows > 0; rows--) {
            row += referring && one(4) ? 1 + random.nextInt(9) : 1;
            xml.append(between);
            row(xml, row);
            xml.append(noise());
        }
        xml.append(between).append(end("sheetData"));
        xml.append(one(3) ? tag("autoFilter", "ref", "A1:C9") + end("autoFilter") : "");
        if (one(3)) {
            xml.append(tag("mergeCells", "count", "2") + tag("mergeCell", "ref", "A1:B1") + end("mergeCell"));
            xml.append(tag("mergeCell", "ref", "C2:C4") + end("mergeCell") + end("mergeCells"));
        }
        return xml.append(end("worksheet")).toString();
    }

    /** What stands in no sheet a program writes; nothing, mostly. */
    private String noise() {
        if (!odd || !one(6)) {
            return "";
        }
        return one(2) ? "<!-- a <c> -->" : one(2) ? "<?target <v>1</v>?>" : "\n\t ";
    }

    private void row(StringBuilder xml, int row) {
        List<String> attributes = new ArrayList<>();
        if (referring) {
            attributes.addAll(List.of("r", Integer.toString(row)));
        }
        if (one(3)) {
            attributes.addAll(List.of("spans", "1:9", "ac:dyDescent", "0.25"));
        }
        if (one(6)) {
            attributes.addAll(List.of("hidden", one(2) ? "1" : "true"));
        }
        xml.append(tag("row", attributes.toArray(String[]::new)));
        int column = 0;
        for (int cells = random.nextInt(9); cells > 0; cells--) {
            column += referring && one(3) ? 1 + random.nextInt(30) : 1;
            xml.append(between).append(cell(row, column)).append(noise());
        }
        xml.append(between).append(end("row"));
    }

    private String cell(int row, int column) {
        List<String> attributes = new ArrayList<>();
        if (referring) {
            attributes.addAll(
                    List.of("r", org.apache.poi.ss.util.CellReference.convertNumToColString(column - 1) + row));
        }
        String style = Integer.toString(random.nextInt(FORMATS.size()));
        if (one(2)) {
            attributes.addAll(List.of("s", style));
        }
        String text = one(200) ? "x".repeat(LONGEST_TEXT) : pick(TEXTS);
        return switch (random.nextInt(10)) {
            case 0 -> cell(attributes, "", "");
            case 1 -> cell(attributes, "b", formula(3) + value(one(2) ? "1" : "0"));
            case 2 -> cell(attributes, "e", formula(3) + value(pick(ERRORS)));
            case 3 -> cell(attributes, "str", formula(1) + value(xml(text)));
            case 4 -> cell(attributes, "", formula(1) + (one(3) ? "" : value(number())));
            case 5 -> cell(attributes, "", value(date()));
            case 6, 7 -> {
                if (!sharing) {
                    yield cell(attributes, "inlineStr", tag("is") + string(text, prefix) + end("is"));
                }
                shared.add("<si>" + string(text, "") + "</si>");
                yield cell(attributes, "s", value(Integer.toString(random.nextInt(shared.size()))));
            }
            default -> cell(attributes, one(2) ? "n" : "", value(number()));
        };
    }

    private String cell(List<String> attributes, String type, String content) {
        List<String> all = new ArrayList<>(attributes);
        if (!type.isEmpty()) {
            // Libraries write the type before or after the rest.
            all.addAll(one(2) ? 0 : all.size(), List.of("t", type));
        }
        return tag("c", all.toArray(String[]::new)) + content + end("c");
    }

    /** One time in {@code of}. */
    private String formula(int of) {
        if (!one(of)) {
            return "";
        }
        if (one(3) && sharedFormulas > 0) {
            return tag("f", "t", "shared", "si", Integer.toString(random.nextInt(sharedFormulas))) + end("f");
        }
        String text = pick(FORMULAS).replace("&", "&amp;");
        return one(3)
                ? tag("f", "t", "shared", "ref", "A1:B9", "si", Integer.toString(sharedFormulas++)) + text + end("f")
                : tag("f") + text + end("f");
    }

    private String value(String xml) {
        return tag("v") + xml + end("v");
    }

    private String number() {
        return switch (random.nextInt(6)) {
            case 0 -> Integer.toString(random.nextInt(2_000) - 1_000);
            case 1 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 2 -> random.nextInt(1_000) + "." + random.nextInt(100);
            case 3 -> random.nextLong() + "E" + (random.nextInt(40) - 30);
            case 4 -> "0." + Math.abs(random.nextLong());
            default ->
                List.of("0", "-0", "1E-3", "1e+5", ".5", "5.", "+7", "1.0E22", "9007199254740993")
                        .get(random.nextInt(9));
        };
    }

    private String date() {
        int day = one(3) ? random.nextInt(64) : 40_000 + random.nextInt(6_000);
        return one(2) ? Integer.toString(day) : Double.toString(day + random.nextInt(86_400) / 86_400.0);
    }

    /** The content of a shared or inline string. */
    private String string(String text, String prefix) {
        String t = "<" + prefix + "t"
                + (text.strip().equals(text) ? ">" : " xml:space=" + quote + "preserve" + quote + ">");
        String close = "</" + prefix + "t>";
        if (!one(4)) {
            return t + xml(text) + close;
        }
        String r = "<" + prefix + "r>";
        String endOfRun = "</" + prefix + "r>";
        return r + "<" + prefix + "rPr><" + prefix + "b/><" + prefix + "sz val='11'/></" + prefix + "rPr>" + t
                + xml(text) + close + endOfRun + between + r + t + "end" + close + endOfRun + "<" + prefix
                + "rPh sb='0' eb='1'>" + t + "fonetik" + close + "</" + prefix + "rPh><" + prefix
                + "phoneticPr fontId='1'/>";
    }

    private String xml(String text) {
        if (odd && one(5) && !text.contains("]]")) {
            return "<![CDATA[" + text + "]]>";
        }
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (character == '<' || character == '&' || (character > 0x7f && one(4))) {
                xml.append(one(2) ? "&#x" + Integer.toHexString(character) + ";" : "&#" + character + ";");
            } else {
                xml.append(character == '>' ? "&gt;" : Character.toString(character));
            }
        });
        return xml.toString();
    }

    private String tag(String name, String... attributes) {
        StringBuilder tag = new StringBuilder("<" + prefix + name);
        for (int i = 0; i < attributes.length; i += 2) {
            tag.append(odd && one(9) ? "\n  " : " ").append(attributes[i]).append(odd && one(9) ? " = " : "=");
            tag.append(quote).append(attributes[i + 1]).append(quote);
        }
        return tag.append(one(20) && !odd ? " >" : ">").toString();
    }

    private String end(String name) {
        return "</" + prefix + name + (one(20) ? "\n>" : ">");
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
