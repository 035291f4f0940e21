package org.scrutineer.intake;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Names;

/**
 * Reads texts. What identifies a row or names a person is kept in one {@link Names#spelling}, so that the same thing has
 * the same key whichever program wrote it; other texts are kept as typed.
 */
final class TextReader extends ValueReader {

    /** An apostrophe that an export put before a number to keep it a text. */
    private static final Pattern EXPORTED = Pattern.compile("'(.*\\d.*?)'?");

    private final boolean identifies;

    TextReader(Column column, boolean identifies) {
        super(column);
        this.identifies = identifies;
    }

    @Override
    @Nullable
    CellProblem read(RawCells cells, int index) {
        String text = cells.shown(index);
        OptionalInt unseen = UnseenCharacters.first(text);
        understoodBy(null);
        if (unseen.isPresent() && identifies) {
            return new CellProblem(
                    ReadingRule.CHARACTER_NOT_ALLOWED,
                    expected() + " without characters that cannot be seen; character " + (unseen.getAsInt() + 1)
                            + " is " + UnseenCharacters.described(text.charAt(unseen.getAsInt())),
                    "Delete the cell's content and type it anew.");
        }
        if (unseen.isPresent()) {
            text = UnseenCharacters.without(text);
            understoodBy(Conversion.WITHOUT_UNSEEN_CHARACTERS);
        }
        if (column.shape() != null && !column.shape().fits(text)) {
            return new CellProblem(ReadingRule.PATTERN_EXPECTED, expected(), "Correct the cell.");
        }
        be(identifies || column.personal() ? spelled(text) : composed(text));
        return null;
    }

    private static String spelled(String text) {
        String spelled = Names.spelling(text);
        if (spelled.startsWith("'")) {
            var exported = EXPORTED.matcher(spelled);
            return exported.matches() ? exported.group(1) : spelled;
        }
        return spelled;
    }

    private static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
