package org.scrutineer.distribution;

import org.scrutineer.catalogue.Audience.Check;

/**
 * Something about a period's returns or a run's figures that is not as it should be when a publication goes out.
 *
 * @param sentence what it is and what to do, without personal data
 */
public record OpenCheck(Check check, String sentence) {}
