package org.scrutineer.publication;

import java.util.Locale;

/**
 * Who a figure is about: the organisation, a service or a team, or an authority's part of the organisation.
 *
 * @param organisation id of the trust, service or team
 * @param authority as in {@link org.scrutineer.indicators.IndicatorValue}
 */
record Part(String organisation, String name, Level level, String authority, String authorityName) {

    enum Level {
        TRUST("Organisation"),
        SERVICE("Service"),
        TEAM("Team");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** As data files print it. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isWhole() {
        return level == Level.TRUST && authority.isEmpty();
    }
}
