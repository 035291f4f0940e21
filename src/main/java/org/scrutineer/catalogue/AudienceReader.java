package org.scrutineer.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the files in {@code publications}, each for an audience. */
final class AudienceReader {

    private AudienceReader() {}

    static List<Audience> read(CatalogueFiles files, Indicators indicators, Problems problems) {
        Map<String, Place> ids = new HashMap<>();
        return files.yamls("publications", "publication").stream()
                .map(root -> {
                    root.scalar("id").ifPresent(id -> {
                        Place before = ids.putIfAbsent(id.written(), id.place());
                        if (before != null) {
                            problems.add(id, "an id that no other publication has; see " + before);
                        }
                    });
                    for (String key : List.of("indicators", "establishment")) {
                        root.list(key).forEach(code -> indicators.find(code.place(), code.written()));
                    }
                    return new Audience(
                            root.textOrEmpty("id"),
                            root.textOrEmpty("name"),
                            root.textOrEmpty("title"),
                            root.textOrEmpty("status"),
                            root.texts("indicators"),
                            root.texts("establishment"),
                            root.place());
                })
                .toList();
    }
}
