package org.scrutineer.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of a workbook.
 *
 * @param cell as Excel shows it, e.g. {@code C14}
 */
public record CellPlace(String sheet, String cell) {

    private static final Pattern WRITTEN =
            Pattern.compile("(?:'((?:[^']|'')+)'|([^'].*))!\\$?([A-Za-z]{1,3})\\$?([1-9][0-9]{0,6})");

    /** A cell as a formula would write it, e.g. {@code Assessments!B7} or {@code 'Children in need'!$B$7}. */
    public static Optional<CellPlace> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String quoted = written.group(1);
        return Optional.of(new CellPlace(
                quoted == null ? written.group(2) : quoted.replace("''", "'"),
                written.group(3).toUpperCase(Locale.ROOT) + written.group(4)));
    }

    /** From 1. */
    public int row() {
        return CellAddress.row(cell);
    }
}
