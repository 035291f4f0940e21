package org.scrutineer.rendering;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param pdf whether papers are made into PDF at all
 * @param folder where renditions appear, a folder for each period and run
 * @param scratch where LibreOffice works, with a profile of its own
 * @param office LibreOffice's command, or the path of it
 * @param timeLimit for one paper
 */
@ConfigurationProperties("rendering")
record RenderingProperties(boolean pdf, Path folder, Path scratch, String office, Duration timeLimit) {

    /** Where the renditions of a run are. */
    Path runFolder(ReportingPeriod period, int run) {
        return folder.toAbsolutePath()
                .normalize()
                .resolve(period.toString())
                .resolve(String.format(Locale.ROOT, "run-%04d", run));
    }
}
