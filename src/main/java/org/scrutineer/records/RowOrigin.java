package org.scrutineer.records;

/**
 * A row of a return that a row of a dataset or view was made of.
 *
 * @param dataset id of the dataset
 * @param submission the place of its return in the list the rows were selected from, from 0
 * @param row its number in its sheet, as Excel shows it
 */
public record RowOrigin(String dataset, int submission, int row) {

    private static final int ROW_BITS = 21;

    private static final int SUBMISSION_BITS = 30;

    /** The SQL for the number of a dataset's row, which says all of where it is from. */
    static String numberOfRow(int dataset) {
        return first(dataset) + " + submission::bigint * " + (1L << ROW_BITS) + " + sheet_row";
    }

    private static long first(int dataset) {
        return (long) dataset << (ROW_BITS + SUBMISSION_BITS);
    }

    /** @param place that of its dataset in the catalogue, from 0 */
    long number(int place) {
        return first(place) + ((long) submission << ROW_BITS) + row;
    }

    static int dataset(long number) {
        return (int) (number >> (ROW_BITS + SUBMISSION_BITS));
    }

    static int submission(long number) {
        return (int) (number >> ROW_BITS) & ((1 << SUBMISSION_BITS) - 1);
    }

    static int row(long number) {
        return (int) number & ((1 << ROW_BITS) - 1);
    }
}
