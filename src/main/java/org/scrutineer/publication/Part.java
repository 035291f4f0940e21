package org.scrutineer.publication;

import java.util.Locale;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Organisation.Level;

/**
 * Who a figure is about: the organisation, a service or a team, or an authority's part of the organisation.
 *
 * @param organisation id of the organisation, service or team
 * @param authority as in {@link org.scrutineer.indicators.IndicatorValue}
 */
record Part(String organisation, String name, Level level, String authority, String authorityName) {

    String levelWord() {
        return switch (level) {
            case WHOLE -> "Organisation";
            case SERVICE -> "Service";
            case TEAM -> "Team";
        };
    }

    /** A level as data files print it: of the whole what kind of organisation it is. */
    static String levelId(Level level, Organisation organisation) {
        return level == Level.WHOLE ? organisation.kind() : level.name().toLowerCase(Locale.ROOT);
    }

    /** Whose part it is, in a column that names parts of every kind. */
    String shownAs() {
        return authority.isEmpty() ? name : authorityName;
    }

    boolean isWhole() {
        return level == Level.WHOLE && authority.isEmpty();
    }
}
