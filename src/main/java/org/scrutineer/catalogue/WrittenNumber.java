package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers as Excel saves them with a separator between cells. A semicolon tells of a country where the comma is
 * the decimal sign; {@code 1.234} and {@code 1,234} can be read two ways there and are not read at all.
 *
 * @param separator between cells
 * @param percent whether a percent sign may follow
 */
record WrittenNumber(char separator, boolean percent) {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3}){1,4}(\\.[0-9]{1,10})?");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]{1,15},[0-9]{1,10}");
    private static final Pattern TWO_WAYS = Pattern.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}");

    Optional<BigDecimal> read(String text) {
        String tidy = text.replace('\u2212', '-').replaceAll("[\\s\u00a0\u202f]", "");
        if (tidy.startsWith("£")) {
            tidy = tidy.substring(1);
        }
        if (percent && tidy.endsWith("%")) {
            tidy = tidy.substring(0, tidy.length() - 1);
        }
        boolean continental = separator == ';';
        if (continental && TWO_WAYS.matcher(tidy).matches()) {
            return Optional.empty();
        }
        if (PLAIN.matcher(tidy).matches()) {
            return Optional.of(new BigDecimal(tidy));
        }
        if (continental && COMMA.matcher(tidy).matches()) {
            return Optional.of(new BigDecimal(tidy.replace(',', '.')));
        }
        if (!continental && GROUPED.matcher(tidy).matches()) {
            return Optional.of(new BigDecimal(tidy.replace(",", "")));
        }
        return Optional.empty();
    }

    String expected() {
        return "a number" + (percent ? "" : " without a percent sign")
                + (separator == ';' ? " that can be read one way only, e.g. 1234 or 90,5" : ", e.g. 90 or 2.5");
    }
}
