package org.scrutineer.disclosure;

import java.util.List;
import java.util.stream.Collectors;

/** A release may not be published: hidden numbers could be worked out from it. Its message is for a person. */
public final class ReleaseRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Leak> leaks;

    ReleaseRefusedException(List<Leak> leaks) {
        super(leaks.stream().map(Leak::sentence).collect(Collectors.joining("\n")));
        this.leaks = List.copyOf(leaks);
    }

    /** @param sentence why, and what to do, where nothing is known to be attacked */
    ReleaseRefusedException(String sentence) {
        super(sentence);
        this.leaks = List.of();
    }

    /** What could be worked out; where it is much, the first of it. */
    public List<Leak> leaks() {
        return leaks;
    }
}
