/**
 * What is expected: the organisation, its calendar, the types of return, the indicators with their targets, and who
 * gets which publication. All of it is data under {@code config/catalogue}; this package reads it and tells every
 * mistake in it, with file and line, before anything else happens.
 */
@ApplicationModule(allowedDependencies = {"lint"})
@NullMarked
package org.scrutineer.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
