package org.scrutineer.locks;

import java.util.List;
import java.util.stream.Collectors;

/** Another process is at work on what was to be done. */
public class WorkInProgressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Holder> holders;

    WorkInProgressException(List<Holder> holders) {
        super(holders.stream().map(Holder::sentence).collect(Collectors.joining("; ")));
        this.holders = List.copyOf(holders);
    }

    /** Who is in the way; at least one. */
    public List<Holder> holders() {
        return holders;
    }
}
