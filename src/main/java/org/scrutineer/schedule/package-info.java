/**
 * The timetable: the night's run once a calendar date, senders told that their files arrived, teams reminded of deadlines,
 * officers told of what waits for them. It is kept by {@code serve}; how all stands can be asked at any time.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "backup",
            "locks",
            "files",
            "audit",
            "intake",
            "validation",
            "answers",
            "retention",
            "publication",
            "distribution",
            "pipeline"
        })
@NullMarked
package org.scrutineer.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
