package org.scrutineer.web.indicators;

import org.scrutineer.indicators.Rating;

/**
 * A rating as a coloured word.
 *
 * @param style the class that colours it
 */
record Tag(String word, String style) {

    static Tag of(Rating rating) {
        return new Tag(
                rating.word(),
                switch (rating) {
                    case GREEN -> "govuk-tag--green";
                    case AMBER -> "govuk-tag--yellow";
                    case RED -> "govuk-tag--red";
                });
    }
}
