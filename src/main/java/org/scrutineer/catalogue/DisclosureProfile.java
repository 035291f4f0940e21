package org.scrutineer.catalogue;

/**
 * How small numbers of people are hidden in public.
 *
 * @param id what publications name it by, e.g. {@code dfe}
 * @param hideUpTo numbers of people from 1 up to this one are hidden
 * @param zero whether a true 0 is shown or hidden like a small number
 * @param roundTo numbers of people that are shown are rounded to the nearest multiple of it, half up; 1 for no rounding
 * @param narrowest how far the smallest and the largest number that a hidden one could be must lie apart
 * @param source where the rule comes from
 */
public record DisclosureProfile(
        String id, String name, int hideUpTo, Zero zero, int roundTo, int narrowest, String source, Place place) {

    /** What is done with a true 0. */
    public enum Zero {
        SHOWN,
        HIDDEN
    }
}
