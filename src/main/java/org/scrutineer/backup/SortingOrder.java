package org.scrutineer.backup;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the ledger's database sorts texts: character by character. What is printed comes in that order, and has to be the same
 * wherever the ledger is.
 */
final class SortingOrder {

    /** In that order; the rules of most languages leave signs and capitals aside. */
    private static final List<String> TEXTS = List.of("B", "a b", "ab", "c-d", "cc", "\u00e9");

    private SortingOrder() {}

    /** @throws IllegalStateException with what to do, where the database sorts by the rules of a language */
    static void require(DataSource ledger) {
        List<String> sorted = JdbcClient.create(ledger)
                .sql(
                        "select sorted.text from (values (?), (?), (?), (?), (?), (?)) as sorted (text) order by sorted.text")
                .params(TEXTS)
                .query((row, number) -> row.getString(1))
                .list();
        if (!sorted.equals(TEXTS)) {
            throw new IllegalStateException("The database of the ledger sorts texts by the rules of a language: found "
                    + String.join(", ", sorted) + ", expected " + String.join(", ", TEXTS)
                    + ". Nothing was written to it. Create one with: create database scrutineer template template0 encoding"
                    + " 'UTF8' lc_collate 'C' lc_ctype 'C'");
        }
    }
}
