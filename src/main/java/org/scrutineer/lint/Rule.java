package org.scrutineer.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is expected of a workbook that others are to use, and what to do where it is not so. */
public enum Rule {
    TITLE(Level.ESSENTIAL, "a title among the document's properties", "Fill it in under File, Info, Properties."),
    AUTHOR(
            Level.ESSENTIAL,
            "an organisation as the document's author, the same that last saved it",
            "Put the organisation's name under File, Info, Properties."),
    PROPERTIES(
            Level.RECOMMENDED,
            "a subject, keywords and the language among the document's properties",
            "Fill them in under File, Info, Properties."),
    FILE_NAME(
            Level.RECOMMENDED,
            "a file name in lower case, without blanks, with a date in it",
            "Rename the file, for instance performance-2018-12.xlsx."),
    SHEET_NAME(Level.ESSENTIAL, "a sheet name that says what the sheet holds", "Rename the sheet."),
    BLANK_SHEET(Level.ESSENTIAL, "no sheet without content", "Delete the sheet."),
    HIDDEN_SHEET(
            Level.ESSENTIAL,
            "no hidden sheet",
            "Show it, or delete it: what is hidden is still given to everyone who has the file."),
    CHART_SHEET(Level.ESSENTIAL, "charts on a sheet with their data", "Move the chart to a sheet with its data."),
    MACROS(Level.RECOMMENDED, "no macros or controls", "Save it as Excel Workbook (.xlsx)."),
    OUTSIDE_SOURCES(
            Level.TRUST,
            "no links to other workbooks, data connections, embedded objects or stored pivot data",
            "Break the links and keep the values (Data, Edit Links; Paste Special, Values)."),
    CHANGING_FORMULA(
            Level.TRUST,
            "no formula whose result depends on the day, on chance or on another file",
            "Keep the value in place of the formula."),
    COVER(Level.RECOMMENDED, "a cover sheet first, with links to what the workbook holds", "Add one."),
    CONTENTS(Level.RECOMMENDED, "a contents sheet with a link to each other sheet", "Add the links."),
    NOTES_SHEET(Level.RECOMMENDED, "a sheet with a table of the notes that are referred to", "Add one."),
    OPENS_AT_START(Level.ESSENTIAL, "the first sheet open, with the cursor in A1", "Select it and save again."),
    CURSOR(Level.RECOMMENDED, "the cursor in A1 of each sheet", "Select A1 on the sheet and save again."),
    LINK_TEXT(Level.ESSENTIAL, "a link whose text says where it leads", "Put words in place of the address."),
    LINK_TARGET(Level.ESSENTIAL, "a link that leads to a sheet of this workbook or an address", "Correct the link."),
    PAGE_HEADERS(
            Level.ESSENTIAL,
            "no page headers or footers, which screen readers pass over",
            "Put what they say into the cells."),
    FLOATING_TEXT(Level.ESSENTIAL, "no text boxes or drawings above the cells", "Put what they say into the cells."),
    PICTURE(Level.RECOMMENDED, "no pictures or logos", "Remove it."),
    CHART_TEXT(
            Level.ESSENTIAL,
            "a chart with alternative text that says what it shows",
            "Add it (right click, View Alt Text)."),
    CHART_DATA(
            Level.ESSENTIAL,
            "a chart drawn from cells of a sheet that can be seen",
            "Put its data into a table of the workbook."),
    SHEET_TITLE(Level.ESSENTIAL, "the sheet's title in A1, in bold and larger than the rest", "Put it there."),
    SHEET_LINES(
            Level.ESSENTIAL, "below the title what the sheet holds", "Say in A2 or A3 what the sheet holds, in words."),
    TABLE_START(Level.ESSENTIAL, "a table that starts in column A", "Move it."),
    BELOW_TABLE(Level.RECOMMENDED, "nothing below the last table", "Move it above the table."),
    SEVERAL_TABLES(
            Level.RECOMMENDED,
            "how many tables there are said in column A, and each under a title of its own",
            "Say it above the first table, and give each a title."),
    BLANK_ROWS(Level.ESSENTIAL, "no blank rows, within a table or between things", "Delete them; use row heights."),
    BLANK_COLUMNS(Level.ESSENTIAL, "no blank columns, within a table or beside it", "Delete them; use widths."),
    FREEZE_PANES(Level.RECOMMENDED, "no frozen panes", "Unfreeze them (View, Freeze Panes)."),
    FILTERS(Level.RECOMMENDED, "no filter buttons", "Switch them off (Data, Filter)."),
    HIDDEN_CELLS(
            Level.RECOMMENDED,
            "no hidden or folded rows and columns",
            "Show them, or delete them: what is hidden is still given to everyone who has the file."),
    PRINTING(
            Level.RECOMMENDED,
            "landscape, fitted to the width of a page, the table's header at the top of each",
            "Set it under Page Layout."),
    REAL_TABLE(Level.ESSENTIAL, "rows of figures in a table of Excel's own", "Make it one (Insert, Table)."),
    TABLE_HEADER(
            Level.ESSENTIAL,
            "one header row, with a different text in each cell",
            "Join several header rows into one, and name each column."),
    TABLE_NAME(Level.RECOMMENDED, "a table name that says what it holds", "Rename it (Table Design, Table Name)."),
    MERGED_CELLS(Level.ESSENTIAL, "no merged cells", "Unmerge them."),
    CUT_OFF(Level.ESSENTIAL, "text that can be read in full", "Wrap the text, or make the column wider."),
    COLUMN_WIDTH(Level.RECOMMENDED, "columns between 4 and 100 characters wide", "Set the width."),
    TOTAL_LAST(Level.RECOMMENDED, "a total in the first or last row of its table", "Move the row."),
    ALIGNMENT(Level.RECOMMENDED, "text on the left, numbers on the right", "Align them."),
    NUMBER_FORMAT(
            Level.RECOMMENDED,
            "numbers with separators between thousands and a digit before the point",
            "Choose such a format."),
    EMPTY_CELL(
            Level.ESSENTIAL,
            "no empty cell in a table, unless the lines above it say what one means",
            "Put shorthand such as [x] or [z] there, or say above the table what an empty cell means."),
    NUMBER_AS_TEXT(
            Level.TRUST, "numbers and dates as such, not as text", "Enter it as a number or date; units go above."),
    NOTE_MARKER(
            Level.ESSENTIAL,
            "notes referred to as [note 1], without raised figures, asterisks or daggers",
            "Write [note 1] in place of it."),
    NOTE_AT_NUMBER(
            Level.RECOMMENDED,
            "no note markers among numbers",
            "Put the marker into the header or a column for notes."),
    NOTE_MISSING(Level.TRUST, "a note for each marker", "Add the note, or take the marker away."),
    NOTE_UNUSED(Level.TRUST, "a marker for each note", "Refer to the note where it matters, or delete it."),
    SHORTHAND(
            Level.RECOMMENDED,
            "only shorthand of the government statistical service in square brackets, each in its own",
            "Use one of [b], [c], [e], [f], [k], [low], [p], [r], [u], [w], [x], [z], for instance [p][r] for two."),
    SHORTHAND_KEY(
            Level.RECOMMENDED,
            "above the table what the shorthand on the sheet means",
            "Say it there, for what is used on this sheet."),
    BANNED_SHORTHAND(
            Level.RECOMMENDED,
            "no dashes, dots or abbreviations in place of a value",
            "Use [x] for not available, [z] for not applicable, [c] for confidential, 0 for none."),
    COLOUR_ALONE(
            Level.ESSENTIAL,
            "nothing said by colour, bar or icon alone",
            "Say the same in words in the cell or beside it."),
    CONTRAST(Level.ESSENTIAL, "a contrast of at least 4.5 to 1 between text and its ground", "Choose a darker colour."),
    FONT(Level.RECOMMENDED, "a font without serifs, of at least 12 points", "Use Arial, 12 points."),
    HEADER_LOOK(Level.RECOMMENDED, "table headers in bold", "Make them bold."),
    EMPHASIS(Level.RECOMMENDED, "no italics, and nothing underlined but links", "Take it away."),
    STANDING(
            Level.TRUST,
            "the period, the day the data stands for, the run, the returns received and the status on each sheet",
            "Put them into the line below the title."),
    PERCENTAGE(
            Level.TRUST,
            "beside each percentage the numerator and denominator that give it",
            "Add them, or mark the figure as confidential."),
    PERCENTAGE_RANGE(Level.TRUST, "percentages between 0 and 100", "Correct it, or waive the rule with the reason."),
    RATING(Level.TRUST, "the rating that the printed value and target give", "Correct whichever is wrong."),
    DIRECTION(
            Level.TRUST, "the same direction of travel for an indicator on each sheet", "Correct whichever is wrong."),
    SAME_FIGURE(Level.TRUST, "the same value of a figure on each sheet", "Correct whichever is wrong."),
    PERSONAL_IDENTIFIER(
            Level.TRUST,
            "nothing that looks like the identifier, postcode or date of birth of a person",
            "Remove it before anybody gets the file."),
    FORMULA_LIKE_TEXT(
            Level.TRUST,
            "no text that Excel would take for a formula once somebody edits it",
            "Put an apostrophe in front of it."),
    FORMULA_ERROR(Level.TRUST, "no formula errors", "Correct the formula, or put shorthand in place of it.");

    /** Where a rule comes from, and so what it means to break it. */
    public enum Level {
        /** Asked for by the accessibility regulations for public bodies, as the checklist reads them. */
        ESSENTIAL,
        /** Good practice of the checklist and the guidance on symbols. */
        RECOMMENDED,
        /** Ours, or good practice of statistics: what makes figures fit to be trusted. */
        TRUST
    }

    private final Level level;
    private final String expected;
    private final String remedy;

    Rule(Level level, String expected, String remedy) {
        this.level = level;
        this.expected = expected;
        this.remedy = remedy;
    }

    /** As configuration and output name it, e.g. {@code real-table}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of an id; none where there is no such rule. */
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Rule::id).toList();
    }

    public Level level() {
        return level;
    }

    /** In words that follow "expected". */
    public String expected() {
        return expected;
    }

    /** A sentence. */
    public String remedy() {
        return remedy;
    }
}
