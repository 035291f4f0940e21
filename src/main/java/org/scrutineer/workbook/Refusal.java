package org.scrutineer.workbook;

import java.util.Locale;

/** Why a file cannot be read as a workbook, in words for the person who sent it. */
public enum Refusal {
    EMPTY("the file is empty", "Save the workbook again and send it again."),
    NOT_A_WORKBOOK("the file is not an Excel workbook, whatever its name says", Words.SAVE_AS),
    PLAIN_TEXT("the file is plain text, whatever its name says", Words.SAVE_AS),
    WEB_PAGE("the file is a web page, as many systems export them, whatever its name says", Words.SAVE_AS),
    XML_TEXT("the file is XML text, whatever its name says", Words.SAVE_AS),
    PDF("the file is a PDF document", "Send the Excel workbook that it was made from."),
    OTHER_DOCUMENT(
            "the file is a document of another program, such as Word or PowerPoint",
            "Send the tables in an Excel Workbook (.xlsx)."),
    ZIP_FOLDER("the file is a zip folder, not a workbook", "Unpack it and send the workbooks that are in it."),
    OPEN_DOCUMENT("the file is an OpenDocument spreadsheet (.ods)", "Save it as Excel Workbook (.xlsx) and send that."),
    BINARY_FORMAT("the workbook is in Excel's binary format (.xlsb)", Words.SAVE_AS),
    EARLY_FORMAT("the workbook is in the format of Excel 95 or of an earlier Excel", Words.SAVE_AS),
    ENCRYPTED(
            "the workbook is protected by a password",
            "Remove the password (File, Info, Protect Workbook, Encrypt with Password) and send it again, or agree one"
                    + " with the data officer."),
    RIGHTS_MANAGED(
            "the workbook is encrypted by a sensitivity label or by rights management, so that only named people can"
                    + " open it",
            "Choose a label that does not encrypt (Home, Sensitivity), or lift the restriction (File, Info, Protect"
                    + " Workbook, Restrict Access), and send it again."),
    DAMAGED(
            "the workbook is damaged or was cut off on its way",
            "Open it in Excel, let Excel repair it, save it and send it again."),
    SUSPICIOUS(
            "the workbook holds something no Excel workbook holds",
            "Copy the sheets into a new workbook, save it as Excel Workbook (.xlsx) and send that."),
    INFLATED(
            "a part of the workbook unpacks to far more than such a part holds",
            "Copy the sheets into a new workbook, save it as Excel Workbook (.xlsx) and send that."),
    TOO_LARGE("the file is larger than is accepted", Words.SMALLER),
    TOO_LARGE_UNPACKED("the workbook is larger than is accepted once it is unpacked", Words.SMALLER),
    TOO_MANY_PARTS("the workbook has more parts (sheets, pictures, comments) than are accepted", Words.SMALLER),
    TOO_MANY_ROWS("a sheet has more rows with a value than are accepted", Words.SMALLER),
    TOO_MANY_COLUMNS(
            "a sheet has a value in a column further to the right than is accepted",
            "Remove what stands beside the table, save the workbook and send it again."),
    TOO_MANY_STYLES(
            "the workbook has more cell formats than are accepted",
            "Copy the values into a new workbook (Paste Special, Values) and send that."),
    TOO_MANY_MERGED(
            "a sheet has more merged cells than are accepted", "Unmerge the cells of the tables and send it again."),
    TOO_MUCH_TEXT("the workbook holds more text than is accepted", Words.SMALLER),
    TEXT_TOO_LONG("a cell holds a longer text than is accepted", "Shorten the text and send the workbook again."),
    READING_BROKE_OFF(
            "the workbook, being in an old format or under a password, takes more time or memory to read than is"
                    + " allowed",
            "Open it in Excel, remove its password, save it as Excel Workbook (.xlsx) and send that."),
    CSV_ENCODING(
            "the file has characters in another encoding than was agreed",
            "Save it as CSV UTF-8 (Comma delimited), or as Excel Workbook (.xlsx), and send that."),
    CSV_LINE(
            "the file has a line that is no line of a CSV file: a quotation mark that is not closed, a line that ends"
                    + " in the middle, or a character that no text holds",
            "Correct the line, or save the table as Excel Workbook (.xlsx), and send that.");

    private final String sentence;
    private final String remedy;

    Refusal(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** What several reasons say. */
    private static final class Words {
        static final String SAVE_AS = "Open it in Excel, save it as Excel Workbook (.xlsx) and send that.";
        static final String SMALLER =
                "Remove sheets, columns and pictures that were not asked for, or send it in parts.";
    }

    /** In lower case letters and hyphens, e.g. {@code not-a-workbook}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong, without a capital or full stop. */
    public String sentence() {
        return sentence;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
