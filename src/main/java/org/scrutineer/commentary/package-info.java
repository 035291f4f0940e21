/**
 * What those who answer for figures say of them: asks each role about the figures that are off target or have changed,
 * takes what comes back, binds it to the figure it was written for, and reads it for claims the figures do not bear.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "locks",
            "audit",
            "templates",
            "records",
            "intake",
            "indicators",
            "trends",
            "reconciliation"
        })
@NullMarked
package org.scrutineer.commentary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
