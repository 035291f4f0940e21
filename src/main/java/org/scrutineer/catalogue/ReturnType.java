package org.scrutineer.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A kind of workbook that teams send, and what it holds.
 *
 * @param id as the {@code Return} sheet names it, e.g. {@code team-performance}; the name is accepted there too
 * @param templateVersions the versions of the template that can be read, newest first
 * @param rules what must hold over several rows of one return
 */
public record ReturnType(
        String id,
        String name,
        List<String> templateVersions,
        List<Dataset> datasets,
        List<CrossRule> rules,
        Place place) {

    /** A return type whose rows are asked about one by one only. */
    public ReturnType(String id, String name, List<String> templateVersions, List<Dataset> datasets, Place place) {
        this(id, name, templateVersions, datasets, List.of(), place);
    }

    /** The sheet of a template that says how to fill it in; the reader passes over it. */
    public static final String GUIDANCE = "Guidance";

    /** The sheet of a template with what may be chosen in its cells; the reader passes over it. */
    public static final String LISTS = "Lists";

    public ReturnType {
        templateVersions = List.copyOf(templateVersions);
        datasets = List.copyOf(datasets);
        rules = List.copyOf(rules);
    }

    public Optional<Dataset> dataset(String datasetId) {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals(datasetId))
                .findFirst();
    }
}
