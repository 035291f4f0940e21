/**
 * Copies of all an installation holds, made while it works, and the way back from one: ledger, received files, rows,
 * answers, publications and the catalogue, each file with its hash.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "files", "audit", "intake", "distribution"})
@NullMarked
package org.scrutineer.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
