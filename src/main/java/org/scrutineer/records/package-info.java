/**
 * The rows of accepted returns, as Parquet segments that are never changed, and SQL over them. The only package that
 * knows DuckDB; it lets no text of the catalogue reach the engine before it has parsed and allow-listed it.
 */
@ApplicationModule(allowedDependencies = {"files", "parquet", "catalogue"})
@NullMarked
package org.scrutineer.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
