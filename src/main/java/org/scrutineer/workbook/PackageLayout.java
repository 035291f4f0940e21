package org.scrutineer.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the package what stands, and the date system its workbook part names.
 *
 * @param sheets in the order of the tabs
 * @param sheetParts their parts, in the same order
 */
record PackageLayout(
        List<SourceSheet> sheets,
        List<String> sheetParts,
        DateSystem dates,
        @Nullable String styles,
        @Nullable String sharedStrings) {

    private static final String OPEN_DOCUMENT_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

    PackageLayout {
        sheets = List.copyOf(sheets);
        sheetParts = List.copyOf(sheetParts);
    }

    static PackageLayout of(ZipParts parts, Limits limits) throws UnreadableWorkbookException, IOException {
        Refusal other = otherFormat(parts);
        if (other != null) {
            throw new UnreadableWorkbookException(other, null);
        }
        String workbook = Relationships.of("", parts, limits).targetOf("officeDocument");
        if (workbook == null) {
            throw new UnreadableWorkbookException(Refusal.ZIP_FOLDER, null);
        }
        Relationships relationships = Relationships.of(workbook, parts, limits);
        try (XmlPart xml = new XmlPart(parts, workbook, limits)) {
            if (!xml.next() || !xml.isStart("workbook")) {
                throw new UnreadableWorkbookException(Refusal.NOT_A_WORKBOOK, null);
            }
            return read(xml, relationships, parts);
        }
    }

    private static @Nullable Refusal otherFormat(ZipParts parts) throws UnreadableWorkbookException, IOException {
        if (parts.has("xl/workbook.bin")) {
            return Refusal.BINARY_FORMAT;
        }
        if (parts.has("word/document.xml") || parts.has("ppt/presentation.xml")) {
            return Refusal.OTHER_DOCUMENT;
        }
        if (!parts.has("mimetype")) {
            return null;
        }
        try (InputStream type = parts.open("mimetype")) {
            byte[] start = type.readNBytes(OPEN_DOCUMENT_SPREADSHEET.length());
            boolean spreadsheet = new String(start, StandardCharsets.US_ASCII).equals(OPEN_DOCUMENT_SPREADSHEET);
            return spreadsheet ? Refusal.OPEN_DOCUMENT : Refusal.OTHER_DOCUMENT;
        } catch (BrokenPartException e) {
            throw new UnreadableWorkbookException(e.refusal(), e);
        }
    }

    private static PackageLayout read(XmlPart xml, Relationships relationships, ZipParts parts)
            throws UnreadableWorkbookException, IOException {
        List<SourceSheet> sheets = new ArrayList<>();
        List<String> sheetParts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        DateSystem dates = DateSystem.FROM_1900;
        while (xml.next()) {
            if (xml.isStart("workbookPr")) {
                dates = xml.flag("date1904") ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
            } else if (xml.isStart("sheet")) {
                String name = xml.attribute("name");
                String id = xml.qualifiedAttribute("id");
                Relationships.Relationship target = id == null ? null : relationships.byId(id);
                if (name == null || target == null) {
                    throw new UnreadableWorkbookException(Refusal.DAMAGED, null);
                }
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new UnreadableWorkbookException(Refusal.SUSPICIOUS, null);
                }
                if (target.type().equals("worksheet")) {
                    sheets.add(new SourceSheet(sheets.size(), EscapedText.decode(name), isHidden(xml)));
                    sheetParts.add(existing(target.target(), parts));
                }
            }
        }
        return new PackageLayout(
                sheets, sheetParts, dates, relationships.targetOf("styles"), relationships.targetOf("sharedStrings"));
    }

    private static boolean isHidden(XmlPart sheet) {
        String state = sheet.attribute("state");
        return state != null && !state.equals("visible");
    }

    private static String existing(@Nullable String part, ZipParts parts) throws UnreadableWorkbookException {
        if (part == null) {
            throw new UnreadableWorkbookException(Refusal.SUSPICIOUS, null);
        }
        if (!parts.has(part)) {
            throw new UnreadableWorkbookException(Refusal.DAMAGED, null);
        }
        return part;
    }
}
