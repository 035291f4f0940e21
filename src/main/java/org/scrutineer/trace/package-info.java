/** Follows a figure to the cells it came from, and a cell to the figures it feeds. */
@ApplicationModule(allowedDependencies = {"catalogue", "audit", "records", "intake", "indicators", "pipeline"})
@NullMarked
package org.scrutineer.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
