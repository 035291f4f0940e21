package org.scrutineer.intake;

/**
 * A cell of a workbook.
 *
 * @param cell as Excel shows it, e.g. {@code C14}
 */
public record CellPlace(String sheet, String cell) {}
