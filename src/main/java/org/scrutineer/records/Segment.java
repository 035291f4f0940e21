package org.scrutineer.records;

/**
 * The accepted rows of one dataset of one return, as a Parquet file that is never changed.
 *
 * @param fileName within the dataset's folder: {@code <hash of the return>-<reading hash>.parquet}
 * @param sha256 of the Parquet file, in hexadecimal
 */
public record Segment(String dataset, String fileName, String sha256, long rows) {}
