package org.scrutineer.publication;

import java.nio.file.Path;
import java.util.Locale;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param folder where publications appear, a folder for each period and run */
@ConfigurationProperties("publication")
record PublicationProperties(Path folder) {

    /** What a run of a period published, e.g. {@code 2018-12/run-0001}. */
    Path runFolder(ReportingPeriod period, int run) {
        return folder.toAbsolutePath()
                .normalize()
                .resolve(period.toString())
                .resolve(String.format(Locale.ROOT, "run-%04d", run));
    }
}
