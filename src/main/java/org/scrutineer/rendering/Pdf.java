package org.scrutineer.rendering;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PDF as LibreOffice writes it. */
final class Pdf {

    private static final Pattern DAY_AND_TIME = Pattern.compile("(/(?:CreationDate|ModDate)\\(D:)(\\d{14})");

    private static final Pattern DAY_AND_TIME_OF_METADATA =
            Pattern.compile("(<xmp:(?:Create|Modify|Metadata)Date>)(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)");

    private static final Pattern FIRST_IDENTIFIER = Pattern.compile("(/ID \\[ <)([0-9A-F]{32})");

    private static final Pattern SECOND_IDENTIFIER = Pattern.compile("(/ID \\[ <[0-9A-F]{32}>\\s<)([0-9A-F]{32})");

    private static final Pattern CHECKSUM = Pattern.compile("(/DocChecksum /)([0-9A-F]{32})");

    private Pdf() {}

    /** What it lacks of what those who have it read to them need; nothing where it is accessible. */
    static List<String> lacking(byte[] pdf) {
        String text = text(pdf);
        var lacking = new ArrayList<String>();
        if (!text.contains("/StructTreeRoot") || !text.contains("/MarkInfo<</Marked true>>")) {
            lacking.add("tags");
        }
        if (!text.contains("/Lang(")) {
            lacking.add("a language");
        }
        if (!text.contains("/DisplayDocTitle true") || !text.contains("/Title<")) {
            lacking.add("a title");
        }
        return lacking;
    }

    /**
     * The same PDF without the moment it was made at and the identifiers that come of it, so that a paper gives the same
     * bytes whenever the same version of LibreOffice makes it into one. Every number in it stays where it is.
     *
     * @param source what it was made of, as 64 hexadecimal digits
     */
    static byte[] stamped(byte[] pdf, LocalDate day, String source) {
        String compact = String.format(
                Locale.ROOT, "%04d%02d%02d000000", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        String identifier = source.substring(0, 32).toUpperCase(Locale.ROOT);
        String text = replaced(text(pdf), DAY_AND_TIME, compact);
        text = replaced(text, DAY_AND_TIME_OF_METADATA, day + "T00:00:00");
        for (Pattern ofIdentifier : List.of(FIRST_IDENTIFIER, SECOND_IDENTIFIER, CHECKSUM)) {
            text = replaced(text, ofIdentifier, identifier);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String replaced(String text, Pattern pattern, String by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + by));
    }

    /** A character for each byte. */
    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }
}
