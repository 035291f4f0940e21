package org.scrutineer.workbook;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a published workbook look like: Arial, few colours, each with a contrast of at least 4.5 to 1.
 * Colours are red, green and blue in hexadecimal.
 */
enum Look {
    TITLE(16, true, Colours.DEEP, null, "Title", 15),
    HEADING(14, true, Colours.DEEP, null, "Heading 1", 16),
    LINE(12, false, Colours.INK, null),
    PARAGRAPH(12, false, Colours.INK, null),
    LINE_LINK(12, false, Colours.LINK, null),
    LABEL(12, true, Colours.INK, null),
    /** Above a header: whether its column must be filled in. */
    DEMAND(12, false, Colours.INK, null),
    ENTRY(12, false, Colours.INK, null),
    HEADER(12, true, "FFFFFF", Colours.DEEP),
    NUMBER_HEADER(12, true, "FFFFFF", Colours.DEEP),
    TEXT(12, false, Colours.INK, null),
    NUMBER(12, false, Colours.INK, null),
    DAY(12, false, Colours.INK, null),
    LINK(12, false, Colours.LINK, null),
    GOOD(12, true, "1C4A2B", "D9EBDD"),
    MIDDLING(12, true, "5A3C00", "FBE7BF"),
    BAD(12, true, "7A1A16", "F7D7D4"),
    /** A rating without a colour. */
    WORD(12, true, Colours.INK, null);

    final int points;
    final boolean bold;
    final String ink;
    final @Nullable String fill;
    final @Nullable String styleName;
    final int builtInStyle;

    Look(int points, boolean bold, String ink, @Nullable String fill) {
        this(points, bold, ink, fill, null, 0);
    }

    Look(int points, boolean bold, String ink, @Nullable String fill, @Nullable String styleName, int builtInStyle) {
        this.points = points;
        this.bold = bold;
        this.ink = ink;
        this.fill = fill;
        this.styleName = styleName;
        this.builtInStyle = builtInStyle;
    }

    static Look of(OutputWorkbook.Tone tone) {
        return switch (tone) {
            case GOOD -> GOOD;
            case MIDDLING -> MIDDLING;
            case BAD -> BAD;
        };
    }

    boolean underlined() {
        return this == LINK || this == LINE_LINK;
    }

    /** Stands in the body of a table, between thin rules. */
    boolean inTable() {
        return switch (this) {
            case TEXT, NUMBER, DAY, LINK, GOOD, MIDDLING, BAD, WORD -> true;
            case TITLE, HEADING, LINE, PARAGRAPH, LINE_LINK, LABEL, DEMAND, ENTRY, HEADER, NUMBER_HEADER -> false;
        };
    }

    boolean wraps() {
        return this == PARAGRAPH
                || this == HEADER
                || this == NUMBER_HEADER
                || (inTable() && this != NUMBER && this != DAY);
    }

    HorizontalAlignment horizontal() {
        return this == NUMBER || this == NUMBER_HEADER ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT;
    }

    /** Keeps a number from touching the text of the next column. */
    boolean indented() {
        return inTable() || this == DEMAND || this == HEADER || this == NUMBER_HEADER;
    }

    VerticalAlignment vertical() {
        return switch (this) {
            case HEADING -> VerticalAlignment.BOTTOM;
            case LINE, PARAGRAPH, LINE_LINK, LABEL, ENTRY -> VerticalAlignment.TOP;
            default -> VerticalAlignment.CENTER;
        };
    }

    static final class Colours {

        /** Of the rule between rows; carries no meaning. */
        static final String RULE = "CFD8DC";

        /** Of lines that others are held against. */
        static final String QUIET = "5F6B72";

        static final String GOAL = "1C6B3A";
        static final String SPECIAL = "C2410C";
        static final String DEEP = "17495C";
        static final String INK = "1A1A1A";
        static final String LINK = "0B5394";

        private Colours() {}
    }
}
