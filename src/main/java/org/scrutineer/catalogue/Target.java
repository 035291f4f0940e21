package org.scrutineer.catalogue;

import java.math.BigDecimal;

/**
 * What an indicator is meant to reach, from a period on.
 *
 * @param value at or beyond it (above where high is good, below where low is good) the figure is Green
 * @param tolerance up to here it is Amber, beyond it Red; a value of the indicator, not a difference
 */
public record Target(
        String indicator, ReportingPeriod validFrom, BigDecimal value, BigDecimal tolerance, Place place) {}
