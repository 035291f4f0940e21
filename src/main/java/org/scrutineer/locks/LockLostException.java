package org.scrutineer.locks;

/** This process stood still for so long that another took its place; nothing of what it was doing is kept. */
public class LockLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockLostException(Work work) {
        super("This process stood still for too long, and another has taken over its work: " + work.title()
                + ". Nothing that this process was doing there was kept or published");
    }
}
