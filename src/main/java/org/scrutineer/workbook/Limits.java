package org.scrutineer.workbook;

/**
 * How much of a received workbook is looked at. What exceeds a limit is refused, never cut off.
 *
 * @param packedBytes of the file
 * @param unpackedBytes of all its parts together
 * @param partBytes of each of its parts, unpacked
 * @param parts entries of the zip
 * @param ratio unpacked to packed bytes of a part; honest sheets stay near 20
 * @param ratioFromBytes a part unpacked to less cannot do harm, whatever its ratio
 * @param rows of a sheet that hold a value; formatted empty ones do not count
 * @param columns the last one of a sheet that may hold a value
 * @param sharedStringBytes unpacked; they are kept in memory
 * @param styles cell formats; Excel itself stops at 65,490
 * @param merged ranges of a sheet; they are kept in memory
 * @param textLength of one cell in UTF-16 units; Excel itself stops at 32,767
 */
record Limits(
        long packedBytes,
        long unpackedBytes,
        long partBytes,
        int parts,
        int ratio,
        long ratioFromBytes,
        int rows,
        int columns,
        long sharedStringBytes,
        int styles,
        int merged,
        int textLength) {

    private static final long MEGABYTE = 1 << 20;

    /** The last row and column of Excel's grid. */
    static final int LAST_ROW = 1_048_576;

    static final int LAST_COLUMN = 16_384;

    /** For what teams send. */
    static final Limits DEFAULT = new Limits(
            50 * MEGABYTE,
            500 * MEGABYTE,
            400 * MEGABYTE,
            1_000,
            100,
            MEGABYTE,
            200_000,
            500,
            128 * MEGABYTE,
            10_000,
            10_000,
            1_000_000);

    /** For a source that is known to send a whole sheet of rows. */
    static final Limits LARGE = new Limits(
            160 * MEGABYTE,
            1024 * MEGABYTE,
            1024 * MEGABYTE,
            2_000,
            200,
            10 * MEGABYTE,
            LAST_ROW,
            LAST_COLUMN,
            256 * MEGABYTE,
            65_490,
            100_000,
            1_000_000);

    /** The same for a package this program has just written itself: however it is packed, only what it holds counts. */
    Limits forOwnPackage() {
        return new Limits(
                Long.MAX_VALUE,
                unpackedBytes,
                partBytes,
                parts,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                rows,
                columns,
                sharedStringBytes,
                styles,
                merged,
                textLength);
    }
}
