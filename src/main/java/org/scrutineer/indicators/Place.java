package org.scrutineer.indicators;

/**
 * Who a figure is about.
 *
 * @param organisation the id of the trust, a service or a team
 * @param authority of an authority, {@link IndicatorValue#NEITHER} or {@link IndicatorValue#ALL}
 */
record Place(String organisation, String authority) {}
