/**
 * How long what was received is kept, in every copy of it: finds what a rule of the catalogue says is due, deletes it, and
 * finds all that is held about a person.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "audit",
            "locks",
            "workbook",
            "records",
            "intake",
            "answers",
            "backup",
            "files"
        })
@NullMarked
package org.scrutineer.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
