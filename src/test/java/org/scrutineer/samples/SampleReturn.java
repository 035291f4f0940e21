package org.scrutineer.samples;

import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * A workbook a team sends.
 *
 * @param type the return type as the {@code Return} sheet names it
 */
record SampleReturn(ReportingPeriod period, Cover cover, String type, List<DataSheet> sheets) {

    SampleReturn {
        sheets = List.copyOf(sheets);
    }

    HouseStyle style() {
        return HouseStyle.of(cover.team());
    }

    /** Where it lies in the input folder, e.g. {@code 2018-12/FRT1 Dec 18.xlsx}. */
    String path() {
        return period + "/" + cover.file();
    }
}
