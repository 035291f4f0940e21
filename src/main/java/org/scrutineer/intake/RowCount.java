package org.scrutineer.intake;

/**
 * What became of the rows of a dataset's sheet below its header.
 *
 * @param read all rows the file holds there
 * @param refused rows kept out by a finding
 * @param blank rows without a value in any column that is asked for
 * @param nothingToReport whether the team says so, which makes a sheet without rows a return all the same
 */
public record RowCount(String dataset, long read, long accepted, long refused, long blank, boolean nothingToReport) {

    /** Whether every row read is accounted for. */
    public boolean closes() {
        return read == accepted + refused + blank;
    }

    /** Whether the dataset counts as received. */
    public boolean isReceived() {
        return accepted > 0 || nothingToReport;
    }
}
