package org.scrutineer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.publication.TestPublications;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class RenderPapersTests {

    private static final ReportingPeriod PERIOD = ReportingPeriod.of(2018, 12);
    private static final String TAGGED = "%PDF-1.6 /StructTreeRoot /MarkInfo<</Marked true>> /Lang(en-GB) /Title<FEFF>"
            + " /DisplayDocTitle true /CreationDate(D:20261122084132Z\u0027) %%EOF";

    @TempDir
    Path folder;

    private JdbcClient jdbc;

    @BeforeEach
    void openLedger() throws IOException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V2__ledger.sql"),
                        new ClassPathResource("db/migration/V20_1__renditions.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        jdbc.sql(
                        "insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version,"
                                + " state) values (7, '2018-12', 'scheduled', 'a test', current_timestamp, 'c', '1', 'running')")
                .update();
        jdbc.sql("insert into publication (run, audience, file_name, sha256, content_hash) values"
                        + " (7, 'committee', 'committee/paper.docx', '" + "ab".repeat(32) + "', 'c'),"
                        + " (7, 'committee', 'committee/a.xlsx', 'd', 'd')")
                .update();
        Path paper = folder.resolve("publications/2018-12/run-0007/committee/paper.docx");
        Files.createDirectories(paper.getParent());
        Files.writeString(paper, "a paper");
    }

    private RenderingProperties settings(boolean pdf, String script) throws IOException {
        Path program = Files.writeString(folder.resolve("office"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new RenderingProperties(
                pdf,
                folder.resolve("renditions"),
                folder.resolve("scratch"),
                program.toString(),
                Duration.ofMinutes(1));
    }

    private Renditions render(RenderingProperties settings) throws IOException {
        var renditions = new Renditions(jdbc, settings);
        new RenderPapers(settings, TestPublications.in(jdbc, folder.resolve("publications")), renditions)
                .render(7, PERIOD);
        return renditions;
    }

    @Test
    void keepsThePdfOfEachPaperAndKnowsItAgain() throws IOException {
        RenderingProperties settings = settings(true, "mkdir out; printf \"%s\" \"" + TAGGED + "\" > out/paper.pdf");
        Renditions renditions = render(settings);
        render(settings);

        Path pdf = folder.resolve("renditions/2018-12/run-0007/committee/paper.pdf");
        String sha256 = DigestUtils.sha256Hex(Files.readAllBytes(pdf));
        var made = new Rendition.Made("committee/paper.pdf", sha256);
        assertThat(renditions.of(7))
                .containsExactly(new Rendition("committee", "committee/paper.docx", "ab".repeat(32), made));
        assertThat(renditions.file(PERIOD, 7, made)).isEqualTo(pdf);
        assertThat(Files.readString(pdf)).contains("/CreationDate(D:20181231000000Z");
        assertThat(renditions.withSha256(sha256))
                .contains(new Renditions.Origin(7, PERIOD, "committee/paper.docx", "committee/paper.pdf"));
        assertThat(renditions.withSha256("00")).isEmpty();
    }

    @Test
    void saysWhyThereIsNone() throws IOException {
        assertThat(render(settings(true, "mkdir out; echo untagged > out/paper.pdf"))
                        .of(7))
                .extracting(Rendition::outcome)
                .containsExactly(
                        new Rendition.NotMade("The PDF that LibreOffice made has not tags, nor a language, nor a"
                                + " title, so that it cannot be read to everyone. Use a newer version of it."));
        assertThat(folder.resolve("renditions")).doesNotExist();
    }

    @Test
    void makesNoneWhereNoneAreWanted() throws IOException {
        assertThat(render(settings(false, "exit 1")).of(7)).isEqualTo(List.of());
    }
}
