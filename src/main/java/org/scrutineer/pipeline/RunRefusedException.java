package org.scrutineer.pipeline;

/** What was asked for cannot be done as it was asked; the message says why, and what to do. Nothing was done. */
public class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunRefusedException(String sentence) {
        super(sentence);
    }
}
