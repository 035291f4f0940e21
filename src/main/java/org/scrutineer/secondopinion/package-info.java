/**
 * Works the headline figures out a second time, row by row in Java over the sealed segments, without a query and by none
 * of the code that made them. Where one differs nothing is published.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "records", "intake", "indicators"})
@NullMarked
package org.scrutineer.secondopinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
