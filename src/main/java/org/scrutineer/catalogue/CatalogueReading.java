package org.scrutineer.catalogue;

import java.util.List;

/** What came of reading a catalogue: the catalogue, or every mistake in it. */
public sealed interface CatalogueReading {

    /** The catalogue has no mistake that can be seen without its SQL being run. */
    record Read(Catalogue catalogue) implements CatalogueReading {}

    /** @param problems all there are, by file and line; never empty */
    record Mistaken(List<CatalogueProblem> problems) implements CatalogueReading {

        public Mistaken {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a mistaken catalogue has at least one problem");
            }
        }
    }
}
