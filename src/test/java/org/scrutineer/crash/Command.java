package org.scrutineer.crash;

import java.util.List;
import java.util.Set;

/**
 * A command of a month's work, with whoever gives it and when.
 *
 * @param time at which the clock stands, however often it is given
 * @param ownTables tables of the ledger in which it shows that it was given more than once
 */
record Command(String id, String account, String time, Set<String> ownTables, List<String> words) {

    static final Command RUN = new Command("run", "officer", "2019-01-10T09:00:00Z", Set.of(), List.of("run"));

    static final Command APPROVE = new Command(
            "approve", "aexample", "2019-01-10T10:00:00Z", Set.of(), List.of("approve", "--period", "2018-12"));

    static final Command SEND = new Command("send", "officer", "2019-01-10T11:00:00Z", Set.of(), List.of("send"));

    /** Each is made anew, with its own time; that one was begun and not made stays in the ledger. */
    static final Command BACKUP =
            new Command("backup", "officer", "2019-01-10T12:00:00Z", Set.of("BACKUP"), List.of("backup"));

    static final Command WITHDRAW = new Command(
            "withdraw",
            "aexample",
            "2019-01-11T09:00:00Z",
            Set.of(),
            List.of("withdraw", "--period", "2018-12", "--reason", "a figure was wrong"));

    /** Puts the backup into folders that are empty, the catalogue too. */
    static final Command RESTORE = new Command(
            "restore",
            "officer",
            "2019-01-10T13:00:00Z",
            Set.of(),
            List.of("restore", "--from", "output/backups/scrutineer-20190110-120000Z"));

    /** Years later, when every rule takes what there is; the backup too. */
    static final Command RETENTION =
            new Command("retention", "officer", "2029-02-01T09:00:00Z", Set.of(), List.of("retention"));

    /** Whether all is tried, as by the profile {@code crash}, or so much as each build has time for. */
    static final boolean THOROUGH = Boolean.getBoolean("crash.faults");

    static final List<Command> MONTH = THOROUGH
            ? List.of(RUN, APPROVE, SEND, BACKUP, RESTORE, WITHDRAW, RETENTION)
            : List.of(RUN, APPROVE, SEND, BACKUP);

    /** Given again after it was done, it is refused. */
    boolean isOnlyDoneOnce() {
        return this == WITHDRAW || this == RESTORE;
    }
}
