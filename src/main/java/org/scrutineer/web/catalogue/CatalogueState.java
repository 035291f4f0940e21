package org.scrutineer.web.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.pipeline.CatalogueCheck;
import org.scrutineer.web.RoomPart;

/** What is wrong with the catalogue as it lies in its folder, which may not be the one in force. */
@RoomPart
class CatalogueState {

    private final Catalogue inForce;
    private final CatalogueFolder folder;

    /** By hash: trying expressions takes seconds, and says the same each time. */
    private final Map<String, List<String>> tried = new ConcurrentHashMap<>();

    CatalogueState(Catalogue inForce, CatalogueFolder folder) {
        this.inForce = inForce;
        this.folder = folder;
    }

    /**
     * How the folder stands.
     *
     * @param same whether it holds the catalogue in force
     * @param problems every mistake in it, with file and line; none in one that is in force
     */
    record State(boolean same, List<String> problems) {}

    State look() throws IOException {
        CatalogueReading reading = CatalogueReader.read(folder.path());
        if (reading instanceof CatalogueReading.Mistaken mistaken) {
            return new State(false, sentences(mistaken.problems()));
        }
        Catalogue there = ((CatalogueReading.Read) reading).catalogue();
        if (there.hash().equals(inForce.hash())) {
            return new State(true, List.of());
        }
        List<String> problems = tried.get(there.hash());
        if (problems == null) {
            problems = sentences(CatalogueCheck.ofExpressions(there));
            tried.clear();
            tried.put(there.hash(), problems);
        }
        return new State(false, problems);
    }

    private static List<String> sentences(List<CatalogueProblem> problems) {
        return problems.stream().map(CatalogueProblem::sentence).toList();
    }
}
