package org.scrutineer.publication;

import java.util.Locale;
import org.scrutineer.catalogue.Organisation;

/**
 * Who a figure is about: the organisation, a service or a team, or an authority's part of the organisation.
 *
 * @param organisation id of the organisation, service or team
 * @param authority as in {@link org.scrutineer.indicators.IndicatorValue}
 */
record Part(String organisation, String name, Level level, String authority, String authorityName) {

    enum Level {
        WHOLE("Organisation"),
        SERVICE("Service"),
        TEAM("Team");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** As data files print it: of the whole what kind of organisation it is. */
        String id(Organisation organisation) {
            return this == WHOLE ? organisation.kind() : name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isWhole() {
        return level == Level.WHOLE && authority.isEmpty();
    }
}
