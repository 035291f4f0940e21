package org.scrutineer.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the areas that figures are published for are ours, and which are like them.
 *
 * @param nation what the whole of all areas is called, e.g. {@code England}
 * @param region what the part of the nation around us is called in a heading, e.g. {@code Region}
 * @param ours in the order of the file
 * @param neighbours none where no file of them is named
 */
public record PublishedAreas(String nation, String region, List<Ours> ours, Optional<Neighbours> neighbours) {

    public PublishedAreas {
        ours = List.copyOf(ours);
    }

    /**
     * An area that is published for one or several of the authorities that commission the organisation.
     *
     * @param code as the published files have it, e.g. {@code 941}
     * @param authorities ids of the authorities it is the area of; several where they make one return together
     */
    public record Ours(String code, Set<String> authorities) {

        public Ours {
            authorities = Collections.unmodifiableSet(new LinkedHashSet<>(authorities));
        }

        boolean isOf(String authority) {
            return authorities.size() == 1 && authorities.contains(authority);
        }
    }

    /**
     * The areas most like another one.
     *
     * @param name e.g. {@code Statistical neighbours}
     * @param of for each area's code the codes of those like it, nearest first
     */
    public record Neighbours(String name, PublishedSource source, Map<String, List<String>> of) {

        public Neighbours {
            of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
        }
    }

    /** The code of an authority's own area, without those it shares. */
    public Optional<String> code(String authority) {
        return ours.stream()
                .filter(area -> area.isOf(authority))
                .map(Ours::code)
                .findFirst();
    }

    /** The areas most like an authority's own; none where the file has no entry for it. */
    public List<String> neighbours(String authority) {
        return neighbours
                .flatMap(known -> code(authority).map(code -> known.of().getOrDefault(code, List.of())))
                .orElse(List.of());
    }
}
