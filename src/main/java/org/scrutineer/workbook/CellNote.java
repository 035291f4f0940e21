package org.scrutineer.workbook;

/**
 * What is to be said at a cell of the sender's workbook.
 *
 * @param sheet the sheet's name, as the workbook has it
 * @param cell as Excel shows it, e.g. {@code C14}; a row alone, e.g. {@code 14}, is its first cell
 * @param text the words of the comment
 */
public record CellNote(String sheet, String cell, String text) {}
