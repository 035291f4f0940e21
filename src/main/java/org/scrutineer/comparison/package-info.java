/**
 * Compares a return with what the team sent before: with its previous attempt, so that the team hears what is fixed and
 * what is not, and with earlier months, so that a problem that comes back is called by its age.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "records", "intake"})
@NullMarked
package org.scrutineer.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
