/**
 * Asks what only shows across returns, teams and months. What it finds is a question to people: no verdict and no figure
 * depends on it.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "records", "intake", "indicators", "trends"})
@NullMarked
package org.scrutineer.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
