/**
 * The job: which steps in which order, who may start it, and what became of each run. The command line and whatever
 * else starts a run go through one door, {@link org.scrutineer.pipeline.Pipeline}.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "files",
            "audit",
            "locks",
            "workbook",
            "records",
            "intake",
            "validation",
            "comparison",
            "answers",
            "backup",
            "indicators",
            "secondopinion",
            "reconciliation",
            "publication",
            "rendering",
            "distribution",
            "retention"
        })
@NullMarked
package org.scrutineer.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
