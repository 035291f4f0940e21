package org.scrutineer.catalogue;

/**
 * A named query over datasets and other views, which indicators can be calculated from.
 *
 * <p>Its result has a column {@code team}, and may have {@code authority}.
 *
 * @param id the name it has in SQL
 * @param about what one row of it is, in a sentence
 */
public record View(String id, String about, Expression query) {}
