package org.scrutineer.backup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SortingOrderTests {

    private final DataSource ledger =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @Test
    void theUsualLedgerSortsCharacterByCharacter() {
        assertThatCode(() -> SortingOrder.require(ledger)).doesNotThrowAnyException();
    }

    @Test
    void aDatabaseThatSortsByTheRulesOfALanguageIsNotWrittenTo() {
        JdbcClient.create(ledger).sql("set collation english").update();

        assertThatThrownBy(() -> SortingOrder.require(ledger))
                .hasMessage(
                        "The database of the ledger sorts texts by the rules of a language: found ab, a b, B, cc, c-d,"
                                + " é, expected B, a b, ab, c-d, cc, é. Nothing was written to it. Create one with: create database"
                                + " scrutineer template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
    }
}
