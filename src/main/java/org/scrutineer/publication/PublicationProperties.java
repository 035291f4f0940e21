package org.scrutineer.publication;

import java.nio.file.Path;
import java.util.Locale;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param folder where publications appear, a folder for each period and run
 * @param internal where the organisation's own data appear, likewise; readable by its owner only
 */
@ConfigurationProperties("publication")
record PublicationProperties(Path folder, Path internal) {

    /** What a run of a period published, e.g. {@code 2018-12/run-0001}. */
    Path runFolder(ReportingPeriod period, int run) {
        return runFolder(folder, period, run);
    }

    /** Where the organisation's own data of a run are, e.g. {@code 2018-12/run-0001}. */
    Path internalFolder(ReportingPeriod period, int run) {
        return runFolder(internal, period, run);
    }

    private static Path runFolder(Path within, ReportingPeriod period, int run) {
        return periodFolder(within, period).resolve(String.format(Locale.ROOT, "run-%04d", run));
    }

    /** Where the answer to a question is, e.g. {@code 2018-12/answers/0001-committee}. */
    Path answerFolder(ReportingPeriod period, int number, String audience) {
        return periodFolder(folder, period)
                .resolve("answers")
                .resolve(String.format(Locale.ROOT, "%04d-%s", number, audience));
    }

    private static Path periodFolder(Path within, ReportingPeriod period) {
        return within.toAbsolutePath().normalize().resolve(period.toString());
    }

    /** A published file as the ledger names it: relative to the folder of all publications, with forward slashes. */
    String relative(Path file) {
        return folder.toAbsolutePath().normalize().relativize(file).toString().replace('\\', '/');
    }
}
