package org.scrutineer.web.indicators;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.pipeline.CatalogueArchive;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Trends;
import org.scrutineer.web.Kept;
import org.scrutineer.web.Preparation;
import org.scrutineer.web.RoomPart;

/** Finished runs with the catalogue that each used, and the course of its figures. They never change, so some are kept. */
@RoomPart
class Books implements Preparation {

    private static final int KEPT = 6;

    private final Catalogue inForce;
    private final CatalogueArchive archive;
    private final Runs runs;
    private final Trends trends;
    private final Kept<Integer, Book> kept = new Kept<>(KEPT);

    Books(Catalogue inForce, CatalogueArchive archive, Runs runs, Trends trends) {
        this.inForce = inForce;
        this.archive = archive;
        this.runs = runs;
        this.trends = trends;
    }

    /** Whose course it is. */
    private record Whose(String indicator, String organisation, String authority) {}

    /** A run with the catalogue it used. */
    record Book(Run run, Catalogue catalogue, Map<Whose, Trend> courses) {

        Optional<Trend> course(String indicator, String organisation, String authority) {
            return Optional.ofNullable(courses.get(new Whose(indicator, organisation, authority)));
        }
    }

    /** @throws IllegalStateException where the catalogue it used is not to be had any more */
    Book of(Run run) throws IOException {
        return kept.get(run.number(), () -> read(run));
    }

    @Override
    public void prepare(Run run) throws IOException {
        of(run);
    }

    private Book read(Run run) throws IOException {
        String hash = runs.catalogueHash(run);
        Catalogue catalogue = hash.equals(inForce.hash()) ? inForce : archive.read(hash);
        Map<Whose, Trend> courses = new HashMap<>();
        trends.by(catalogue)
                .of(run.number(), run.period())
                .forEach(trend ->
                        courses.put(new Whose(trend.indicator(), trend.organisation(), trend.authority()), trend));
        return new Book(run, catalogue, Map.copyOf(courses));
    }
}
