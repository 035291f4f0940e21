package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets of codes and of words for nothing that columns call by name. */
final class CodeSets {

    private final Map<String, Entry> codeSets;
    private final Map<String, Entry> blankSets;
    private final boolean complete;
    private final Problems problems;

    private CodeSets(Optional<Entry> file, boolean complete, Problems problems) {
        this.codeSets = file.map(root -> root.fields("code-sets")).orElse(Map.of());
        this.blankSets = file.map(root -> root.fields("blank-sets")).orElse(Map.of());
        this.complete = complete;
        this.problems = problems;
        codeSets.values().forEach(this::checkUnambiguous);
    }

    static CodeSets read(CatalogueFiles files, Problems problems) {
        boolean there = files.has("codes.yaml");
        Optional<Entry> file = files.yaml("codes.yaml", "codes");
        return new CodeSets(file, file.isPresent() || !there, problems);
    }

    /** The codes a column says, there or by the name of a set, each with the other ways people write it. */
    Map<String, List<String>> codes(Entry column) {
        Optional<Entry> said = column.at("codes");
        Optional<Entry> name = column.scalar("codes");
        if (name.isPresent()) {
            return codesOf(named(name.get(), codeSets, "code-sets"));
        }
        said.ifPresent(this::checkUnambiguous);
        return codesOf(said);
    }

    /** What a column says people type instead of nothing. */
    List<String> blanks(Entry column) {
        Optional<Entry> name = column.scalar("blank");
        if (name.isPresent()) {
            return named(name.get(), blankSets, "blank-sets").map(Entry::items).orElse(List.of()).stream()
                    .map(Entry::written)
                    .toList();
        }
        return column.texts("blank");
    }

    private Optional<Entry> named(Entry name, Map<String, Entry> sets, String known) {
        Optional<Entry> set = Optional.ofNullable(sets.get(name.written()));
        if (set.isEmpty() && complete) {
            problems.unknown(name, known, sets.keySet());
        }
        return set;
    }

    private static Map<String, List<String>> codesOf(Optional<Entry> set) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        set.map(Entry::fields)
                .orElse(Map.of())
                .forEach((code, others) -> codes.put(
                        code,
                        others.items().stream()
                                .filter(Entry::isScalar)
                                .map(Entry::written)
                                .toList()));
        return codes;
    }

    private void checkUnambiguous(Entry set) {
        Map<String, String> meant = new LinkedHashMap<>();
        set.fields().forEach((code, others) -> {
            claim(others.place(), code, code, meant);
            for (Entry other : new ArrayList<>(others.items())) {
                claim(other.place(), other.written(), code, meant);
            }
        });
    }

    private void claim(Place place, String text, String code, Map<String, String> meant) {
        String before = meant.putIfAbsent(Names.normal(text), code);
        if (before != null && !before.equals(code)) {
            problems.add(place, text, "a text that means one code only; it means " + before + " already");
        }
    }
}
