package org.scrutineer.web;

import java.util.Optional;

/** How it stands with the OpenID provider, where the settings name one. */
public interface ProviderState {

    /** What is wrong with it at the moment, in a sentence; empty where people can sign in there. It is asked now. */
    Optional<String> trouble();
}
