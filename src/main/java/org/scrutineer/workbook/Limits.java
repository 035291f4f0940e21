package org.scrutineer.workbook;

/**
 * How much of a received workbook is looked at. What exceeds a limit is refused, never cut off.
 *
 * @param packedBytes of the file
 * @param unpackedBytes of all its parts together, and so of each
 * @param parts entries of the zip
 * @param ratio unpacked to packed bytes of a part; honest sheets stay near 20
 * @param ratioFromBytes a part unpacked to less cannot do harm, whatever its ratio
 * @param sharedStringBytes unpacked; they are kept in memory
 * @param styles cell formats; Excel itself stops at 65,490
 * @param textLength of one cell in UTF-16 units; Excel itself stops at 32,767
 */
record Limits(
        long packedBytes,
        long unpackedBytes,
        int parts,
        int ratio,
        long ratioFromBytes,
        long sharedStringBytes,
        int styles,
        int textLength) {

    private static final long MEGABYTE = 1 << 20;

    static final Limits DEFAULT =
            new Limits(128 * MEGABYTE, 1024 * MEGABYTE, 1_000, 200, 10 * MEGABYTE, 256 * MEGABYTE, 65_490, 1_000_000);

    /** The last row and column of Excel's grid. */
    static final int LAST_ROW = 1_048_576;

    static final int LAST_COLUMN = 16_384;
}
