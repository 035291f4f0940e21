package org.scrutineer.intake;

/**
 * What is wrong with a cell.
 *
 * @param expected in words that follow "expected"
 * @param remedy what to do, as sentences
 */
record CellProblem(ReadingRule rule, String expected, String remedy) {}
