/**
 * Who did what, when and why: a chain of entries that nobody can change, take away, add to or put in another order
 * without its showing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.scrutineer.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
