package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code restatements.yaml}; where there is none every change is material. */
final class MaterialityReader {

    private MaterialityReader() {}

    static Materiality read(CatalogueFiles files, Problems problems) {
        return files.yaml("restatements.yaml", "restatements")
                .map(root -> read(root, problems))
                .orElse(Materiality.OF_EVERY_CHANGE);
    }

    private static Materiality read(Entry root, Problems problems) {
        Map<Indicator.Unit, Materiality.Least> byUnit = new EnumMap<>(Indicator.Unit.class);
        Map<Indicator.Unit, Place> places = new HashMap<>();
        for (Entry entry : root.entries("material")) {
            Optional<Indicator.Unit> unit = entry.choice("unit", Indicator.Unit.class);
            BigDecimal points = entry.number("points").orElse(null);
            BigDecimal percent = entry.number("percent").orElse(null);
            if (points == null && percent == null) {
                problems.add(entry.place(), null, "the key points or percent here: how large a change is material");
            }
            if (unit.isPresent()) {
                Place before = places.putIfAbsent(unit.get(), entry.place());
                if (before != null) {
                    problems.add(
                            entry.at("unit").orElse(entry),
                            "each unit once; it is on line " + before.line() + " already");
                }
                byUnit.put(unit.get(), new Materiality.Least(points, percent));
            }
        }
        return new Materiality(byUnit);
    }
}
