package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.scrutineer.catalogue.DisclosureProfile;

/**
 * Which numbers are hidden, and how well.
 *
 * @param hideUpTo numbers from 1 up to this one are
 * @param hidesZero whether 0 is too
 * @param roundTo to the nearest multiple of which shown numbers are rounded, half up; 1 for not at all
 * @param narrowest how far apart the smallest and the largest number that a hidden one could be must lie
 */
record Rule(int hideUpTo, boolean hidesZero, int roundTo, int narrowest) {

    static Rule of(DisclosureProfile profile) {
        return new Rule(
                profile.hideUpTo(),
                profile.zero() == DisclosureProfile.Zero.HIDDEN,
                profile.roundTo(),
                profile.narrowest());
    }

    boolean hides(BigDecimal number) {
        return number.signum() == 0
                ? hidesZero
                : number.signum() > 0 && number.compareTo(BigDecimal.valueOf(hideUpTo)) <= 0;
    }

    /** What hides all that either hides, as well as either wants it; it rounds no more than the one that rounds less. */
    Rule and(Rule other) {
        return new Rule(
                Math.max(hideUpTo, other.hideUpTo),
                hidesZero || other.hidesZero,
                Math.min(roundTo, other.roundTo),
                Math.max(narrowest, other.narrowest));
    }

    /** As it is printed where it is shown. */
    BigDecimal rounded(BigDecimal number) {
        if (roundTo == 1) {
            return number;
        }
        BigDecimal base = BigDecimal.valueOf(roundTo);
        return number.divide(base, 0, RoundingMode.HALF_UP).multiply(base);
    }

    /** What a number of people can be that is printed so. */
    Range known(BigDecimal printed, boolean whole) {
        if (roundTo == 1 || printed.signum() == 0) {
            return new Range(printed, printed);
        }
        BigDecimal half = BigDecimal.valueOf(roundTo).divide(BigDecimal.valueOf(2));
        BigDecimal least = printed.subtract(half).max(BigDecimal.valueOf(hideUpTo));
        BigDecimal most = printed.add(half);
        return whole
                ? new Range(
                        least.setScale(0, RoundingMode.CEILING).max(BigDecimal.valueOf(hideUpTo + 1L)),
                        most.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE))
                : new Range(least, most);
    }
}
