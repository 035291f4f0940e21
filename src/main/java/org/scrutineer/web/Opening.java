package org.scrutineer.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scrutineer.accounts.WaysIn;

/** What whoever starts the pages is told of them. */
@RoomPart
public class Opening {

    private final Invitations invitations;
    private final WaysIn ways;
    private final Optional<ProviderState> provider;

    Opening(Invitations invitations, WaysIn ways, Optional<ProviderState> provider) {
        this.invitations = invitations;
        this.ways = ways;
        this.provider = provider;
    }

    /** Where the pages are, whether people can sign in at the provider, and how the first administrator's account is made. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        sentences.add("The pages are at " + invitations.address() + ".");
        provider.flatMap(ProviderState::trouble).ifPresent(sentences::add);
        if (!invitations.areNeeded()) {
            return sentences;
        }
        sentences.add(
                ways.passwords()
                        ? "Nobody looks after accounts yet. Whoever opens this link first becomes the administrator; it works"
                                + " once: " + invitations.first()
                        : "Nobody who looks after accounts can sign in, and accounts.passwords is false in"
                                + " config/application.yaml. Make it true and start serve again: it prints a link then.");
        return sentences;
    }
}
