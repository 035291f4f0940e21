package org.scrutineer.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code disclosure.yaml}. */
final class DisclosureProfileReader {

    private DisclosureProfileReader() {}

    static List<DisclosureProfile> read(CatalogueFiles files, Problems problems) {
        Map<String, Place> ids = new HashMap<>();
        return files.yaml("disclosure.yaml", "disclosure").map(Entry::items).orElse(List.of()).stream()
                .map(entry -> profile(entry, ids, problems))
                .toList();
    }

    private static DisclosureProfile profile(Entry entry, Map<String, Place> ids, Problems problems) {
        entry.scalar("id").ifPresent(id -> {
            Place before = ids.putIfAbsent(id.written(), id.place());
            if (before != null) {
                problems.add(id, "each profile once; it is on line " + before.line() + " already");
            }
        });
        int hideUpTo = entry.wholeNumber("hide-up-to").orElse(1);
        int roundTo = entry.wholeNumber("round-to").orElse(1);
        entry.at("round-to")
                .filter(said -> roundTo > hideUpTo)
                .ifPresent(said -> problems.add(
                        said,
                        "a number that is not above hide-up-to, " + hideUpTo
                                + ": what is shown may not be rounded to 0"));
        return new DisclosureProfile(
                entry.textOrEmpty("id"),
                entry.textOrEmpty("name"),
                hideUpTo,
                entry.choice("zero", DisclosureProfile.Zero.class).orElse(DisclosureProfile.Zero.SHOWN),
                roundTo,
                entry.wholeNumber("narrowest").orElse(hideUpTo),
                entry.textOrEmpty("source"),
                entry.place());
    }
}
