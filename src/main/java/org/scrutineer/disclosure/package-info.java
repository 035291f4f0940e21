/**
 * Hides small numbers of people in what the public gets, and as many others as are needed for them to stay hidden; then
 * attacks the result with everything that was ever published, and refuses what it can work out.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "indicators"})
@NullMarked
package org.scrutineer.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
