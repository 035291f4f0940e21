/**
 * Receives files: keeps each as evidence, finds out whose return it is and for which period, and reads its cells into
 * staged rows, with a finding for each thing that is not as it should be.
 */
@ApplicationModule(allowedDependencies = {"files", "catalogue", "audit", "workbook", "records"})
@NullMarked
package org.scrutineer.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
