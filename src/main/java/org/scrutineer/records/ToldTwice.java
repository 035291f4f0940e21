package org.scrutineer.records;

/**
 * A row of a snapshot that does not count, because a return of another sender tells of the same thing for the same team.
 *
 * @param submission the place of its return among all that count
 * @param row its number on its sheet
 * @param counting the place of the return whose row counts
 */
public record ToldTwice(String dataset, int submission, int row, int counting) {}
