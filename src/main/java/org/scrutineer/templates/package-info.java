/** Blank returns for the teams, made from the same entry of the catalogue that their return is read by. */
@ApplicationModule(allowedDependencies = {"catalogue", "workbook"})
@NullMarked
package org.scrutineer.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
