package org.scrutineer.publication;

import java.nio.file.Path;
import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's publications: the files each audience got from a run. */
@Repository
public class Publications {

    /** The file in a run's folder that names all others, and what they were made from. */
    public static final String MANIFEST = Manifest.NAME;

    private final JdbcClient jdbc;
    private final PublicationProperties settings;

    Publications(JdbcClient jdbc, PublicationProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * A file of a publication.
     *
     * @param audience id of who it is for
     * @param fileName relative to the run's folder, with forward slashes
     * @param sha256 of its bytes
     * @param contentHash of what is in it, the same whatever it was packed with
     */
    public record Published(String audience, String fileName, String sha256, String contentHash) {}

    /** Names a run's files in place of any that were named before. */
    void replace(int run, List<Published> files) {
        jdbc.sql("delete from publication where run = ?").param(run).update();
        for (Published file : files) {
            jdbc.sql("insert into publication (run, audience, file_name, sha256, content_hash)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(run, file.audience(), file.fileName(), file.sha256(), file.contentHash())
                    .update();
        }
    }

    /** The files of a run, by name. */
    public List<Published> of(int run) {
        return jdbc.sql("select audience, file_name, sha256, content_hash from publication where run = ?"
                        + " order by file_name")
                .param(run)
                .query((row, number) ->
                        new Published(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** The folder that a run's files are named in. */
    public Path folder(ReportingPeriod period, int run) {
        return settings.runFolder(period, run);
    }

    /** Where a run's workbooks are, by name. */
    public List<Path> workbooks(ReportingPeriod period, int run) {
        Path folder = settings.runFolder(period, run);
        return of(run).stream()
                .map(Published::fileName)
                .filter(name -> name.endsWith(".xlsx"))
                .map(folder::resolve)
                .toList();
    }
}
