package org.scrutineer.workbook;

/** Why a file cannot be read as a workbook, in words for the person who sent it. */
public enum Refusal {
    EMPTY("the file is empty", "Save the workbook again and send it again."),
    NOT_A_WORKBOOK(
            "the file is not an Excel workbook, whatever its name says",
            "Open it in Excel, save it as Excel Workbook (.xlsx) and send that."),
    ENCRYPTED(
            "the workbook is protected by a password",
            "Remove the password (File, Info, Protect Workbook, Encrypt with Password) and send it again."),
    OLD_FORMAT(
            "the workbook is in the format of Excel 97 to 2003 (.xls)",
            "Open it in Excel, save it as Excel Workbook (.xlsx) and send that."),
    BINARY_FORMAT(
            "the workbook is in Excel's binary format (.xlsb)",
            "Open it in Excel, save it as Excel Workbook (.xlsx) and send that."),
    OPEN_DOCUMENT("the file is an OpenDocument spreadsheet (.ods)", "Save it as Excel Workbook (.xlsx) and send that."),
    DAMAGED(
            "the workbook is damaged or was cut off on its way",
            "Open it in Excel, let Excel repair it, save it and send it again."),
    SUSPICIOUS(
            "the workbook holds something no Excel workbook holds",
            "Copy the sheets into a new workbook, save it as Excel Workbook (.xlsx) and send that."),
    TOO_LARGE(
            "the workbook is larger than is accepted",
            "Remove sheets, columns and pictures that were not asked for, or send it in parts.");

    private final String sentence;
    private final String remedy;

    Refusal(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /** In lower case letters and hyphens, e.g. {@code not-a-workbook}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
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
