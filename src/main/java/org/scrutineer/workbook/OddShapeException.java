package org.scrutineer.workbook;

/** A part is written in a way that only the XML parser is trusted with: not wrong, but to be read by it alone. */
final class OddShapeException extends Exception {

    private static final long serialVersionUID = 1L;

    OddShapeException() {
        super("the shape of the part is left to the XML parser", null, false, false);
    }
}
