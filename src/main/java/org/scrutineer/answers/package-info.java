/**
 * What goes back to a team: its own workbook with what to correct marked in it, and how it was read. What the team
 * answers there is kept.
 */
@ApplicationModule(
        allowedDependencies = {"files", "catalogue", "workbook", "records", "intake", "validation", "comparison"})
@NullMarked
package org.scrutineer.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
