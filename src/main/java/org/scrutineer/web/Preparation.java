package org.scrutineer.web;

import java.io.IOException;
import org.scrutineer.pipeline.Run;

/**
 * What takes long the first time, and is done before anybody asks for it: when the program has started, and when a run has
 * ended. Pages work without it.
 */
public interface Preparation {

    /**
     * Does it, on a thread on which nobody waits.
     *
     * @param run the newest finished run of one of the newest periods, the newest period first
     */
    void prepare(Run run) throws IOException;
}
