package org.scrutineer.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. One may have several; what none of them allows is denied. */
public enum Role {
    SUBMITTER("Submitter", "Sends returns for a team, and sees what became of them"),
    OWNER("Owner", "Writes why a figure is as it is, and what will be done"),
    OFFICER("Data officer", "Looks after returns, and starts runs"),
    APPROVER("Approver", "Releases what another person ran"),
    VIEWER("Viewer", "Sees what was issued"),
    ADMINISTRATOR("Administrator", "Looks after accounts, and sees no returns or figures");

    private final String title;
    private final String task;

    Role(String title, String task) {
        this.title = title;
        this.task = task;
    }

    /** As ledger and settings name it, e.g. {@code submitter}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, e.g. {@code Data officer}. */
    public String title() {
        return title;
    }

    /** What it is for, in a sentence without its full stop. */
    public String task() {
        return task;
    }

    /** The one of this id. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
