package org.scrutineer.rendering;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's renditions: the PDF of each published paper, or why there is none. */
@Repository
public class Renditions {

    private final JdbcClient jdbc;
    private final RenderingProperties settings;

    Renditions(JdbcClient jdbc, RenderingProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Those of a run, by the paper's name; none where none were wanted. */
    public List<Rendition> of(int run) {
        return jdbc.sql("select audience, document, document_sha256, file_name, sha256, why_not from rendition where"
                        + " run = ? order by document")
                .param(run)
                .query((row, number) -> new Rendition(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Rendition.outcome(row.getString(4), row.getString(5), row.getString(6))))
                .list();
    }

    /** Where a PDF is. */
    public Path file(ReportingPeriod period, int run, Rendition.Made made) {
        return settings.runFolder(period, run).resolve(made.fileName());
    }

    /** A PDF that was made here. */
    public record Origin(int run, ReportingPeriod period, String document, String fileName) {}

    /** The newest with these bytes. */
    public Optional<Origin> withSha256(String sha256) {
        return jdbc
                .sql("select d.run, r.period, d.document, d.file_name from rendition d join run r on r.number = d.run"
                        + " where d.sha256 = ? order by d.run desc, d.document")
                .param(sha256)
                .query((row, number) -> new Origin(
                        row.getInt(1),
                        ReportingPeriod.read(row.getString(2)).orElseThrow(),
                        row.getString(3),
                        row.getString(4)))
                .list()
                .stream()
                .findFirst();
    }

    /** Names a run's renditions in place of any that were named before. */
    void replace(int run, List<Rendition> renditions) {
        jdbc.sql("delete from rendition where run = ?").param(run).update();
        for (Rendition rendition : renditions) {
            insert(
                    run,
                    rendition,
                    rendition.made().map(Rendition.Made::fileName).orElse(null),
                    rendition.made().map(Rendition.Made::sha256).orElse(null),
                    rendition.outcome() instanceof Rendition.NotMade notMade ? notMade.why() : null);
        }
    }

    private void insert(
            int run, Rendition rendition, @Nullable String fileName, @Nullable String sha256, @Nullable String whyNot) {
        jdbc.sql("insert into rendition (run, audience, document, document_sha256, file_name, sha256, why_not)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(run, rendition.audience(), rendition.document(), rendition.documentSha256())
                .param(fileName)
                .param(sha256)
                .param(whyNot)
                .update();
    }
}
