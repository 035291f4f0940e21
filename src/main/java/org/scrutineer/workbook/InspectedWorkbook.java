package org.scrutineer.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as its reader meets it, read afresh from the file: what stands where, what it looks like, and what goes
 * with it unseen. Rows and columns count from 1.
 *
 * @param fileName without its folder
 * @param application the program that says it wrote the file; null where none does
 * @param openSheet position of the sheet that shows when the workbook is opened, from 0
 * @param sheets worksheets in the order of their tabs
 * @param chartSheets names of the sheets that are nothing but a chart, or of another kind without cells
 */
public record InspectedWorkbook(
        String fileName,
        Properties properties,
        @Nullable String application,
        Set<ActiveContent> active,
        List<Name> names,
        int openSheet,
        List<Sheet> sheets,
        List<String> chartSheets) {

    public InspectedWorkbook {
        active = Set.copyOf(active);
        names = List.copyOf(names);
        sheets = List.copyOf(sheets);
        chartSheets = List.copyOf(chartSheets);
    }

    /** The document's properties as a file manager shows them; empty where it has none. */
    public record Properties(
            String title, String author, String lastSavedBy, String subject, String keywords, String language) {

        static final Properties NONE = new Properties("", "", "", "", "", "");
    }

    /**
     * A name that stands for cells or a formula.
     *
     * @param sheet position of the sheet that it is for, from 0; null where it is for the whole workbook
     */
    public record Name(
            String name,
            String formula,
            boolean hidden,
            @Nullable Integer sheet) {}

    public enum Visibility {
        VISIBLE,
        HIDDEN,
        /** Not even listed by Excel among the sheets that can be shown. */
        VERY_HIDDEN
    }

    /**
     * @param cells those that hold something, or have a fill, in the order of rows and columns
     * @param widths of columns, in characters of the body font, where the sheet says
     * @param notes cells with a comment or note, and its text
     * @param colourRules conditional formats that show a number by colour, bar or icon, as the file calls them
     */
    public record Sheet(
            String name,
            Visibility visibility,
            List<Cell> cells,
            Map<Integer, Double> widths,
            List<Integer> hiddenRows,
            List<Integer> hiddenColumns,
            boolean collapsed,
            List<String> merged,
            View view,
            Page page,
            @Nullable String filter,
            List<Table> tables,
            List<Link> links,
            List<Drawing> drawings,
            Map<String, String> notes,
            List<String> colourRules) {

        public Sheet {
            cells = List.copyOf(cells);
            widths = Map.copyOf(widths);
            hiddenRows = List.copyOf(hiddenRows);
            hiddenColumns = List.copyOf(hiddenColumns);
            merged = List.copyOf(merged);
            tables = List.copyOf(tables);
            links = List.copyOf(links);
            drawings = List.copyOf(drawings);
            notes = Map.copyOf(notes);
            colourRules = List.copyOf(colourRules);
        }
    }

    /**
     * @param content null for a cell that has a fill and nothing in it
     * @param formula that the content is the result of; null where it was typed or written
     */
    public record Cell(
            int row,
            int column,
            @Nullable Content content,
            Style style,
            @Nullable String formula) {

        /** E.g. {@code C14}. */
        public String address() {
            return CellReference.of(row, column);
        }

        /** Its text; empty where it holds no text. */
        public String text() {
            return content instanceof Content.Text text ? text.text() : "";
        }
    }

    /** What a cell holds. */
    public sealed interface Content {

        record Text(String text) implements Content {}

        /** Dates too, as the number of their day. */
        record Number(BigDecimal value) implements Content {}

        record Truth(boolean value) implements Content {}

        /** @param code as Excel shows it, e.g. {@code #N/A} */
        record Error(String code) implements Content {}
    }

    public enum Side {
        /** Text to the left, numbers to the right. */
        BY_CONTENT,
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * What a cell looks like. Colours are red, green and blue in hexadecimal.
     *
     * @param ink null where it cannot be told
     * @param fill null where it has none, or one that cannot be told
     * @param raised above or below the line, as footnote marks are
     * @param format of numbers, as Excel writes it
     * @param quoted whether Excel takes the content for text whatever it begins with
     */
    public record Style(
            String font,
            double points,
            boolean bold,
            boolean italic,
            boolean underlined,
            boolean raised,
            @Nullable String ink,
            @Nullable String fill,
            boolean wraps,
            Side side,
            String format,
            boolean quoted) {

        /** Whether a number in this style is shown as a date or a time. */
        public boolean isDate() {
            return NumberFormats.isDate(format);
        }
    }

    /** @param cursor the cell that is selected when the sheet is opened */
    public record View(String cursor, boolean frozen) {}

    /**
     * How it prints.
     *
     * @param repeatsRows whether rows are repeated at the top of each page
     * @param headerOrFooter whether something is printed above or below each page
     */
    public record Page(boolean landscape, boolean fitsWidth, boolean repeatsRows, boolean headerOrFooter) {}

    /** Cells from one corner to the other, both included. */
    public record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        public boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }

        /** E.g. {@code B3:D3}; null where it is no area. */
        static @Nullable Area of(String reference) {
            String[] corners = reference.replace("$", "").split(":", -1);
            String last = corners[corners.length - 1];
            Area area = new Area(
                    CellReference.row(corners[0], CellReference.letters(corners[0])),
                    CellReference.column(corners[0]),
                    CellReference.row(last, CellReference.letters(last)),
                    CellReference.column(last));
            return area.firstRow < 1 || area.firstColumn < 1 || corners.length > 2 ? null : area;
        }

        @Override
        public String toString() {
            return CellReference.of(firstRow, firstColumn) + ":" + CellReference.of(lastRow, lastColumn);
        }
    }

    /**
     * @param headerRows how many of its first rows are headers
     * @param columns as the table itself calls them
     */
    public record Table(String name, Area area, int headerRows, List<String> columns, boolean filterButtons) {

        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param place inside the workbook, e.g. {@code 'By authority'!A1}; null where it leads outside
     * @param address outside the workbook; null where it leads inside
     */
    public record Link(
            Area area, @Nullable String place, @Nullable String address) {}

    public enum Shape {
        CHART,
        PICTURE,
        TEXT_BOX
    }

    /**
     * What floats above the cells.
     *
     * @param cell below its upper left corner
     * @param alternative the text that stands for it where it cannot be seen; empty where there is none
     * @param data the cells a chart is drawn from, e.g. {@code Trends!$B$14:$B$30}
     */
    public record Drawing(Shape shape, String cell, String name, String alternative, List<String> data) {

        public Drawing {
            data = List.copyOf(data);
        }
    }
}
