package org.scrutineer.console;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.opentest4j.TestAbortedException;

/** A PostgreSQL server of this JVM's own, with a database for each installation. */
final class PostgresServer implements AutoCloseable {

    private static final String URL = "spring.datasource.url";
    private static final String USER = "spring.datasource.username";

    private final EmbeddedPostgres server;
    private int databases;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @throws TestAbortedException where there are no programs of it for this machine, unless they are asked for
     */
    static PostgresServer started() {
        try {
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "60")
                    .start());
        } catch (IOException | IllegalStateException notHere) {
            if ("all".equals(System.getProperty("postgres"))) {
                throw new IllegalStateException("PostgreSQL does not start", notHere);
            }
            throw new TestAbortedException("PostgreSQL does not start on this machine", notHere);
        }
    }

    /** The ledger of the commands given from now on is in a new database, until {@link #leave}. */
    String use() {
        String name = "ledger" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create database " + name + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = server.getJdbcUrl("postgres", name);
        System.setProperty(URL, url);
        System.setProperty(USER, "postgres");
        return url;
    }

    /** Ledgers are in files again. */
    static void leave() {
        System.clearProperty(URL);
        System.clearProperty(USER);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
