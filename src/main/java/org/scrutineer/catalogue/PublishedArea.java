package org.scrutineer.catalogue;

/**
 * An area that figures are published for.
 *
 * @param code as the published files have it; blank for the nation
 * @param name as they are printed, e.g. {@code East Midlands}
 */
public record PublishedArea(Level level, String code, String name) {

    /** How large an area is. */
    public enum Level {
        NATION,
        REGION,
        AUTHORITY
    }
}
