/**
 * Who gets a publication and when: a person's approval, the moment it is issued, and the mail that tells of it, each once.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "locks",
            "files",
            "audit",
            "intake",
            "comparison",
            "secondopinion",
            "reconciliation",
            "commentary",
            "indicators",
            "disclosure",
            "publication"
        })
@NullMarked
package org.scrutineer.distribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
