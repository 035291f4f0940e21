package org.scrutineer.workbook;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells refer to by number. Plain ones stay the bytes they are in the part until a cell refers to them;
 * each becomes a text once.
 */
final class SharedStrings {

    /** Gives the shared strings, which are read when the first cell refers to one. */
    interface Source {
        SharedStrings strings() throws UnreadableWorkbookException, IOException;
    }

    private static final byte[] LIST = XmlBytes.name("sst");
    private static final byte[] ITEM = XmlBytes.name("si");

    private byte[] bytes = {};
    private int[] from = new int[64];
    private int[] to = new int[64];
    private @Nullable String[] texts = new @Nullable String[64];
    private int count;

    private SharedStrings() {}

    /** @param part null where the workbook has none */
    static SharedStrings of(@Nullable String part, ZipParts parts, Limits limits)
            throws UnreadableWorkbookException, IOException {
        if (part == null) {
            return new SharedStrings();
        }
        if (parts.size(part) > limits.sharedStringBytes()) {
            throw UnreadableWorkbookException.overBytes(
                    Refusal.TOO_MUCH_TEXT, parts.size(part), limits.sharedStringBytes());
        }
        try {
            return ofBytes(part, parts, limits);
        } catch (OddShapeException | UnreadableWorkbookException | BrokenPartException e) {
            // The XML parser has the last word on what cannot be read, so that there is one way only to refuse it.
            return ofXml(part, parts, limits);
        } catch (CheckedPartStream.DiskException e) {
            throw e.failure();
        }
    }

    static SharedStrings ofBytes(String part, ZipParts parts, Limits limits)
            throws OddShapeException, UnreadableWorkbookException, IOException {
        SharedStrings strings = new SharedStrings();
        try (PartBytes bytes = new PartBytes(parts.open(part), "sst", Math.toIntExact(parts.size(part)));
                XmlPart frame = new XmlPart(bytes, limits)) {
            if (!frame.next() || !frame.isStart("sst") || !bytes.isAtList() || !frame.isPlainUtf8()) {
                throw new OddShapeException();
            }
            strings.read(bytes, new XmlBytes(frame.prefix(), frame::isBound, limits.textLength()));
            while (frame.next()) {
                if (frame.isStart("si")) {
                    throw new OddShapeException();
                }
            }
        }
        return strings;
    }

    static SharedStrings ofXml(String part, ZipParts parts, Limits limits)
            throws UnreadableWorkbookException, IOException {
        SharedStrings strings = new SharedStrings();
        StringBuilder text = new StringBuilder();
        try (XmlPart xml = new XmlPart(parts, part, limits)) {
            while (xml.next()) {
                if (xml.isStart("si")) {
                    text.setLength(0);
                    xml.richText("si", text);
                    strings.add(EscapedText.decode(text.toString()));
                }
            }
        }
        return strings;
    }

    private void read(PartBytes part, XmlBytes xml) throws OddShapeException {
        bytes = part.buffer();
        xml.over(bytes);
        int at = xml.blank(part.position());
        while (!xml.isClosing(at, LIST)) {
            at = xml.open(at, ITEM);
            at = at < 0 ? at : xml.attributes(at);
            if (at >= 0 && xml.isEmptyTag()) {
                add("");
            } else {
                at = at < 0 ? at : xml.richText(at, ITEM);
                add(at, xml);
            }
            at = xml.blank(at);
        }
        part.giveBack(at);
    }

    private void add(int at, XmlBytes xml) throws OddShapeException {
        if (at >= 0 && xml.isPlainText()) {
            add(null);
            from[count - 1] = xml.textFrom();
            to[count - 1] = xml.textTo();
            return;
        }
        String text = at < 0 ? null : xml.text();
        if (text == null) {
            throw new OddShapeException();
        }
        add(EscapedText.decode(text));
    }

    private void add(@Nullable String text) {
        if (count == texts.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            texts = Arrays.copyOf(texts, 2 * count);
        }
        texts[count] = text;
        count++;
    }

    int count() {
        return count;
    }

    /** @param index from 0 */
    String at(int index) throws UnreadableWorkbookException {
        if (index >= count) {
            throw CellEvents.damaged(null);
        }
        String text = texts[index];
        if (text == null) {
            text = EscapedText.decode(XmlBytes.ascii(bytes, from[index], to[index]));
            texts[index] = text;
        }
        return text;
    }
}
