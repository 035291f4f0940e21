package org.scrutineer.publication;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The publications of a ledger in a test. */
public final class TestPublications {

    private TestPublications() {}

    public static Publications in(JdbcClient jdbc, Path folder) {
        return new Publications(jdbc, new PublicationProperties(folder, folder.resolve("internal")));
    }
}
