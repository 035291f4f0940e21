package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the folder {@code benchmarks}: files that others published, each with a YAML file that says how it is read,
 * and {@code areas.yaml}, which says which of the areas in them are ours.
 */
final class PublishedReader {

    private final CatalogueFiles files;
    private final Organisation organisation;
    private final Problems problems;
    private final Optional<PublishedAreas> areas;
    private final Map<PublishedFile, Entry> read = new LinkedHashMap<>();

    PublishedReader(CatalogueFiles files, Organisation organisation, Problems problems) {
        this.files = files;
        this.organisation = organisation;
        this.problems = problems;
        List<String> names = files.names("benchmarks");
        Optional<Entry> root = names.stream().anyMatch(PublishedReader::isRead)
                ? files.neededYaml(AreasReader.FILE, "areas")
                : Optional.empty();
        Set<String> authorities = organisation.authorities().stream()
                .map(Organisation.Authority::id)
                .collect(Collectors.toSet());
        this.areas = root.map(found -> new AreasReader(files, authorities, problems).read(found));
        Set<String> named = new TreeSet<>();
        root.flatMap(found -> found.at("neighbours"))
                .flatMap(neighbours -> neighbours.text("file"))
                .ifPresent(named::add);
        root.ifPresent(found -> readMappings(found, named));
        tellStrays(names, named);
    }

    private void readMappings(Entry root, Set<String> named) {
        AreaLayout layout = AreaLayout.of(root);
        for (String name : files.names("benchmarks")) {
            if (!name.endsWith(".yaml") || name.equals(AreasReader.FILE)) {
                continue;
            }
            files.yaml(name, "benchmark").ifPresent(mapping -> {
                mapping.text("file").ifPresent(named::add);
                PublishedFile.of(mapping, layout, root.textOrEmpty("nation"), files, problems)
                        .ifPresent(file -> read.put(file, mapping));
            });
        }
    }

    private static boolean isRead(String name) {
        return name.endsWith(".yaml") || name.endsWith(".csv");
    }

    /** A file that was dropped there and is not read would be missed in every comparison without a word. */
    private void tellStrays(List<String> names, Set<String> named) {
        for (String path : names) {
            String name = path.substring(PublishedFile.FOLDER.length());
            if (path.endsWith(".csv") && !path.equals(SingleFiguresReader.FILE) && !named.contains(name)) {
                problems.add(
                        new Place(path, 0),
                        name,
                        "a .yaml file in benchmarks that names it under file, and its columns");
            } else if (!isRead(name) && !name.equals("README.md")) {
                problems.add(new Place(path, 0), name, "only .csv files, .yaml files and README.md in benchmarks");
            }
        }
    }

    List<ReferenceTable> references() {
        return areas.map(known -> {
                    var reader = new ReferenceReader(known, organisation, problems);
                    List<ReferenceTable> tables = new ArrayList<>();
                    read.forEach((file, mapping) ->
                            mapping.entries("reference").forEach(entry -> tables.add(reader.read(file, entry))));
                    return tables;
                })
                .orElse(List.of());
    }

    Benchmarks benchmarks(Indicators indicators) {
        return areas.map(known -> {
                    var reader = new BenchmarkReader(indicators, known, problems);
                    List<Benchmark> all = new ArrayList<>();
                    read.forEach((file, mapping) ->
                            mapping.entries("figures").forEach(figure -> all.addAll(reader.read(file, figure))));
                    all.addAll(new SingleFiguresReader(indicators, organisation, known, reader, problems).read(files));
                    return new Benchmarks(Optional.of(known), all, reader.regions());
                })
                .orElse(Benchmarks.NONE);
    }
}
