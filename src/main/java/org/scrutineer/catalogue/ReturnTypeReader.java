package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files in {@code returns}, each a return type. */
final class ReturnTypeReader {

    /** Sheets of a return that are not datasets. */
    private static final List<String> OTHER_SHEETS =
            List.of("Return", "Stated figures", ReturnType.GUIDANCE, ReturnType.LISTS);

    private final CodeSets codes;
    private final Problems problems;
    private final Map<String, Place> names = new HashMap<>();
    private final Map<String, Place> datasetIds = new HashMap<>();

    ReturnTypeReader(CodeSets codes, Problems problems) {
        this.codes = codes;
        this.problems = problems;
    }

    ReturnTypes read(CatalogueFiles files) {
        List<String> names = files.names("returns");
        if (names.isEmpty()) {
            problems.add(new Place("returns", 0), null, "at least one file that describes a return type");
        }
        List<Entry> roots = files.yamls("returns", "return-type");
        return new ReturnTypes(roots.stream().map(this::returnType).toList(), roots.size() == names.size(), problems);
    }

    private ReturnType returnType(Entry root) {
        checkNames(root);
        List<Dataset> datasets = new ArrayList<>();
        Map<String, String> sheets = new HashMap<>();
        if (!root.isTrue("in-every-return")) {
            OTHER_SHEETS.forEach(sheet -> sheets.put(Names.normal(sheet), ""));
        }
        String sourceSystem = root.text("source-system").orElse(null);
        root.fields("datasets").forEach((id, entry) -> {
            SqlNames.check(entry.place(), id, problems);
            Place before = datasetIds.putIfAbsent(id, entry.place());
            if (before != null) {
                problems.add(entry.place(), id, "a name that no other dataset has; see " + before);
            }
            checkSheets(id, entry, sheets);
            datasets.add(
                    new DatasetReader(id, entry, codes, new RuleReader("the dataset", sourceSystem, problems), problems)
                            .read());
        });
        checkCountedOnce(root, datasets);
        var byId = new LinkedHashMap<String, Dataset>();
        datasets.forEach(dataset -> byId.put(dataset.id(), dataset));
        var rules = new RuleReader("the return type", sourceSystem, problems);
        return new ReturnType(
                root.textOrEmpty("id"),
                root.textOrEmpty("name"),
                versions(root).stream().map(Entry::written).toList(),
                new TemplateVersionReader(datasets, problems).read(root.entries("template-versions")),
                terms(root),
                datasets,
                root.entries("rules").stream()
                        .flatMap(rule -> rules.crossRule(rule, byId).stream())
                        .toList(),
                root.place());
    }

    /** A team sends several returns a month: records in each of them would be added up. */
    private void checkCountedOnce(Entry root, List<Dataset> datasets) {
        root.scalar("in-every-return")
                .filter(said -> root.isTrue("in-every-return"))
                .ifPresent(said -> datasets.stream()
                        .filter(dataset -> dataset.purpose() == Dataset.Purpose.RECORDS)
                        .forEach(dataset -> problems.add(
                                said,
                                "false, as " + dataset.id()
                                        + " is of records: of those that two returns of a team hold, each would count"
                                        + " twice; or another purpose for " + dataset.id())));
    }

    /** What each version is called, whether it says how it differs or not. */
    private List<Entry> versions(Entry root) {
        List<Entry> versions =
                new ArrayList<>(root.scalar("template-versions").stream().toList());
        for (Entry version : root.entries("template-versions")) {
            (version.isScalar() ? Optional.of(version) : version.scalar("version")).ifPresent(versions::add);
        }
        Map<String, Place> before = new HashMap<>();
        for (Entry version : versions) {
            Place first = before.putIfAbsent(version.written(), version.place());
            if (first != null) {
                problems.add(version, "each version once; it is on line " + first.line() + " already");
            }
        }
        return versions;
    }

    private static ReturnType.Terms terms(Entry root) {
        Optional<Entry> withoutSheet = root.at("without-return-sheet");
        return new ReturnType.Terms(
                root.choice("expected", ReturnType.Expected.class).orElse(ReturnType.Expected.MONTHLY),
                root.wholeNumber("deadline-working-days").orElse(null),
                root.isTrue("in-every-return"),
                withoutSheet.map(entry -> entry.list("period-from")).orElse(List.of()).stream()
                        .flatMap(source -> source.choice(ReturnType.PeriodSource.class).stream())
                        .toList(),
                root.choice("sent-by", ReturnType.Sender.class).orElse(ReturnType.Sender.TEAMS));
    }

    /** A return may say its type by id or by name, so no two may share either. */
    private void checkNames(Entry root) {
        for (String key : List.of("id", "name")) {
            root.scalar(key).ifPresent(name -> {
                Place before = names.putIfAbsent(Names.normal(name.written()), name.place());
                if (before != null && !before.file().equals(name.place().file())) {
                    problems.add(name, "an id or name that no other return type has; see " + before);
                }
            });
        }
    }

    private void checkSheets(String dataset, Entry entry, Map<String, String> sheets) {
        for (Entry sheet : entry.list("sheet")) {
            String before = sheets.putIfAbsent(Names.normal(sheet.written()), dataset);
            if (before != null && before.isEmpty()) {
                problems.add(
                        sheet,
                        "a sheet other than Return, Stated figures, Guidance and Lists, which every return may have");
            } else if (before != null) {
                problems.add(sheet, "a sheet that no other dataset of the return has; " + before + " has it already");
            }
        }
    }
}
