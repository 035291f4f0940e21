package org.scrutineer.pipeline;

import java.util.Locale;

/** What a run is for. A run that is built again as it was issued is no run of its own, see {@link Rebuilding}. */
public enum RunKind {
    /** A period that has something new, as every night. */
    SCHEDULED,
    /** A period with what is known today, because a person wants it. */
    CURRENT;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
