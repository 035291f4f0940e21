package org.scrutineer.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by number. */
final class SharedStrings {

    private final List<String> texts = new ArrayList<>();

    private SharedStrings() {}

    /** @param part null where the workbook has none */
    static SharedStrings of(@Nullable String part, ZipParts parts, Limits limits)
            throws UnreadableWorkbookException, IOException {
        SharedStrings strings = new SharedStrings();
        if (part == null) {
            return strings;
        }
        if (parts.size(part) > limits.sharedStringBytes()) {
            throw new UnreadableWorkbookException(Refusal.TOO_LARGE, null);
        }
        StringBuilder text = new StringBuilder();
        try (XmlPart xml = new XmlPart(parts, part, limits)) {
            while (xml.next()) {
                if (xml.isStart("si")) {
                    text.setLength(0);
                    xml.richText("si", text);
                    strings.texts.add(EscapedText.decode(text.toString()));
                }
            }
        }
        return strings;
    }

    /** @param index as stored, from 0 */
    String at(String index) throws UnreadableWorkbookException {
        int number = Numbers.parseIndex(index);
        if (number >= texts.size()) {
            throw CellEvents.damaged(null);
        }
        return texts.get(number);
    }
}
