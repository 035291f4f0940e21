/** Asks every rule of a return, gives the verdict, and seals the rows that are accepted. */
@ApplicationModule(allowedDependencies = {"catalogue", "workbook", "records", "intake"})
@NullMarked
package org.scrutineer.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
