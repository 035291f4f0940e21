package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scrutineer.publication.Publications.Published;
import org.scrutineer.publication.Summary.Section;
import org.scrutineer.publication.Summary.Topic;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class PublicationsTests {

    private static final Published WORKBOOK = new Published("commissioner", "commissioner/a.xlsx", "1f", "2f");
    private static final Published DATA = new Published("commissioner", "commissioner/data/a.csv", "3f", "3f");

    private Publications publications;
    private Summaries summaries;

    @BeforeEach
    void openLedger() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V2__ledger.sql"),
                        new ClassPathResource("db/migration/V20__summaries.sql"))
                .execute(database);
        var jdbc = JdbcClient.create(database);
        jdbc.sql(
                        "insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version,"
                                + " state) values (7, '2021-12', 'scheduled', 'a test', current_timestamp, 'c', '1', 'running')")
                .update();
        publications =
                new Publications(jdbc, new PublicationProperties(Path.of("/publications"), Path.of("/internal")));
        summaries = new Summaries(jdbc);
    }

    @Test
    void namesARunsFilesInPlaceOfThoseNamedBefore() {
        publications.replace(7, List.of(new Published("commissioner", "commissioner/old.xlsx", "0", "0")));
        publications.replace(7, List.of(DATA, WORKBOOK));

        assertThat(publications.of(7)).containsExactly(WORKBOOK, DATA);
        assertThat(publications.of(8)).isEmpty();
    }

    @Test
    void knowsWhereTheWorkbooksAre() {
        publications.replace(7, List.of(DATA, WORKBOOK));

        assertThat(publications.workbooks(Example.PERIOD, 7))
                .containsExactly(Path.of("/publications/2021-12/run-0007/commissioner/a.xlsx"));
    }

    @Test
    void keepsWhatWasSaidToEachAudienceInPlaceOfWhatWasSaidBefore() {
        var first = new Summary(List.of(new Section(Topic.GLANCE, List.of("Of 2 indicators, 1 is Red."))));
        var second = new Summary(List.of(
                new Section(Topic.GLANCE, List.of("Of 2 indicators, 0 are Red.", "1 is hidden [c].")),
                new Section(Topic.MISSING, List.of("The 1 expected return was received and counts."))));
        summaries.replace(7, Map.of("commissioner", first, "committee", first));
        summaries.replace(7, Map.of("commissioner", second));

        assertThat(summaries.of(7, "commissioner")).contains(second);
        assertThat(summaries.of(7, "committee")).isEmpty();
    }
}
