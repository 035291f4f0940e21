package org.scrutineer.intake;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables of the real ledger, which the migrations make once for all tests: each test gets the tables they come to. */
public final class LedgerTables {

    private static final List<String> STATEMENTS = statements();

    private LedgerTables() {}

    /** A ledger of its own in memory. */
    public static DataSource inMemory() {
        DataSource source = empty();
        makeIn(source);
        return source;
    }

    /** Makes the tables in a database that has none. */
    public static void makeIn(DataSource source) {
        var jdbc = new JdbcTemplate(source);
        STATEMENTS.forEach(jdbc::execute);
    }

    private static DataSource empty() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static List<String> statements() {
        DataSource source = empty();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return JdbcClient.create(source)
                .sql("script")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
