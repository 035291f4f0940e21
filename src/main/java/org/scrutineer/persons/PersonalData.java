package org.scrutineer.persons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.RetentionRule;
import org.scrutineer.catalogue.RetentionRule.What;
import org.scrutineer.catalogue.ReturnType;

/** Which personal data the catalogue asks for, why, for how long, and what becomes visible of it: an entry a column. */
public final class PersonalData {

    private PersonalData() {}

    /**
     * A column whose values say something of a person.
     *
     * @param header as templates have it
     * @param about why it is asked for, as the catalogue says it to those who fill it in; null where it does not
     * @param kept the rule for the returns it stands in; null where none is about them
     * @param indicators the codes of those whose figures depend on it
     * @param audiences who gets figures made with it, and how small numbers are hidden from them; nobody gets values of it
     */
    public record Held(
            ReturnType type,
            Dataset dataset,
            Column column,
            String header,
            @Nullable String about,
            @Nullable RetentionRule kept,
            List<String> indicators,
            List<String> audiences) {

        public Held {
            indicators = List.copyOf(indicators);
            audiences = List.copyOf(audiences);
        }
    }

    /**
     * All of it, in the catalogue's order.
     *
     * @param columns the columns of each dataset that an indicator's figures depend on
     */
    public static List<Held> of(Catalogue catalogue, Function<Indicator, Map<String, Set<String>>> columns) {
        var held = new ArrayList<Held>();
        var dependsOn = new ArrayList<Map.Entry<Indicator, Map<String, Set<String>>>>();
        catalogue.indicators().forEach(indicator -> dependsOn.add(Map.entry(indicator, columns.apply(indicator))));
        for (ReturnType type : catalogue.returnTypes()) {
            RetentionRule rule = catalogue.retention(What.RETURNS, type.id()).orElse(null);
            for (Dataset dataset : type.datasets()) {
                for (Column column : dataset.columns()) {
                    if (column.personal()) {
                        var indicators = new LinkedHashSet<String>();
                        dependsOn.stream()
                                .filter(one -> one.getValue()
                                        .getOrDefault(dataset.id(), Set.of())
                                        .contains(column.name()))
                                .forEach(one -> indicators.add(one.getKey().id()));
                        held.add(new Held(
                                type,
                                dataset,
                                column,
                                column.headers().stream().findFirst().orElse(column.name()),
                                column.about(),
                                rule,
                                List.copyOf(indicators),
                                audiences(catalogue, indicators)));
                    }
                }
            }
        }
        return held;
    }

    private static List<String> audiences(Catalogue catalogue, Set<String> indicators) {
        return catalogue.audiences().stream()
                .filter(audience -> indicators.stream().anyMatch(code -> shows(audience, code)))
                .sorted(Comparator.comparing(Audience::id))
                .map(audience -> audience.name()
                        + Optional.ofNullable(audience.disclosure())
                                .map(profile -> " (small numbers hidden: " + profile + ")")
                                .orElse(" (all numbers)"))
                .toList();
    }

    private static boolean shows(Audience audience, String code) {
        return audience.indicators().isEmpty()
                || audience.indicators().contains(code)
                || audience.establishment().stream()
                        .anyMatch(table -> table.indicators().contains(code));
    }
}
