package org.scrutineer.workbook;

/** A workbook that can be read but not marked; its sender is answered with a workbook of ours instead. */
public class UnmarkableWorkbookException extends Exception {

    private static final long serialVersionUID = 1L;

    UnmarkableWorkbookException(String reason) {
        super(reason);
    }
}
