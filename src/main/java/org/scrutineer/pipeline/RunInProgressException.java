package org.scrutineer.pipeline;

import java.nio.file.Path;

/** Another process is at work on the same output folder. */
public class RunInProgressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunInProgressException(Path lock) {
        super("another run is in progress; it holds " + lock + ". Wait for it to end, then start again");
    }
}
