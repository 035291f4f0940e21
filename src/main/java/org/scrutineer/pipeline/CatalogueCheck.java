package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.secondopinion.HeadlineCheck;
import org.springframework.util.FileSystemUtils;

/** Tries what a catalogue says in SQL, which shows only when it is done. */
public final class CatalogueCheck {

    private CatalogueCheck() {}

    /**
     * Every mistake in the expressions of a catalogue that reads well; it takes seconds.
     *
     * @throws IOException where the disk fails
     */
    public static List<CatalogueProblem> ofExpressions(Catalogue catalogue) throws IOException {
        Path scratch = Files.createTempDirectory("scrutineer-catalogue-");
        try {
            var settings = RecordsProperties.defaults(scratch.toString());
            List<CatalogueProblem> problems = RecordStore.problems(catalogue, settings);
            return problems.isEmpty() ? HeadlineCheck.problems(catalogue, settings) : problems;
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }
}
