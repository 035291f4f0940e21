/**
 * Who works on what: one process at a time on a period, on the drop folder. A process that has died is
 * noticed, and one that stood still while another took its place can commit nothing any more.
 */
@ApplicationModule(allowedDependencies = {"catalogue"})
@NullMarked
package org.scrutineer.locks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
