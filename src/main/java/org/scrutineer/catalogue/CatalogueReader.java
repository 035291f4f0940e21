package org.scrutineer.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue's folder, and tells every mistake in it at once. */
public final class CatalogueReader {

    /** What was read last by this process: the same files are the same catalogue, which takes a second to read. */
    private static final AtomicReference<@Nullable Catalogue> NEWEST = new AtomicReference<>();

    private CatalogueReader() {}

    /**
     * Reads all files of a catalogue. SQL in it is taken as text; what it says is checked where it is run.
     *
     * @param folder e.g. {@code config/catalogue}; one that is not there is a mistake like any other
     * @throws IOException where a file is there but cannot be read from the disk
     */
    public static CatalogueReading read(Path folder) throws IOException {
        var problems = new Problems();
        CatalogueFiles files = CatalogueFiles.in(folder, problems);
        if (files.missing()) {
            return new CatalogueReading.Mistaken(problems.sorted());
        }
        Catalogue before = NEWEST.get();
        if (before != null && problems.none() && before.hash().equals(files.hash())) {
            return new CatalogueReading.Read(before);
        }
        CodeSets codes = CodeSets.read(files, problems);
        ReturnTypes returnTypes = new ReturnTypeReader(codes, problems).read(files);
        Optional<Organisation> organisation = new OrganisationReader(returnTypes, problems).read(files);
        Optional<PublishedReader> published = organisation.map(one -> new PublishedReader(files, one, problems));
        List<ReferenceTable> references =
                published.map(PublishedReader::references).orElse(List.of());
        Sources sources = Sources.read(files, returnTypes, references, problems);
        Optional<Entry> days = files.neededYaml("calendar.yaml", "calendar");
        Optional<Calendar> calendar = days.map(root -> CalendarReader.read(root, problems));
        List<Meeting> meetings = days.flatMap(
                        root -> calendar.map(known -> new MeetingReader(known, problems).read(root)))
                .orElse(List.of());
        int minimumCoverage = organisation.map(Organisation::minimumCoverage).orElse(0);
        Set<String> roles = organisation.map(Organisation::roles).orElse(List.of()).stream()
                .map(Organisation.Role::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Indicators indicators = new IndicatorReader(sources, roles, minimumCoverage, problems).read(files);
        Benchmarks benchmarks =
                published.map(reader -> reader.benchmarks(indicators)).orElse(Benchmarks.NONE);
        List<Target> targets = new TargetsReader(indicators, problems).read(files);
        List<DisclosureProfile> disclosureProfiles = DisclosureProfileReader.read(files, problems);
        List<Audience> audiences =
                new AudienceReader(organisation, indicators, disclosureProfiles, problems).read(files);
        List<CrossRule> reconciliation = reconciliation(files, returnTypes, problems);
        List<Waiver> waivers = organisation
                .map(one -> new WaiverReader(returnTypes, one, problems).read(files))
                .orElse(List.of());
        TrendSettings trends = new TrendSettingsReader(indicators, problems).read(files);
        List<RetentionRule> retention = new RetentionReader(returnTypes, problems).read(files);
        Materiality materiality = MaterialityReader.read(files, problems);
        if (!problems.none()) {
            return new CatalogueReading.Mistaken(problems.sorted());
        }
        Catalogue read = new Catalogue(
                organisation.orElseThrow(),
                calendar.orElseThrow(),
                returnTypes.all(),
                sources.views(),
                indicators.all(),
                targets,
                audiences,
                reconciliation,
                waivers,
                references,
                benchmarks,
                meetings,
                trends,
                disclosureProfiles,
                retention,
                materiality,
                files.hash());
        NEWEST.set(read);
        return new CatalogueReading.Read(read);
    }

    private static List<CrossRule> reconciliation(CatalogueFiles files, ReturnTypes returnTypes, Problems problems) {
        var datasets = new LinkedHashMap<String, Dataset>();
        returnTypes.all().forEach(type -> type.datasets().forEach(dataset -> datasets.put(dataset.id(), dataset)));
        var rules = new RuleReader("the file", null, problems);
        return files.yaml("reconciliation.yaml", "reconciliation").map(Entry::items).orElse(List.of()).stream()
                .flatMap(rule -> rules.crossRule(rule, datasets).stream())
                .toList();
    }
}
