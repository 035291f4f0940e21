package org.scrutineer.workbook;

/**
 * A sheet of a workbook that was received.
 *
 * @param position from 0, in the order of the tabs
 * @param hidden whether a person who opens the workbook does not see it
 */
public record SourceSheet(int position, String name, boolean hidden) {}
