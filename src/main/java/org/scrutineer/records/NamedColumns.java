package org.scrutineer.records;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.View;

/**
 * The columns of records that the indicators, views and rules over all returns of a catalogue name, with those that say
 * which row counts and for whom. A name counts wherever it stands as a word, also in a text or a comment: a column too
 * many costs a little, and one too few would be missing.
 */
final class NamedColumns {

    private static final String AUTHORITY = "authority";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9_]+");

    private final Set<String> words = new HashSet<>();
    private final boolean all;

    /** @param guard of the catalogue */
    NamedColumns(Catalogue catalogue, SqlGuard guard) {
        catalogue.indicators().forEach(this::add);
        catalogue.reconciliation().forEach(this::add);
        catalogue.views().forEach(view -> add(view.query()));
        words.add(AUTHORITY);
        this.all = catalogue.views().stream().anyMatch(namesColumnsWithoutTheirNames(guard));
    }

    /** A view of all columns of something, or of those two have in common, would differ with a column less. */
    private Predicate<View> namesColumnsWithoutTheirNames(SqlGuard guard) {
        return view -> words.contains("natural") || words.contains("positional") || guard.takesWholeRows(view);
    }

    private void add(Indicator indicator) {
        Stream.of(
                        indicator.denominator(),
                        indicator.numerator(),
                        indicator.aggregate().value())
                .forEach(this::add);
        Indicator.Per per = indicator.per();
        if (per != null) {
            add(per.where());
            add(per.aggregate().value());
        }
    }

    private void add(CrossRule rule) {
        add(rule.expect());
        words.addAll(rule.on());
        rule.per().ifPresent(words::addAll);
        if (rule.cell() != null) {
            words.add(rule.cell());
        }
    }

    private void add(@Nullable Expression expression) {
        if (expression != null) {
            words.addAll(Arrays.asList(BETWEEN_WORDS.split(expression.sql().toLowerCase(Locale.ROOT))));
        }
    }

    /** Those of a dataset, in the catalogue's order; all of a dataset that is not of records. */
    List<Column> of(Dataset dataset) {
        return dataset.columns().stream()
                .filter(column -> all
                        || dataset.purpose() != Dataset.Purpose.RECORDS
                        || words.contains(column.name())
                        || dataset.key().contains(column.name())
                        || column.name().equals(dataset.teamColumn())
                        || column.name().equals(dataset.eventDate()))
                .toList();
    }
}
