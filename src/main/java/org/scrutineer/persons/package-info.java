/** What is held about a person: every place in which a person's number stands, and which personal data is held at all. */
@ApplicationModule(allowedDependencies = {"catalogue", "workbook", "records", "intake", "answers", "backup"})
@NullMarked
package org.scrutineer.persons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
