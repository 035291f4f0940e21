/**
 * Writes flat rows as Parquet files, of the format only what segments need. Uses nothing.
 *
 * <p>The format is defined at <a href="https://parquet.apache.org/docs/file-format/">parquet.apache.org</a>, its
 * structures in {@code parquet.thrift} and its encodings in {@code Encodings.md} there.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.scrutineer.parquet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
