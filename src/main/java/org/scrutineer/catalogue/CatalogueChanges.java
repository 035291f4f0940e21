package org.scrutineer.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of two catalogues differs that bears on a figure, wherever in its files it is written. */
public final class CatalogueChanges {

    private final Catalogue before;
    private final Catalogue now;

    public CatalogueChanges(Catalogue before, Catalogue now) {
        this.before = before;
        this.now = now;
    }

    /**
     * Whether a figure is made otherwise: by another definition, or of datasets, views, reference data, rules or days that
     * are not what they were.
     *
     * @param code the indicator's
     * @param datasets those it is made from
     */
    public boolean ofDefinition(String code, ReportingPeriod period, Set<String> datasets) {
        return !definition(before, code, period, datasets).equals(definition(now, code, period, datasets));
    }

    /** Whether an indicator is held to another target in a period. */
    public boolean ofTarget(String code, ReportingPeriod period) {
        return !text(before.target(code, period)).equals(text(now.target(code, period)));
    }

    /**
     * Whether the part of the organisation that a figure is about is another: its teams and what they owe, services,
     * authorities.
     *
     * @param organisation id of the organisation, of a service or of a team
     */
    public boolean ofOrganisation(String organisation) {
        return !organisation(before.organisation(), organisation)
                .equals(organisation(now.organisation(), organisation));
    }

    private static String definition(Catalogue catalogue, String code, ReportingPeriod period, Set<String> datasets) {
        Optional<Indicator> found = catalogue.definition(code, period);
        if (found.isEmpty()) {
            return "";
        }
        Indicator indicator = found.get();
        var parts = new ArrayList<@Nullable Object>();
        parts.add(indicator.from());
        parts.add(indicator.denominator());
        parts.add(indicator.numerator());
        parts.add(indicator.aggregate());
        parts.add(indicator.per());
        parts.add(indicator.timing());
        parts.add(indicator.unit());
        parts.add(indicator.decimals());
        parts.add(indicator.good());
        parts.add(indicator.minimumCoverage());
        String made = text(parts);
        var used = new ArrayList<@Nullable Object>();
        views(catalogue, made).forEach(used::add);
        String withViews = made + text(used);
        catalogue.references().stream()
                .filter(table -> names(withViews, table.id()))
                .forEach(used::add);
        catalogue.returnTypes().stream()
                .filter(type -> type.datasets().stream().anyMatch(dataset -> datasets.contains(dataset.id())))
                .forEach(used::add);
        used.add(catalogue.waivers());
        used.add(catalogue.calendar());
        return made + text(used);
    }

    /** The views that an expression names, and those that these name. */
    private static Set<View> views(Catalogue catalogue, String made) {
        Set<View> used = new LinkedHashSet<>();
        String words = made;
        for (boolean more = true; more; ) {
            String sofar = words;
            List<View> further = catalogue.views().stream()
                    .filter(view -> !used.contains(view) && names(sofar, view.id()))
                    .toList();
            used.addAll(further);
            words = words + text(further);
            more = !further.isEmpty();
        }
        return used;
    }

    private static boolean names(String words, String id) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
                .matcher(words)
                .find();
    }

    private static String organisation(Organisation all, String id) {
        Stream<Organisation.Team> teams = all.teams().stream()
                .filter(team -> id.equals(all.id()) || id.equals(team.service()) || id.equals(team.id()));
        var parts = new ArrayList<@Nullable Object>();
        teams.forEach(team -> {
            parts.add(team.id());
            parts.add(team.service());
            parts.add(team.aliases());
            parts.add(team.formerly());
            parts.add(team.owes());
            parts.add(team.validFrom());
            parts.add(team.validTo());
        });
        if (id.equals(all.id())) {
            parts.add(all.authorities());
        }
        return text(parts);
    }

    /** What something says, the same wherever in a file it stands. */
    private static String text(@Nullable Object said) {
        if (said == null || said instanceof Place) {
            return "";
        }
        if (said instanceof Record entry) {
            var parts = new ArrayList<String>();
            for (RecordComponent component : entry.getClass().getRecordComponents()) {
                parts.add(component.getName() + "=" + text(value(entry, component)));
            }
            return parts.toString();
        }
        if (said instanceof Optional<?> optional) {
            return text(optional.orElse(null));
        }
        if (said instanceof Set<?> set) {
            Set<String> parts = new TreeSet<>();
            set.forEach(one -> parts.add(text(one)));
            return parts.toString();
        }
        if (said instanceof Collection<?> list) {
            return list.stream().map(CatalogueChanges::text).toList().toString();
        }
        if (said instanceof Map<?, ?> map) {
            Map<String, String> parts = new TreeMap<>();
            map.forEach((key, value) -> parts.put(text(key), text(value)));
            return parts.toString();
        }
        return Objects.toString(said);
    }

    private static @Nullable Object value(Record entry, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
