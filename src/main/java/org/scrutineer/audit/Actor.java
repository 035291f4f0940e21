package org.scrutineer.audit;

/**
 * Whoever is at work: the account of the operating system that gave a command, or the one that is signed in. It is never
 * what somebody says of himself.
 */
public interface Actor {

    /** The name of the account. */
    String account();
}
