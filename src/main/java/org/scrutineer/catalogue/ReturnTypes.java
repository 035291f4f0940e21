package org.scrutineer.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The return types read, to look names up in.
 *
 * @param complete whether every file of them could be read; where not, a name that is not found may still exist
 */
record ReturnTypes(List<ReturnType> all, boolean complete, Problems problems) {

    ReturnTypes {
        all = List.copyOf(all);
    }

    /** The datasets of a return type that a team owes; tells those that do not exist. */
    Set<String> datasets(String typeId, Entry datasets) {
        Optional<ReturnType> type =
                all.stream().filter(one -> one.id().equals(typeId)).findFirst();
        if (type.isEmpty() && complete) {
            problems.unknown(
                    datasets.place(),
                    typeId,
                    "return types",
                    all.stream().map(ReturnType::id).toList());
        }
        type.filter(ReturnType::isSentAtWill)
                .ifPresent(atWill -> problems.add(
                        datasets.place(),
                        typeId,
                        "a return type that is expected monthly; " + typeId + " may be sent without being owed"));
        Set<String> owed = new LinkedHashSet<>();
        for (Entry dataset : datasets.items()) {
            owed.add(dataset.written());
            if (type.isPresent() && type.get().dataset(dataset.written()).isEmpty()) {
                problems.unknown(dataset, "datasets of " + typeId, ids(type.get()));
            }
        }
        return owed;
    }

    private static Set<String> ids(ReturnType type) {
        return type.datasets().stream().map(Dataset::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
