package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.Locale;

/** How an established post is filled; all figures are full-time equivalents. */
enum PostKind {
    EXPERIENCED("1", "1", "0", "EXPERIENCED"),
    FIRST_YEAR("1", "1", "0", "FIRST-YEAR"),
    OTHER("1", "1", "0", "OTHER"),
    FOUR_DAYS("1", "0.8", "0", "EXPERIENCED"),
    THREE_DAYS("1", "0.6", "0", "EXPERIENCED"),
    POST_OF_06("0.6", "0.6", "0", "EXPERIENCED"),
    POST_OF_05("0.5", "0.5", "0", "OTHER"),
    AGENCY("1", "0", "1", "AGENCY"),
    AGENCY_08("0.8", "0", "0.8", "AGENCY"),
    SHARED("1", "0.6", "0.4", "EXPERIENCED"),
    VACANT("1", "0", "0", "VACANT"),
    VACANT_06("0.6", "0", "0", "VACANT");

    private final BigDecimal established;
    private final BigDecimal permanent;
    private final BigDecimal agency;
    private final String holder;

    PostKind(String established, String permanent, String agency, String holder) {
        this.established = new BigDecimal(established);
        this.permanent = new BigDecimal(permanent);
        this.agency = new BigDecimal(agency);
        this.holder = holder;
    }

    BigDecimal established() {
        return established;
    }

    BigDecimal permanent() {
        return permanent;
    }

    BigDecimal agency() {
        return agency;
    }

    /** The code of who holds the post. */
    String holder() {
        return holder;
    }

    /** The column of the plan that counts these posts, e.g. {@code first-year}. */
    String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
