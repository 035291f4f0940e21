package org.scrutineer.workbook;

/**
 * What became of a workbook that was written.
 *
 * @param bytes the size of the file
 * @param sha256 of the file, in hexadecimal
 * @param contentHash SHA-256 over the names and uncompressed bytes of its parts, in order of name: the same wherever
 *     the same content is written, also by a Java with another zip library
 */
public record WrittenFile(long bytes, String sha256, String contentHash) {}
