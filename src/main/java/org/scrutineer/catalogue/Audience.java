package org.scrutineer.catalogue;

import java.util.List;

/**
 * Who a publication is for, and what it says of itself.
 *
 * @param id names its folder, e.g. {@code commissioner}
 * @param title of its workbook, e.g. {@code Children's services performance: commissioner's report}
 * @param status printed on every sheet, e.g. {@code Provisional}
 * @param indicators the codes it shows, in order; empty for all
 * @param establishment the codes its sheet Establishment shows side by side, for each service and team; no such sheet
 *     where empty
 */
public record Audience(
        String id,
        String name,
        String title,
        String status,
        List<String> indicators,
        List<String> establishment,
        Place place) {

    public Audience {
        indicators = List.copyOf(indicators);
        establishment = List.copyOf(establishment);
    }
}
