/** Calculates the indicators: each value with its numerator, its denominator and how many of the returns it rests on. */
@ApplicationModule(allowedDependencies = {"catalogue", "records", "intake"})
@NullMarked
package org.scrutineer.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
