/**
 * What each audience gets: a workbook and its data, in a folder that appears whole or not at all, with a manifest that
 * says what everything was made from.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "files",
            "audit",
            "locks",
            "workbook",
            "lint",
            "records",
            "intake",
            "comparison",
            "indicators",
            "secondopinion",
            "reconciliation",
            "trends",
            "commentary",
            "disclosure"
        })
@NullMarked
package org.scrutineer.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
