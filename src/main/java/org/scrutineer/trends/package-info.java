/**
 * Tells change from chance: a figure's earlier values, the limits they vary within, and what the newest one says. What
 * it says is a sentence that follows from the rules it names.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "indicators"})
@NullMarked
package org.scrutineer.trends;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
